import { ensureEveryMessage, setLocale } from '@guildhall/i18n'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import ListsPanel from '@/features/members/components/ListsPanel.vue'
import MembersPage from '@/features/members/pages/MembersPage.vue'
import DraftsPanel from '@/features/policies/components/DraftsPanel.vue'
import { registerFeatureMessages, visiblePanels } from '@/modules/registry'
import { mounted } from '../../../packages/ui/test/mounting'
import { logInAs } from './staff'

const json = (body: unknown) => new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } })
const serve = (answers: Record<string, unknown>) =>
  vi.stubGlobal('fetch', async (call: Request) => json(answers[new URL(call.url).pathname] ?? []))
async function shown(part: Component) {
  const wrapper = await mounted(part, {})
  for (let turn = 0; turn < 8; turn += 1) await flushPromises()
  return wrapper
}

beforeEach(async () => {
  document.body.replaceChildren()
  registerFeatureMessages()
  await setLocale('zh-CN', false)
  await ensureEveryMessage()
})

it('operations find the drafts that wait on their workbench, and only those', async () => {
  logInAs('ops', 'policies.read')
  expect(visiblePanels().map((panel) => panel.id)).toContain('policies.drafts')
  const policy = (kind: string, draftedBy?: string) => ({ kind, draftedBy, version: 1 })
  serve({ '/api/policies': [policy('loyalty.earning', '周敏'), policy('loyalty.tiers')] })
  const wrapper = await shown(DraftsPanel as Component)
  expect(wrapper.findAll('li')).toHaveLength(1)
  expect(wrapper.text()).toContain('周敏')
})

it('a view that somebody saved tells how many members it holds', async () => {
  logInAs('lead', 'members.read')
  const query = { filter: { type: 'status', in: ['SUSPENDED'] } }
  serve({
    '/api/members/views': [{ id: 'v1', name: '停用的', own: true, shared: false, query }],
    '/api/members/search': { items: [], total: { value: 4321, exact: true } },
  })
  const wrapper = await shown(MembersPage as Component)
  const view = wrapper.findAll('nav button').find((button) => button.text().includes('停用的'))
  expect(view?.text()).toContain('4,321')
})

it('the workbench counts a view by what other modules know of members, too', async () => {
  logInAs('lead', 'members.read')
  const filter = { type: 'column', code: 'loyalty.points', test: 'AT_LEAST', values: ['5000'] }
  const views = [{ id: 'v1', name: '五千积分以上', own: false, shared: true, query: { filter } }]
  vi.stubGlobal('fetch', async (call: Request) => {
    const where = new URL(call.url).pathname
    if (where !== '/api/members/search') return json(where === '/api/members/views' ? views : [])
    const value = (await call.text()).includes('loyalty.points') ? 12 : 5062
    return json({ items: [], total: { value, exact: true } })
  })
  const wrapper = await shown(ListsPanel as Component)
  expect(
    wrapper
      .findAll('li')
      .find((item) => item.text().includes('五千积分以上'))
      ?.text(),
  ).toContain('12')
})
