import { ensureEveryMessage, ensureExplainTexts, ensureProblemTexts, ensureWords, setLocale } from '@guildhall/i18n'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import CounterPage from '@/features/checkout/pages/CounterPage.vue'
import { registerFeatureMessages } from '@/modules/registry'
import { mounted } from '../../../packages/ui/test/mounting'
import { logInAs } from './staff'

const yuan = (amount: number) => ({ minor: amount * 100, currency: 'CNY' })
const why = (code: string, facts: object, parts: object[] = []) => ({ code, facts, parts })
const quote = {
  tier: 'gold',
  expected: {
    discount: yuan(10),
    benefitAmount: yuan(0),
    points: 0,
    pointsAmount: yuan(0),
    stored: yuan(0),
    due: yuan(90),
  },
  total: yuan(100),
  due: yuan(90),
  cashback: yuan(0),
  mostCashback: yuan(0),
  payable: yuan(90),
  lines: [],
  benefits: [
    {
      benefit: 'tea-day',
      name: '品茶日',
      clause: '4.11',
      left: 2,
      applied: false,
      amount: yuan(20),
      why: why('checkout.benefit-not-asked', { name: '品茶日', clause: '4.11', amount: yuan(20), left: 2 }),
    },
  ],
  coupons: [],
  deductions: [
    {
      kind: 'BENEFIT',
      amount: yuan(0),
      points: 0,
      most: yuan(20),
      mostPoints: 0,
      why: why('checkout.no-benefit-used', { amount: yuan(0) }),
    },
    {
      kind: 'TIER_DISCOUNT',
      amount: yuan(10),
      points: 0,
      most: yuan(10),
      mostPoints: 0,
      why: why('checkout.tier-discount', { tier: 'gold', percent: 10, amount: yuan(10) }),
    },
    {
      kind: 'POINTS_AS_MONEY',
      amount: yuan(0),
      points: 0,
      most: yuan(5),
      mostPoints: 500,
      why: why('checkout.points-not-asked', { points: 500, amount: yuan(5) }),
    },
    {
      kind: 'STORED_VALUE',
      amount: yuan(0),
      points: 0,
      most: yuan(0),
      mostPoints: 0,
      why: why('checkout.no-stored-value', { available: yuan(0) }),
    },
  ],
  why: why('checkout.priced', { total: yuan(100), due: yuan(90) }),
}
const sold = {
  checkout: {
    id: 'c-1',
    number: '260302-ABC',
    store: 's-1',
    total: yuan(100),
    paid: yuan(90),
    state: 'sold',
    occurredAt: '2026-03-02T02:00:00Z',
    actor: 'staff:1',
  },
  points: 0,
  discount: yuan(10),
  pointsAmount: yuan(0),
  stored: yuan(0),
  cashback: yuan(0),
  pointsEarned: 90,
  lines: [],
  payments: [{ method: 'cash', amount: yuan(90), back: yuan(0) }],
  returns: [],
}
const sent: { path: string; body: unknown }[] = []
let refuse = false
let more: Record<string, unknown> = {}
let without: string[] = []
const buyer = { id: 'm-1', number: 'M0001', name: '陈*', mobile: '138****0001', tags: [], columns: {} }
const buyers: Record<string, unknown> = {
  '/api/members/search': { items: [buyer] },
  '/api/loyalty/members/m-1/standing': { tier: 'gold', points: 900 },
  '/api/members/m-1/balances': { member: 'm-1', balances: [{ asset: 'points', balance: 900, available: 800 }] },
  '/api/members/m-1/prepaid': { principal: yuan(300), bonus: yuan(60), frozen: false, topUps: [] },
}

beforeEach(async () => {
  sent.length = 0
  refuse = false
  more = {}
  without = []
  document.body.replaceChildren()
  registerFeatureMessages()
  await setLocale('zh-CN')
  await ensureEveryMessage()
  await ensureExplainTexts()
  await ensureProblemTexts()
  await ensureWords()
  logInAs('store1', 'checkout.sell', 'members.read', 'access.units-read', 'loyalty.read', 'ledger.read', 'prepaid.read')
  vi.stubGlobal('fetch', async (call: Request) => {
    const { pathname } = new URL(call.url)
    if (call.method === 'POST') sent.push({ path: pathname, body: await call.clone().json() })
    const answers: Record<string, unknown> = {
      '/api/units': [{ id: 's-1', code: 'S1', name: '徐汇店', kind: 'store', open: true }],
      '/api/checkouts/quote': { ...quote, ...more },
      '/api/checkouts': sold,
      ...buyers,
    }
    if (without.includes(pathname)) return new Response('', { status: 500 })
    const refused = refuse && pathname === '/api/checkouts/quote'
    return new Response(
      JSON.stringify(refused ? { code: 'checkout.store-out-of-reach', status: 403, facts: {} } : answers[pathname]),
      {
        status: refused ? 403 : 200,
        headers: { 'Content-Type': refused ? 'application/problem+json' : 'application/json' },
      },
    )
  })
})

async function settled() {
  for (let turn = 0; turn < 8; turn += 1) await flushPromises()
}
async function counter() {
  const page = await mounted(CounterPage as Component, {})
  await settled()
  const price = async (amount: string) => {
    const field = page.find('input[aria-label="第 1 行金额（整行）"]')
    await field.setValue(amount)
    await field.trigger('change')
    await settled()
  }
  const find = async () => {
    await page.find('input[type="search"]').setValue('M0001')
    await page.find('input[type="search"]').element.closest('form')!.dispatchEvent(new Event('submit'))
    await settled()
  }
  return { page, price, find }
}

