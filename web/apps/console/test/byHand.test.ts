import { ensureEveryMessage, ensureWords, setLocale } from '@guildhall/i18n'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import ByHandPage from '@/features/loyalty/pages/ByHandPage.vue'
import { registerFeatureMessages } from '@/modules/registry'
import { mounted } from '../../../packages/ui/test/mounting'
import { logInAs } from './staff'

const change = (id: string, more: object) => ({
  id,
  member: 'm-1',
  kind: 'grant',
  asset: 'points',
  amount: 300,
  reason: '投诉补偿',
  actor: 'staff:p-1',
  actorName: '周宁',
  at: '2026-03-02T02:00:00Z',
  reversed: false,
  ...more,
})
const sent: unknown[] = []
const asked: string[] = []
let status = 200

beforeEach(async () => {
  sent.length = 0
  asked.length = 0
  status = 200
  document.body.replaceChildren()
  registerFeatureMessages()
  await setLocale('zh-CN')
  await ensureEveryMessage()
  await ensureWords()
  logInAs('auditor', 'adjustments.read', 'adjustments.export', 'access.staff-read', 'access.units-read')
  const answers: Record<string, unknown> = {
    '/api/staff': { items: [{ id: 'p-1', name: '周宁', username: 'zhou' }] },
    '/api/units': [{ id: 'u-1', code: 'OPS', name: '运营部', kind: 'department' }],
    '/api/changes-by-hand/export': { id: 'j-1', kind: 'adjustments.export', state: 'WAITING', done: 0, total: 0 },
    '/api/changes-by-hand': {
      items: [
        change('c-1', { approval: 'r-1' }),
        change('c-2', { kind: 'adjust', amount: -40, reversed: true }),
        change('c-3', { kind: 'spend', amount: -5, actor: 'system:demo', actorName: 'demo' }),
      ],
      total: { value: 3, exact: true },
    },
  }
  vi.stubGlobal('fetch', async (call: Request) => {
    const { pathname, search } = new URL(call.url)
    if (call.method === 'POST') sent.push(await call.clone().json())
    if (pathname === '/api/changes-by-hand') asked.push(search)
    const refused = pathname === '/api/changes-by-hand' && status !== 200
    return new Response(JSON.stringify(refused ? { code: 'unknown', status, facts: {} } : (answers[pathname] ?? {})), {
      status: refused ? status : 200,
      headers: { 'Content-Type': refused ? 'application/problem+json' : 'application/json' },
    })
  })
})

async function shown() {
  const page = await mounted(ByHandPage as Component, {})
  for (let turn = 0; turn < 6; turn += 1) await flushPromises()
  return page
}

it('lists who gave and took what by hand, with what became of it', async () => {
  const page = await shown()
  const rows = page.findAll('tbody tr').map((row) => row.findAll('td').map((cell) => cell.text()))
  expect(rows.map((cells) => cells.filter((text) => /手工|^[+−-]\d|有效|已撤销|周宁/.test(text)))).toEqual([
    ['手工发放', '+300', '周宁', '有效'],
    ['手工调整', '-40', '周宁', '已撤销'],
    ['手工扣减', '-5', '有效'],
  ])
})

it('tells of one whether somebody had to agree', async () => {
  const page = await shown()
  await page.find('tbody .link-button').trigger('click')
  await flushPromises()
  expect(page.find('dialog[open]').text()).toContain('经审批后入账')
})

it('is narrowed by person, unit, kind and day, and taken out with what it was narrowed to', async () => {
  const page = await shown()
  await page.vm.$router.push('/?actor=staff:p-1&unit=u-1&kind=spend&day=2026-03-01..2026-03-31&member=m-1')
  for (let turn = 0; turn < 4; turn += 1) await flushPromises()
  const narrowed = {
    actor: 'staff:p-1',
    unit: 'u-1',
    kind: 'spend',
    member: 'm-1',
    from: '2026-03-01',
    to: '2026-03-31',
  }
  expect(Object.fromEntries(new URLSearchParams(asked.at(-1)))).toEqual({ ...narrowed, limit: '50' })
  expect(page.text()).toContain('周宁')
  expect(page.text()).toContain('运营部')
  await page
    .findAll('button')
    .find((button) => button.text() === '导出')!
    .trigger('click')
  const dialog = page.findAll('dialog').find((one) => one.text().includes('导出人工调整'))!
  await dialog.find('input').setValue('季度核查')
  await dialog.find('form').trigger('submit')
  for (let turn = 0; turn < 4; turn += 1) await flushPromises()
  expect(sent.at(-1)).toEqual({ query: narrowed, format: 'XLSX', reason: '季度核查', language: 'zh-CN' })
})

it('says when it cannot be had, and does not look empty then', async () => {
  status = 500
  const page = await shown()
  expect(page.text()).not.toContain('还没有人工调整')
  expect(page.text()).toContain('重试')
})
