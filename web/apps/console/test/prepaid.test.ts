import { ensureEveryMessage, setLocale } from '@guildhall/i18n'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import MemberStoredValue from '@/features/prepaid/components/MemberStoredValue.vue'
import MovementDrawer from '@/features/prepaid/components/MovementDrawer.vue'
import StoredValuePage from '@/features/prepaid/pages/StoredValuePage.vue'
import { registerFeatureMessages } from '@/modules/registry'
import { mounted } from '../../../packages/ui/test/mounting'
import { logInAs } from './staff'

const yuan = (amount: number) => ({ minor: amount * 100, currency: 'CNY' })
const movement = (id: string, kind: string, more: object = {}) => ({
  id,
  member: 'm-1',
  number: 1,
  kind,
  principal: yuan(-100),
  bonus: yuan(-20),
  money: yuan(0),
  undone: false,
  notices: [],
  occurredAt: '2026-03-02T02:00:00Z',
  actor: 'staff:1',
  ...more,
})
let frozen = false
let left = 300
const sent: { path: string; body: unknown }[] = []
const why = (code: string, facts: object, parts: object[] = []) => ({ code, facts, parts })
const answers: Record<string, () => unknown> = {
  '/api/members/m-1/prepaid': () => ({
    member: 'm-1',
    principal: yuan(left),
    bonus: yuan(60),
    locked: yuan(0),
    frozen,
    named: true,
    cap: yuan(5_000),
    topUps: [],
  }),
  '/api/members/m-1/prepaid/top-up-quote': () => ({
    amount: yuan(1_000),
    bonus: yuan(200),
    cap: yuan(5_000),
    room: yuan(4_640),
    named: true,
    transferFrom: yuan(1_000),
    companyAllows: true,
    allowed: true,
    why: why('prepaid.top-up', { amount: yuan(1_000), bonus: yuan(200) }),
  }),
  '/api/prepaid/top-ups': () => movement('t-1', 'top-up', { principal: yuan(1_000), bonus: yuan(200) }),
  '/api/members/m-1/prepaid/refund-quote': () => ({
    refund: yuan(500),
    needsApproval: false,
    notices: ['refund-cycling'],
    lines: [],
    why: why('prepaid.refund', { refund: yuan(500) }, [
      why('prepaid.paid-less-used', { paid: yuan(1_000), counted: yuan(500), refund: yuan(500) }),
    ]),
  }),
  '/api/members/m-1/prepaid/refund': () => movement('f-1', 'refund', { money: yuan(-500) }),
  '/api/prepaid/movements': () => ({
    items: [movement('p-1', 'payment', { returnable: yuan(120), state: 'paid' })],
    total: { value: 1, exact: true },
  }),
  '/api/prepaid/movements/p-1/why': () =>
    why('prepaid.payment', { amount: yuan(120), principal: yuan(100), bonus: yuan(20) }),
}

beforeEach(async () => {
  sent.length = 0
  frozen = false
  left = 300
  document.body.replaceChildren()
  registerFeatureMessages()
  await setLocale('zh-CN')
  await ensureEveryMessage()
  logInAs('lead', 'prepaid.read', 'prepaid.top-up', 'prepaid.pay', 'prepaid.refund', 'prepaid.freeze')
  vi.stubGlobal('fetch', async (call: Request) => {
    const { pathname } = new URL(call.url)
    if (call.method === 'POST') sent.push({ path: pathname, body: await call.clone().json() })
    return new Response(JSON.stringify(answers[pathname]?.() ?? { items: [] }), {
      status: 200,
      headers: { 'Content-Type': 'application/json' },
    })
  })
})

async function settled() {
  for (let turn = 0; turn < 6; turn += 1) await flushPromises()
}
const panel = async () => {
  const page = await mounted(MemberStoredValue as Component, { props: { member: 'm-1' } })
  await settled()
  const press = async (name: string) => {
    await page
      .findAll('button')
      .find((button) => button.text() === name)!
      .trigger('click')
    await settled()
  }
  const drawer = (title: string) => page.findAll('dialog').find((one) => one.text().startsWith(title))!
  return { page, press, drawer }
}

it('what a sale took leads to the sale and is not given back by hand', async () => {
  logInAs('lead', 'prepaid.read', 'prepaid.give-back')
  const kept = { keeper: 'checkout', about: 's-1', name: 'R-7' }
  const payment = (more: object) => movement('p-1', 'payment', { returnable: yuan(120), state: 'paid', ...more })
  const drawer = async (more: object) => {
    const shown = await mounted(MovementDrawer as Component, { props: { movement: payment(more) } })
    await settled()
    return shown
  }
  const own = await drawer({})
  expect(own.findAll('button').map((button) => button.text())).toContain('退回付款')
  const sold = await drawer({ kept })
  expect(sold.findAll('button').map((button) => button.text())).not.toContain('退回付款')
  expect(sold.find('a[href="/checkouts/s-1"]').text()).toContain('R-7')
})

describe("a member's stored value", () => {
  it('shows both pots, the cap and the latest movements', async () => {
    const { page } = await panel()
    expect(page.text()).toContain('¥300.00')
    expect(page.text()).toContain('记名账户，限额 ¥5,000.00')
    expect(page.text()).toContain('本金 -¥100.00，赠金 -¥20.00')
  })

  it('offers nothing but unfreezing while it is frozen', async () => {
    frozen = true
    const { page } = await panel()
    expect(page.text()).toContain('已冻结')
    const names = page.findAll('button').map((button) => button.text())
    expect(names).toContain('解冻')
    expect(names).not.toContain('付款')
    expect(names).not.toContain('退款')
  })

  it('shows bonus and cap before a top-up is sent', async () => {
    const { press, drawer } = await panel()
    await press('充值')
    const form = drawer('充值')
    await form.find('input[inputmode="decimal"]').setValue('1000')
    await form.find('input[inputmode="decimal"]').trigger('change')
    await settled()
    expect(form.text()).toContain('赠送 ¥200.00')
    expect(form.text()).toContain('还可充 ¥4,640.00')
    expect(form.text()).toContain('满 ¥1,000.00 须经银行转账')
    await form.find('select').setValue('transfer')
    await settled()
    expect(form.text()).not.toContain('须经银行转账')
    await form.find('form').trigger('submit')
    await settled()
    expect(sent.at(-1)).toEqual({
      path: '/api/prepaid/top-ups',
      body: { member: 'm-1', amount: yuan(1_000), method: 'transfer' },
    })
  })

  it('shows how a refund is calculated, and refunds what was quoted', async () => {
    const { press, drawer } = await panel()
    await press('退款')
    const form = drawer('储值退款')
    expect(form.text()).toContain('应退 ¥500.00')
    expect(form.text()).toContain('反复充值退款')
    expect(form.text()).toContain('实付 ¥1,000.00 − 已使用 ¥500.00')
    await form.find('textarea').setValue('停业')
    await form.find('form').trigger('submit')
    await settled()
    expect(sent.at(-1)).toEqual({
      path: '/api/members/m-1/prepaid/refund',
      body: {
        asked: { ground: 'consumer', hadBefore: false },
        expected: yuan(500),
        method: 'cash',
        reason: '停业',
      },
    })
  })
})

it('the list opens a movement with its reason', async () => {
  const page = await mounted(StoredValuePage as Component, {})
  await settled()
  await page.find('tbody .link-button').trigger('click')
  await settled()
  expect(page.text()).toContain('付款 ¥120.00：本金 ¥100.00，赠金 ¥20.00')
})
