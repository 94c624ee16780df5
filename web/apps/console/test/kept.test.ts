import { ensureEveryMessage, ensureProblemTexts, setLocale } from '@guildhall/i18n'
import { ConfirmDialog } from '@guildhall/ui'
import { useQueryClient, type QueryClient } from '@tanstack/vue-query'
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { h, ref, type Component } from 'vue'
import StaffDrawer from '@/features/access/components/StaffDrawer.vue'
import CodeDialog from '@/features/benefits/components/CodeDialog.vue'
import BasketLines from '@/features/checkout/components/BasketLines.vue'
import { emptyLine, type LineDraft } from '@/features/checkout/basket'
import DrawForm from '@/features/lottery/components/DrawForm.vue'
import FindPanel from '@/features/members/components/FindPanel.vue'
import DetailsForm from '@/features/members/components/DetailsForm.vue'
import MemberFacts from '@/features/members/components/MemberFacts.vue'
import RevealDialog from '@/features/members/components/RevealDialog.vue'
import { registerFeatureMessages } from '@/modules/registry'
import { mounted } from '../../../packages/ui/test/mounting'
import { logInAs } from './staff'

/** What the server answers, by method and path; a function decides anew at every call. */
let answers: Record<string, unknown> = {}
const sent: { path: string; body: unknown }[] = []

beforeEach(async () => {
  answers = { 'GET /api/units': [], 'GET /api/staff': { items: [] }, 'GET /api/regions': [] }
  sent.length = 0
  document.body.replaceChildren()
  registerFeatureMessages()
  await setLocale('zh-CN')
  await ensureEveryMessage()
  await ensureProblemTexts()
  vi.stubGlobal('fetch', async (call: Request) => {
    const path = `${call.method} ${new URL(call.url).pathname}`
    const body: unknown = call.method === 'GET' ? undefined : JSON.parse((await call.clone().text()) || '{}')
    if (call.method !== 'GET') sent.push({ path, body })
    const answer = answers[path]
    return Response.json(await (typeof answer === 'function' ? answer(body) : (answer ?? {})))
  })
})
afterEach(() => vi.unstubAllGlobals())
async function settled() {
  for (let turn = 0; turn < 8; turn += 1) await flushPromises()
}

const member = (more: object = {}) => ({
  id: 'm-1',
  kind: 'PERSON',
  number: 'M1',
  version: 4,
  masked: [],
  stale: [],
  externals: [],
  joinedOn: '2025-01-01',
  profile: { mobile: '138****0001', address: { line: '旧街 1 号' } },
  ...more,
})

describe('the further values of a member', () => {
  it('that were typed and discarded do not come back', async () => {
    logInAs('service', 'members.read', 'members.write')
    answers['GET /api/member-attributes'] = []
    const form = await mounted(DetailsForm as Component, { props: { modelValue: true, member: member() } })
    await settled()
    const line = () => form.find<HTMLInputElement>('input[data-field="address.line"]')
    await form.setProps({ modelValue: false })
    await form.setProps({ modelValue: true })
    await line().setValue('打错了')
    await form.setProps({ modelValue: false })
    await form.setProps({
      modelValue: true,
      member: member({ version: 5, profile: { address: { line: '新街 2 号' } } }),
    })
    await settled()
    expect(line().element.value).toBe('新街 2 号')
  })
})

describe('a revealed value', () => {
  it('is of the version and the day it was revealed of', async () => {
    logInAs('service', 'members.read', 'members.reveal')
    const before = member({ masked: ['MOBILE'] })
    const facts = await mounted(MemberFacts as Component, { props: { member: before } })
    const reveal = async () => {
      facts.findComponent(RevealDialog).vm.$emit('revealed', { mobile: '13800000001' })
      await settled()
      expect(facts.text()).toContain('13800000001')
    }
    await reveal()
    const after = member({ masked: ['MOBILE'], version: 5, profile: { mobile: '139****0002' } })
    await facts.setProps({ member: after })
    expect(facts.text()).toContain('139****0002')
    await reveal()
    await facts.setProps({ member: after, knownAt: '2026-01-01T15:59:59Z' })
    expect(facts.text()).not.toContain('13800000001')
  })
})

