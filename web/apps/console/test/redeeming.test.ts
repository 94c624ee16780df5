import { ensureEveryMessage, setLocale } from '@guildhall/i18n'
import { ConfirmDialog } from '@guildhall/ui'
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import MemberRedemptions from '@/features/mall/components/MemberRedemptions.vue'
import { detailsOf, draftOf } from '@/features/mall/edit'
import RedemptionsPage from '@/features/mall/pages/RedemptionsPage.vue'
import { registerFeatureMessages } from '@/modules/registry'
import { mounted } from '../../../packages/ui/test/mounting'
import { logInAs } from './staff'

const fen = (minor: number) => ({ minor, currency: 'CNY' })
const reward = {
  id: 'r-1',
  state: 'on-sale',
  revision: 1,
  details: { code: 'NUT', kind: 'goods', name: '坚果礼盒', points: 900, cash: fen(2990), stores: [], tierPrices: [] },
  stock: { available: 5, held: 0, gone: 0, received: 5 },
}
const order = {
  id: 'o-1',
  member: 'm-1',
  reward: { id: 'r-1', code: 'NUT', name: '坚果礼盒' },
  quantity: 1,
  unitPoints: 900,
  points: 900,
  unitCash: fen(2990),
  cash: fen(2990),
  payments: [
    { method: 'cash', amount: fen(2000), store: 's-1', occurredAt: '2026-03-02T02:00:00Z' },
    { method: 'code', amount: fen(990), reference: '4200', store: 's-1', occurredAt: '2026-03-02T02:00:00Z' },
  ],
  state: 'waiting',
  stores: [],
  placedAt: '2026-03-02T02:00:00Z',
  pickUpBy: '2026-03-09T16:00:00Z',
  givenAgain: 0,
}
const sent: { path: string; body: unknown }[] = []
let orders: object[] = []
let priceAsked = 0
let refusal: object | undefined

beforeEach(async () => {
  sent.length = 0
  orders = [order]
  priceAsked = 0
  refusal = undefined
  document.body.replaceChildren()
  registerFeatureMessages()
  await setLocale('zh-CN')
  await ensureEveryMessage()
  logInAs('store', 'mall.read', 'mall.redeem', 'mall.cancel', 'access.units-read')
  vi.stubGlobal('fetch', async (call: Request) => {
    const { pathname, searchParams } = new URL(call.url)
    if (call.method === 'POST') sent.push({ path: pathname, body: await call.clone().json() })
    if (pathname === '/api/redemptions' && call.method === 'POST' && refusal !== undefined) {
      return new Response(JSON.stringify(refusal), {
        status: 409,
        headers: { 'Content-Type': 'application/problem+json' },
      })
    }
    if (pathname === '/api/redemptions/price') priceAsked += 1
    const pieces = Number(searchParams.get('quantity'))
    const answers: Record<string, unknown> = {
      '/api/units': [{ id: 's-1', kind: 'store', code: 'S1', name: '静安店' }],
      '/api/redemptions/o-1/why': { code: 'mall.held', facts: { points: 900 }, parts: [] },
      '/api/rewards': { items: [reward] },
      '/api/redemptions/price': {
        unitPoints: 900,
        unitCash: fen(2990),
        price: { points: 900 * pieces, cash: fen(2990 * pieces) },
      },
      '/api/redemptions':
        call.method === 'POST' ? { redemption: order, code: '1234 5678 9012', replayed: false } : { items: orders },
    }
    const body = answers[pathname] ?? { items: [] }
    return new Response(JSON.stringify(body), { status: 200, headers: { 'Content-Type': 'application/json' } })
  })
})

async function settled() {
  for (let turn = 0; turn < 6; turn += 1) await flushPromises()
}

const press = (page: VueWrapper, name: string) =>
  page
    .findAll('button')
    .find((button) => button.text() === name)!
    .trigger('click')

/** The drawer with the reward chosen. */
async function choosing(): Promise<VueWrapper> {
  const page = await mounted(MemberRedemptions as Component, { props: { member: 'm-1' } })
  await settled()
  await press(page, '兑换')
  await settled()
  await page.find('select[data-field=reward]').setValue('r-1')
  await settled()
  return page
}

