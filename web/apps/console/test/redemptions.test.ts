import { ensureEveryMessage, setLocale } from '@guildhall/i18n'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import RedemptionsPage from '@/features/mall/pages/RedemptionsPage.vue'
import RewardsPage from '@/features/mall/pages/RewardsPage.vue'
import { registerFeatureMessages } from '@/modules/registry'
import { mounted } from '../../../packages/ui/test/mounting'
import { logInAs } from './staff'

const order = (id: string) => ({
  id,
  member: 'm-1',
  reward: { id: 'r-1', code: 'CUP', name: `保温杯${id}` },
  quantity: 1,
  unitPoints: 300,
  points: 300,
  state: 'waiting',
  stores: [],
  placedAt: '2026-03-02T02:00:00Z',
  pickUpBy: '2026-03-09T16:00:00Z',
  givenAgain: 0,
  payments: [],
})
const reward = (id: string, state: string, details: object) => ({
  id,
  state,
  revision: 1,
  details: { code: id, kind: 'goods', name: id, points: 300, stores: [], tierPrices: [], ...details },
  stock: { available: 0, held: 0, gone: 0, received: 0 },
})
const sent: unknown[] = []
const answers: Record<string, (address: URL) => unknown> = {
  '/api/redemptions': ({ searchParams }) =>
    searchParams.get('cursor') === 'second'
      ? { items: [order('2')] }
      : { items: [order('1')], next: 'second', total: { value: 10_000, exact: false } },
  '/api/redemptions/export': () => ({ id: 'j-1', kind: 'mall.export', state: 'WAITING', done: 0, total: 0 }),
  '/api/jobs/j-1': () => ({ id: 'j-1', state: 'DONE', done: 1, total: 1, result: { download: 'd-1' } }),
  '/api/rewards': () => ({
    items: [
      reward('A', 'draft', { lastDay: '2027-01-22' }),
      reward('B', 'on-sale', { firstDay: '2026-01-01', lastDay: '2027-01-22' }),
      reward('C', 'off', { firstDay: '2026-01-01' }),
      reward('D', 'draft', {}),
    ],
  }),
}

beforeEach(async () => {
  sent.length = 0
  document.body.replaceChildren()
  registerFeatureMessages()
  await setLocale('zh-CN')
  await ensureEveryMessage()
  logInAs('lead', 'mall.read', 'mall.export')
  vi.stubGlobal('fetch', async (call: Request) => {
    if (call.method === 'POST') sent.push(await call.clone().json())
    const address = new URL(call.url)
    const body = answers[address.pathname]?.(address) ?? { items: [] }
    return new Response(JSON.stringify(body), { status: 200, headers: { 'Content-Type': 'application/json' } })
  })
})

async function settled() {
  for (let turn = 0; turn < 4; turn += 1) await flushPromises()
}

describe('picking rows', () => {
  it('offers what can be done with them, once, and lets go of rows that another page no longer shows', async () => {
    logInAs('lead', 'mall.read', 'mall.cancel')
    const warned = vi.spyOn(console, 'warn')
    const page = await mounted(RedemptionsPage as Component, {})
    await settled()
    await page.find('tbody input[type=checkbox]').setValue(true)
    await settled()
    expect(page.text()).toContain('取消 1 单')
    expect(page.findAll('tbody input:checked')).toHaveLength(1)
    await page.find('button[aria-label="下一页"]').trigger('click')
    await settled()
    expect(page.text()).not.toContain('取消 1 单')
    expect(warned).not.toHaveBeenCalled()
  })
})

describe('a long list', () => {
  it('is walked on and back by its cursor, and says that there are more than were counted', async () => {
    const page = await mounted(RedemptionsPage as Component, {})
    await settled()
    expect(page.find('.count').text()).toBe('10,000+')
    await page.find('button[aria-label="下一页"]').trigger('click')
    await settled()
    expect(page.text()).toContain('保温杯2')
    expect(page.find('.pager').text()).toContain('第 2 页')
    await page.find('button[aria-label="上一页"]').trigger('click')
    await settled()
    expect(page.text()).toContain('保温杯1')
  })

  it('is taken out only for a reason, with what it was narrowed to, and followed to its file', async () => {
    const page = await mounted(RedemptionsPage as Component, {})
    await settled()
    const press = (name: string) => page.findAll('button').find((button) => button.text() === name)!
    await press('导出').trigger('click')
    const dialog = page.findAll('dialog').find((one) => one.text().includes('导出兑换单'))!
    expect(dialog.text()).toContain('将导出 10,000+ 项')
    await dialog.find('form').trigger('submit')
    await settled()
    expect(sent).toEqual([])
    expect(dialog.text()).toContain('请写明原因')
    await dialog.find('select').setValue('CSV')
    await dialog.find('input').setValue('月度盘点 ')
    await dialog.find('form').trigger('submit')
    await settled()
    expect(sent).toEqual([{ query: {}, format: 'CSV', reason: '月度盘点', language: 'zh-CN' }])
    expect(dialog.find('a[download]').attributes('href')).toBe('/api/downloads/d-1')
  })
})

it('open ends are told in words, and only what is on sale can be sold out', async () => {
  const page = await mounted(RewardsPage as Component, {})
  await settled()
  const shown = page.findAll('tbody tr').map((row) => {
    const texts = row.findAll('td').map((cell) => cell.text())
    return [texts[4], texts[7]]
  })
  expect(shown).toEqual([
    ['0', '至 2027-01-22'],
    ['已兑完', '2026-01-01 – 2027-01-22'],
    ['0', '自 2026-01-01 起'],
    ['0', '长期'],
  ])
})