describe('the file of a colleague', () => {
  it('keeps the contact of who leaves', async () => {
    logInAs('admin', 'access.staff-read', 'access.staff-write')
    const person = {
      id: 'p-1',
      username: 'li',
      name: '李雷',
      contact: '分机 12',
      version: 3,
      enteredOn: '2025-01-01',
      appointments: [],
    }
    const both = () => [h(StaffDrawer as Component, { person }), h(ConfirmDialog)]
    const page = await mounted(both, {})
    const press = async (name: string) => {
      await page
        .findAll('button')
        .filter((button) => button.text() === name)
        .at(-1)!
        .trigger('click')
      await settled()
    }
    await press('办理离职')
    await press('办理离职')
    expect(sent).toMatchObject([{ body: { name: '李雷', contact: '分机 12', expectedVersion: 3 } }])
  })
})

describe('a one-time code', () => {
  it('that comes late is not shown under the name of another benefit', async () => {
    logInAs('store1', 'benefits.use')
    const waiting: ((code: object) => void)[] = []
    answers['POST /api/benefits/codes'] = () => new Promise((resolve) => waiting.push(resolve))
    const dialog = await mounted(CodeDialog as Component, { props: { member: 'm-1', of: undefined } })
    await dialog.setProps({ of: { benefit: 'lounge', name: '贵宾室' } })
    await settled()
    await dialog.setProps({ of: { benefit: 'park', name: '停车' } })
    await settled()
    expect(waiting).toHaveLength(2)
    waiting[1]!({ code: '222222', expiresAt: '2026-03-02T02:00:00Z' })
    await settled()
    waiting[0]!({ code: '111111', expiresAt: '2026-03-02T02:00:00Z' })
    await settled()
    expect(dialog.text()).toContain('222222')
    expect(dialog.text()).not.toContain('111111')
  })
})

describe('a draw', () => {
  it('keeps the lottery that somebody chose when the lotteries are read again', async () => {
    logInAs('store1', 'lottery.draw', 'lottery.read')
    const one = (id: string, n: number) => ({
      id,
      state: 'open',
      details: { name: `${id}${n}`, code: id, prizes: [], stores: [] },
    })
    let read = 0
    answers['GET /api/lotteries'] = () => ({ items: [one('甲', (read += 1)), one('乙', read)] })
    let client: QueryClient | undefined
    const open = ref(false)
    const around = {
      setup() {
        client = useQueryClient()
        return () => h(DrawForm as Component, { modelValue: open.value, member: 'm-1' })
      },
    }
    const form = await mounted(around, {})
    open.value = true
    await settled()
    const choice = () => form.find<HTMLSelectElement>('select[data-field="lottery"]')
    await choice().setValue('乙')
    await client!.invalidateQueries({ queryKey: ['lottery', 'choices'] })
    await settled()
    expect(read).toBe(2)
    expect(choice().element.value).toBe('乙')
  })
})

describe('the lines of a basket', () => {
  it('grow by Enter in a field, not on a button nor where it ends a composition', async () => {
    const basket = await mounted(BasketLines as Component, {
      props: {
        wrong: {},
        modelValue: [emptyLine()],
        'onUpdate:modelValue': (lines: LineDraft[]) => void basket.setProps({ modelValue: lines }),
      },
    })
    const rows = () => basket.findAll('.line').length
    const enter = (how: object = {}) => ({ key: 'Enter', bubbles: true, cancelable: true, ...how })
    await basket.find('input').trigger('keydown', enter({ isComposing: true }))
    await basket.find('.line button').trigger('keydown', enter())
    expect(rows()).toBe(1)
    await basket.find('input').trigger('keydown', enter())
    await settled()
    expect(rows()).toBe(2)
  })
})

describe('a member at the desk', () => {
  it('is the one typed now, not the one found for the text before', async () => {
    logInAs('service', 'members.read')
    const rows = [
      { id: 'wang', number: 'M1', name: '王', status: 'ACTIVE' },
      { id: 'li', number: 'M2', name: '李', status: 'ACTIVE' },
    ]
    answers['POST /api/members/search'] = (asked: { text: string }) => ({
      items: rows.filter((row) => row.name === asked.text),
    })
    const panel = await mounted(FindPanel as Component, {})
    const field = panel.find('input')
    await field.setValue('王')
    await vi.waitFor(() => expect(panel.text()).toContain('M1'))
    await field.setValue('李')
    await panel.find('form').trigger('submit')
    await vi.waitFor(() => expect(panel.vm.$route.fullPath).toBe('/members/li'))
  })
})