describe('redeeming what costs money beside its points', () => {
  it('says what is due, and sends the price that was shown with the payment into the only till', async () => {
    const page = await choosing()
    expect(page.find('select[data-field=reward]').text()).toContain('坚果礼盒 · 900 积分 + ¥29.90 · 余 5 件')
    await page.find('input[data-field=quantity]').setValue('2')
    await settled()
    expect(page.text()).toContain('应付：1,800 积分 + ¥59.80')
    expect(page.text()).toContain('¥59.80 怎么付')
    expect((page.find('select[data-field="payment.store"]').element as HTMLSelectElement).value).toBe('s-1')
    await page.find('select[aria-label="第 1 种收款方式"]').setValue('code')
    await page.find('form').trigger('submit')
    await settled()
    expect(sent).toEqual([
      {
        path: '/api/redemptions',
        body: {
          member: 'm-1',
          reward: 'r-1',
          quantity: 2,
          price: { points: 1800, cash: fen(5980) },
          payment: { store: 's-1', tenders: [{ method: 'code', amount: fen(5980) }] },
        },
      },
    ])
    expect(page.text()).toContain('900 积分 + ¥29.90')
    expect(page.text()).toContain('已收 现金 ¥20.00、扫码 ¥9.90 4200')
  })

  it('is not sent while an amount is missing', async () => {
    const page = await choosing()
    await press(page, '分几种方式付')
    await settled()
    await page.find('form').trigger('submit')
    await settled()
    expect(page.text()).toContain('请填写每种方式的金额')
    expect(sent).toEqual([])
  })

  it('asks for the price anew when it was no longer what was shown', async () => {
    refusal = {
      code: 'mall.cash-outdated',
      status: 409,
      facts: { then: fen(2990), now: fen(3990) },
      fields: [],
    }
    const page = await choosing()
    expect(priceAsked).toBe(1)
    await page.find('form').trigger('submit')
    await settled()
    await vi.waitFor(() => expect(page.text()).toContain('现金从 ¥29.90 变为 ¥39.90'))
    expect(priceAsked).toBe(2)
  })
})

describe('ending it', () => {
  it('says how much is handed back, how and from where', async () => {
    const asking = await mounted(ConfirmDialog as Component, {})
    const page = await mounted(MemberRedemptions as Component, { props: { member: 'm-1' } })
    await settled()
    expect(page.text()).toContain('900 积分 + ¥29.90')
    await page.find('.link-button').trigger('click')
    await settled()
    expect(page.text()).toContain('现金 ¥20.00、扫码 ¥9.90 4200')
    await press(page, '取消兑换')
    await settled()
    expect(asking.text()).toContain('900 积分退回原批次')
    expect(asking.text()).toContain('并由静安店退还：现金 ¥20.00、扫码 ¥9.90 4200。')
  })

  it('shows what went back beside what was paid', async () => {
    const back = order.payments.map((one) => ({ ...one, amount: fen(-one.amount.minor) }))
    orders = [{ ...order, state: 'cancelled', payments: [...order.payments, ...back] }]
    const page = await mounted(MemberRedemptions as Component, { props: { member: 'm-1' } })
    await settled()
    await page.find('.link-button').trigger('click')
    await settled()
    const facts = Object.fromEntries(
      page.findAll('.fact-list > div').map((fact) => [fact.find('dt').text(), fact.find('dd').text()]),
    )
    expect(facts['价格']).toBe('900 积分 + ¥29.90')
    expect(facts['已收']).toBe('现金 ¥20.00、扫码 ¥9.90 4200')
    expect(facts['已退']).toBe('现金 ¥20.00、扫码 ¥9.90 4200')
  })

  it('of several names the money of each', async () => {
    const asking = await mounted(ConfirmDialog as Component, {})
    orders = [order, { ...order, id: 'o-2', cash: undefined, payments: [] }]
    const page = await mounted(RedemptionsPage as Component, {})
    await settled()
    expect(page.find('tbody').text()).toContain('900 + ¥29.90')
    for (const box of page.findAll('tbody input[type=checkbox]')) await box.setValue(true)
    await settled()
    await press(page, '取消 2 单')
    await settled()
    expect(asking.text()).toContain('按原方式退还：¥29.90。')
  })
})

it('a reward keeps its money through the editor, and none is none', () => {
  const details = { ...reward.details, kind: 'goods' as const }
  expect(detailsOf(draftOf(details))).toEqual({ ...details, code: 'NUT' })
  expect(detailsOf({ ...draftOf(details), cash: undefined })).not.toHaveProperty('cash')
})
