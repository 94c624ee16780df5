import { ensureEveryMessage, setLocale } from '@guildhall/i18n'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import ApiKeysPage from '@/features/access/pages/ApiKeysPage.vue'
import AuditPage from '@/features/access/pages/AuditPage.vue'
import PostsPage from '@/features/access/pages/PostsPage.vue'
import StaffPage from '@/features/access/pages/StaffPage.vue'
import ApprovalsPage from '@/features/approvals/pages/ApprovalsPage.vue'
import ImportsPage from '@/features/intake/pages/ImportsPage.vue'
import LawsPage from '@/features/loyalty/pages/LawsPage.vue'
import PurchasesPage from '@/features/loyalty/pages/PurchasesPage.vue'
import RedemptionsPage from '@/features/mall/pages/RedemptionsPage.vue'
import RewardsPage from '@/features/mall/pages/RewardsPage.vue'
import AttributesPage from '@/features/members/pages/AttributesPage.vue'
import MembersPage from '@/features/members/pages/MembersPage.vue'
import JobsPage from '@/features/platform/pages/JobsPage.vue'
import PoliciesPage from '@/features/policies/pages/PoliciesPage.vue'
import { modules, registerFeatureMessages } from '@/modules/registry'
import SessionsPage from '@/pages/SessionsPage.vue'
import { mounted } from '../../../packages/ui/test/mounting'
import { logInAs } from './staff'

/** Every list of the console, and where its rows come from. */
const LISTS: [string, Component, string, 'page' | 'list'][] = [
  ['members', MembersPage as Component, '/api/members/search', 'page'],
  ['purchases', PurchasesPage as Component, '/api/purchases', 'page'],
  ['rewards', RewardsPage as Component, '/api/rewards', 'page'],
  ['redemptions', RedemptionsPage as Component, '/api/redemptions', 'page'],
  ['imports', ImportsPage as Component, '/api/imports', 'page'],
  ['staff', StaffPage as Component, '/api/staff', 'page'],
  ['posts', PostsPage as Component, '/api/posts', 'list'],
  ['keys', ApiKeysPage as Component, '/api/api-keys', 'list'],
  ['attributes', AttributesPage as Component, '/api/member-attributes', 'list'],
  ['approvals', ApprovalsPage as Component, '/api/approvals', 'page'],
  ['audit', AuditPage as Component, '/api/audit', 'page'],
  ['jobs', JobsPage as Component, '/api/jobs', 'page'],
  ['laws', LawsPage as Component, '/api/ledger/laws', 'list'],
  ['policies', PoliciesPage as Component, '/api/policies', 'list'],
  ['own sessions', SessionsPage as Component, '/api/session/all', 'list'],
]
const RIGHTS = [
  ...modules.flatMap((module) => module.routes.map((route) => route.meta?.permission ?? '')),
  'access.staff-read',
]

type Answer = () => Promise<Response>
const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', 'X-Request-Id': 'r-17' },
  })

/** The list's own address answers as told, every other with nothing in it. */
function serve(path: string, answer: Answer) {
  vi.stubGlobal('fetch', async (call: Request) => {
    const asked = new URL(call.url).pathname
    if (asked === path) return answer()
    return json(200, /names|search|staff$/.test(asked) ? { items: [] } : [])
  })
}
async function shown(page: Component) {
  const wrapper = await mounted(page, {})
  for (let turn = 0; turn < 4; turn += 1) await flushPromises()
  return wrapper
}

beforeEach(async () => {
  document.body.replaceChildren()
  registerFeatureMessages()
  await setLocale('zh-CN', false)
  await ensureEveryMessage()
  logInAs('lead', ...RIGHTS)
})

describe.each(LISTS)('the list of %s', (_name, page, path, kind) => {
  it('shows the shape of what comes', async () => {
    serve(path, () => new Promise<Response>(() => {}))
    const wrapper = await shown(page)
    expect(wrapper.find('[data-state="loading"]').exists()).toBe(true)
  })

  it('says that there is nothing yet', async () => {
    serve(path, async () => json(200, kind === 'page' ? { items: [] } : []))
    const wrapper = await shown(page)
    expect(wrapper.find('[data-state="empty"]').text()).not.toBe('')
  })

  it('says that the reader has no right to it', async () => {
    serve(path, async () => json(403, { code: 'access.denied' }))
    const wrapper = await shown(page)
    expect(wrapper.find('[data-state="forbidden"]').text()).toContain('没有权限')
  })

  it('says what failed, with the request id and a way to try again', async () => {
    serve(path, async () => json(500, { code: 'web.failure', requestId: 'r-17' }))
    const wrapper = await shown(page)
    expect(wrapper.find('[data-state="error"]').text()).toContain('r-17')
    expect(wrapper.find('[data-state="error"]').text()).toContain('重试')
  })
})
