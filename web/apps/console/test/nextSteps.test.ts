import { ensureEveryMessage, ensureExplainTexts, setLocale } from '@guildhall/i18n'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import NextSteps from '@/features/members/components/NextSteps.vue'
import type { MemberView } from '@/features/members/types'
import { registerFeatureMessages } from '@/modules/registry'
import { mounted } from '../../../packages/ui/test/mounting'
import { logInAs } from './staff'

const member = { id: 'm-1', stale: [], profile: {} } as unknown as MemberView
const asked = (id: string, state: string) => ({
  id,
  kind: 'approvals.asked',
  occurredAt: '2026-03-01',
  facts: { state },
})
let told: object[] = []
const paths: string[] = []

beforeEach(async () => {
  document.body.replaceChildren()
  paths.length = 0
  registerFeatureMessages()
  await setLocale('zh-CN')
  await ensureEveryMessage()
  await ensureExplainTexts()
  vi.stubGlobal('fetch', async (call: Request) => {
    const { pathname, search } = new URL(call.url)
    paths.push(pathname + search)
    if (pathname.endsWith('/timeline')) return Response.json({ items: told })
    return Response.json(pathname.endsWith('/consents') ? [{ current: true }] : [])
  })
})

async function steps() {
  const page = await mounted(NextSteps, { props: { member } })
  await flushPromises()
  return page
}

describe('what is worth doing next for a member', () => {
  it('begins with what waits for a decision, and leads there', async () => {
    logInAs('lead', 'members.read', 'approvals.read-all')
    told = [asked('a', 'pending'), asked('b', 'approved'), asked('c', 'pending')]
    const page = await steps()
    await vi.waitFor(() => expect(page.find('[data-step="waiting"]').text()).toContain('有 2 项'))
    expect(page.find('[data-step="waiting"] a').attributes('href')).toBe('/approvals?box=all')
  })

  it('says nothing where nothing waits, and asks nothing for those who may not be told', async () => {
    logInAs('lead', 'members.read', 'approvals.read-all')
    told = [asked('b', 'rejected')]
    expect((await steps()).find('[data-step="waiting"]').exists()).toBe(false)
    paths.length = 0
    logInAs('svc', 'members.read')
    told = [asked('a', 'pending')]
    expect((await steps()).find('[data-step="waiting"]').exists()).toBe(false)
    expect(paths.filter((path) => path.includes('timeline'))).toEqual([])
  })
})
