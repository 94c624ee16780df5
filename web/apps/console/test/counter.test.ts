import { ensureEveryMessage, ensureExplainTexts, ensureProblemTexts, ensureWords, setLocale } from '@guildhall/i18n'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import CounterPage from '@/features/checkout/pages/CounterPage.vue'
import { registerFeatureMessages } from '@/modules/registry'
import { mounted } from '../../../packages/ui/test/mounting'
import { buyer, called, other, owned, quote, sold, yuan } from './counterData'
import { logInAs } from './staff'

const sent: { path: string; body: unknown }[] = []
let refuse = false
let more: Record<string, unknown> = {}
let without: string[] = []
let buyers: Record<string, unknown> = {}

beforeEach(async () => {
  sent.length = 0
  refuse = false
  more = {}
  without = []
  buyers = {
    '/api/members/search': { items: [{ id: 'm-1', ...called, tags: [], columns: {} }] },
    '/api/counter-buyers/m-1': { ...buyer, ...owned },
  }
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
      '/api/units': [
        { id: 's-1', code: 'S1', name: '徐汇店', kind: 'store', open: true },
        { id: 's-2', code: 'S2', name: '天河店', kind: 'store', open: true },
      ],
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
    expect(card).not.toContain('属于')
    expect(page.text()).toContain('会员页')
    expect(sent.map((one) => one.path)).not.toContain('/api/counter-buyers')
  })

  it('finds a member of another store by the whole number, and says whose it is without a way to the file', async () => {
    const { page, price, find } = await counter()
    buyers = {
      '/api/members/search': { items: [] },
      '/api/counter-buyers': [other],
      '/api/counter-buyers/m-1': other,
    }
    await find()
    expect(sent.find((one) => one.path === '/api/counter-buyers')?.body).toEqual({ shown: 'M0001', store: 's-1' })
    expect(page.find('.buyer').text()).toContain('属于“天河店”的会员')
    expect(page.text()).not.toContain('会员页')
    await price('100')
    expect(sent.findLast((one) => one.path === '/api/checkouts/quote')).toMatchObject({ body: { member: 'm-1' } })
    const again = page.findAll('button').find((button) => button.text() === '重新识别或换一位')!
    await again.trigger('click')
    expect(page.find('input[type="search"]').exists()).toBe(true)
  })

  it('asks which one where several share a mobile, and says when there is nobody anywhere', async () => {
    const { page, find } = await counter()
    buyers = {
      '/api/members/search': { items: [] },
      '/api/counter-buyers': [other, { ...other, member: 'm-2', number: 'M0002', name: '王*' }],
      '/api/counter-buyers/m-2': { ...other, member: 'm-2', number: 'M0002', name: '王*' },
    }
    await find()
    expect(page.findAll('.found button').map((one) => one.text())).toEqual(['陈* M0001', '王* M0002'])
    buyers = { ...buyers, '/api/counter-buyers': [] }
    await find()
    expect(page.text()).toContain('没有找到；可以不识别会员直接收银')
  })

  it('shows a clerk only what the clerk may see', async () => {
    buyers['/api/counter-buyers/m-1'] = buyer
    const { page, find } = await counter()
    await find()
    expect(page.find('.buyer').text()).toContain('陈*')
    expect(page.find('.buyer dl').exists()).toBe(false)
  })

  it('says what could not be read of the buyer, and asks again when told to', async () => {
    without = ['/api/counter-buyers/m-1']
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