async function tick(page: Awaited<ReturnType<typeof mounted>>, words: string) {
  const label = page.findAll('label').find((one) => one.text().includes(words))!
  await label.find('input[type="checkbox"]').setValue(true)
}

describe('the counter', () => {
  it('waits for a line, then shows the price with its reasons', async () => {
    const { page, price } = await counter()
    expect(page.text()).toContain('填入一行商品和金额就会报价')
    await price('100')
    expect(page.text()).toContain('¥90.00')
    expect(page.text()).toContain('用 500 积分抵 ¥5.00')
    expect(page.text()).toContain('可用 500 积分抵 ¥5.00，未选用')
  })

  it('asks anew when points are to be used', async () => {
    const { page, price } = await counter()
    await price('100')
    await tick(page, '积分抵')
    await settled()
    expect(sent.at(-1)).toMatchObject({ path: '/api/checkouts/quote', body: { points: 500 } })
  })

  it('offers a benefit with a quota, says which clause and what is left, and asks anew when it is to be used', async () => {
    const { page, price } = await counter()
    await price('100')
    expect(page.text()).toContain('“品茶日”（条款 4.11）：可减 ¥20.00，本期还可用 2 次，未选用')
    await tick(page, '用“品茶日”减 ¥20.00')
    await settled()
    expect(sent.at(-1)).toMatchObject({ path: '/api/checkouts/quote', body: { benefit: 'tea-day' } })
  })

  it('takes a part of the points, never more than can be used, and says when the rules take fewer', async () => {
    const { page, price } = await counter()
    await price('100')
    await tick(page, '积分抵')
    await settled()
    const few = page.find<HTMLInputElement>('input.few')
    const want = async (points: string) => {
      few.element.value = points
      await few.trigger('change')
      await settled()
      return sent.at(-1)
    }
    expect(await want('300')).toMatchObject({ body: { points: 300 } })
    expect(page.text()).toContain('按规则实际用 0 积分')
    expect(await want('9000')).toMatchObject({ body: { points: 500 } })
    await want('many')
    expect(page.text() + page.find('button[disabled]').text()).toMatch(/不是可识别的数字.*收款.*收款/s)
  })

  it('shows who buys and what they have before any price', async () => {
    const { page, find } = await counter()
    await find()
    const card = page.find('.buyer').text()
    expect(page.find('.buyer .tier').text()).toBe('金')
    for (const told of ['陈*', 'M0001', '138****0001', '800', '¥300.00', '¥60.00']) expect(card).toContain(told)
  })

  it('shows a clerk only what the clerk may see', async () => {
    logInAs('store1', 'checkout.sell', 'members.read', 'access.units-read')
    const { page, find } = await counter()
    await find()
    expect(page.find('.buyer').text()).toContain('陈*')
    expect(page.find('.buyer dl').exists()).toBe(false)
  })

  it('says what could not be read of the buyer, and asks again when told to', async () => {
    without = ['/api/members/m-1/balances']
    const { page, find } = await counter()
    await find()
    expect(page.find('.buyer').exists()).toBe(false)
    without = []
    await page
      .findAll('button')
      .find((button) => button.text() === '重试')!
      .trigger('click')
    await settled()
    expect(page.find('.buyer').text()).toContain('800')
  })

  it('charges by F4 what was quoted, all of it by one method, and prints the receipt', async () => {
    const { page, price } = await counter()
    await price('100')
    dispatchEvent(new KeyboardEvent('keydown', { key: 'F4', cancelable: true }))
    await settled()
    expect(sent.find((one) => one.path === '/api/checkouts')).toMatchObject({
      body: { expected: quote.expected, payments: [{ method: 'cash', amount: yuan(90) }] },
    })
    expect(page.text()).toContain('260302-ABC')
  })

  it('lets cashback pay for a part, more when the basket grows, and charges what is left', async () => {
    more = { mostCashback: yuan(30) }
    const { page, price, find } = await counter()
    await find()
    await price('100')
    expect(page.text()).toContain('用返利付 ¥30.00')
    more = { mostCashback: yuan(30), cashback: yuan(30), payable: yuan(60) }
    await tick(page, '用返利付')
    await settled()
    expect(sent.findLast((one) => one.path === '/api/checkouts/quote')!.body).toMatchObject({ cashback: yuan(30) })
    expect(page.text()).toContain('还要收')
    more = { mostCashback: yuan(45), cashback: yuan(45), payable: yuan(155) }
    await price('200')
    expect(sent.findLast((one) => one.path === '/api/checkouts/quote')!.body).toMatchObject({ cashback: yuan(45) })
    dispatchEvent(new KeyboardEvent('keydown', { key: 'F4', cancelable: true }))
    await settled()
    expect(sent.find((one) => one.path === '/api/checkouts')).toMatchObject({
      body: { basket: { cashback: yuan(45) }, payments: [{ method: 'cash', amount: yuan(155) }] },
    })
  })

  it('never leaves out a line whose amount can not be read', async () => {
    const { page, price } = await counter()
    await price('100')
    const before = sent.length
    await price('￥50')
    expect(page.find('#wrong-line-0').text()).toContain('不是可识别的金额')
    dispatchEvent(new KeyboardEvent('keydown', { key: 'F4', cancelable: true }))
    await settled()
    expect(sent.slice(before)).toEqual([])
  })

  it('says why there is no price', async () => {
    refuse = true
    const { page, price } = await counter()
    await price('100')
    expect(page.text()).toContain('这家门店不在您的范围内')
  })
})
