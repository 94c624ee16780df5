import { ensureEveryMessage, setLocale } from '@guildhall/i18n'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import DeliveriesPanel from '@/features/members/components/DeliveriesPanel.vue'
import { SPEAKERS } from '@/features/members/entries'
import type { MemberView } from '@/features/members/types'
import { registerFeatureMessages } from '@/modules/registry'
import { mounted } from '../../../packages/ui/test/mounting'
import { logInAs } from './staff'

const address = (recipient: string, more: object = {}) => ({
  recipient,
  mobile: '13800138000',
  address: { regionCode: '310104', line: '漕溪北路 88 号' },
  preferred: false,
  ...more,
})
const member = (more: object = {}) =>
  ({
    id: 'm-1',
    kind: 'PERSON',
    number: '1',
    version: 4,
    masked: [],
    stale: [],
    profile: { deliveryAddresses: [address('林晓雯', { preferred: true }), address('林母')] },
    ...more,
  }) as unknown as MemberView
const sent: unknown[] = []
let status = 200

beforeEach(async () => {
  sent.length = 0
  status = 200
  document.body.replaceChildren()
  registerFeatureMessages()
  await setLocale('zh-CN')
  await ensureEveryMessage()
  logInAs('service', 'members.read', 'members.write', 'members.reveal')
  vi.stubGlobal('fetch', async (call: Request) => {
    if (call.method === 'PATCH') sent.push(await call.clone().json())
    const regions = [
      { code: '310000', name: '上海市' },
      { code: '310104', name: '徐汇区' },
    ]
    const body = call.url.endsWith('/api/regions') ? regions : { code: 'members.stale-version', facts: { actual: 5 } }
    const answer = call.method === 'PATCH' ? status : 200
    return new Response(JSON.stringify(body), { status: answer, headers: { 'Content-Type': 'application/json' } })
  })
})
async function settled() {
  for (let turn = 0; turn < 4; turn += 1) await flushPromises()
}
async function panel(shown = member(), past = false) {
  const wrapper = await mounted(DeliveriesPanel as Component, { props: { member: shown, past } })
  await settled()
  const press = (name: string) => wrapper.find(`button[aria-label="${name}"]`)
  return { wrapper, press }
}

describe('delivery addresses', () => {
  it('show where a parcel goes, by the names of the regions', async () => {
    const { wrapper } = await panel()
    expect(wrapper.text()).toContain('上海市徐汇区 漕溪北路 88 号')
  })

  it('are changed one at a time, with the others kept; only one is preferred', async () => {
    const { wrapper, press } = await panel()
    await press('修改 林母').trigger('click')
    await settled()
    await wrapper.find('input[data-field="mobile"]').setValue('13900139000')
    await wrapper.find('input[type="checkbox"]').setValue(true)
    await wrapper.find('dialog form').trigger('submit')
    await settled()
    const [first, second] = (sent[0] as { set: { deliveryAddresses: object[] } }).set.deliveryAddresses
    expect(first).toEqual(address('林晓雯', { preferred: false }))
    expect(second).toMatchObject({ recipient: '林母', mobile: '13900139000', preferred: true })
    expect(second).toHaveProperty('confirmedOn', expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/))
  })

  it('that somebody else changed meanwhile are not written over', async () => {
    status = 409
    const { wrapper, press } = await panel()
    await press('修改 林母').trigger('click')
    await settled()
    await wrapper.find('dialog form').trigger('submit')
    await vi.waitFor(() => expect(wrapper.find('dialog [role="alert"]').text()).toContain('别人刚改过'))
    expect(sent).toMatchObject([{ expectedVersion: 4 }])
  })

  it('that are masked, or of another day, are looked at only', async () => {
    const masked = await panel(member({ masked: ['DELIVERY_ADDRESSES'] }))
    expect(masked.press('修改 林母').exists()).toBe(false)
    expect(masked.wrapper.text()).toContain('查看完整收货地址')
    expect((await panel(member(), true)).press('修改 林母').exists()).toBe(false)
  })
})

it('people of a company keep their roles and the rest of what is known of it', () => {
  const organisation = { creditCode: '91310000MA1K', representatives: [{ name: '周总' }], contacts: [{ name: '小李' }] }
  const [boss, clerk] = SPEAKERS.of({ organisation })
  expect(SPEAKERS.change([boss!, { ...clerk!, role: 'representatives' }]).set).toEqual({
    organisation: { representatives: [{ name: '周总' }, { name: '小李' }], contacts: [] },
  })
})
