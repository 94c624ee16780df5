import { ensureEveryMessage, setLocale } from '@guildhall/i18n'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import GrantPage from '@/features/loyalty/pages/GrantPage.vue'
import BroughtActs from '@/features/members/components/BroughtActs.vue'
import { numbersOf } from '@/features/members/lists'
import { registerFeatureMessages } from '@/modules/registry'
import { mounted } from '../../../packages/ui/test/mounting'
import { logInAs } from './staff'

const sent: { path: string; body: Record<string, unknown> }[] = []
const run = { id: 'r-1', state: 'done', members: 2, startedAt: '2026-03-02T02:00:00Z', actorName: '周宁' }
const grant = {
  id: 'g-1',
  amount: 100,
  reason: '周年答谢',
  members: 2,
  total: 200,
  actor: 'staff:1',
  actorName: '周宁',
  askedAt: '2026-03-02T02:00:00Z',
}
let found: (cursor: unknown) => object
let answer: object = grant

beforeEach(async () => {
  sent.length = 0
  answer = { ...grant, run }
  found = (cursor) => (cursor === 'b' ? { items: [{ number: 'M2' }] } : { items: [{ number: 'M1' }], next: 'b' })
  document.body.replaceChildren()
  registerFeatureMessages()
  await setLocale('zh-CN')
  await ensureEveryMessage()
  logInAs('ops', 'ledger.adjust', 'adjustments.export')
  vi.stubGlobal('fetch', async (call: Request) => {
    const { pathname } = new URL(call.url)
    const body = call.method === 'POST' ? ((await call.clone().json()) as Record<string, unknown>) : {}
    if (call.method === 'POST') sent.push({ path: pathname, body })
    const answers: Record<string, unknown> = {
      '/api/members/search': found(body.cursor),
      '/api/batch-grants/undefined/export': { id: 'j-1', state: 'WAITING', done: 0, total: 0 },
      '/api/batch-grants/undefined/members': { items: [] },
    }
    const one = answers[pathname] ?? (pathname.startsWith('/api/batch-grants/') ? answer : { id: 'j-1', state: 'DONE' })
    return new Response(JSON.stringify(one), { status: 200, headers: { 'Content-Type': 'application/json' } })
  })
})
async function settled() {
  for (let turn = 0; turn < 8; turn += 1) await flushPromises()
}
const picked = { filter: { type: 'ids' as const, in: ['1', '2'] } }

it('members picked in the list are handed to the grant by their numbers, all pages of them', async () => {
  const page = await mounted(BroughtActs as Component, { props: { query: picked } } as never)
  await page
    .findAll('button')
    .find((button) => button.text() === '批量发放积分')!
    .trigger('click')
  await vi.waitFor(() => expect(document.querySelector<HTMLTextAreaElement>('textarea')?.value).toBe('M1\nM2'))
  expect(sent.map((one) => one.body.cursor)).toEqual([undefined, 'b'])
  expect(sent[0]!.body.filter).toEqual(picked.filter)
})

it('no more are fetched than are needed to say that they are too many', async () => {
  found = () => ({ items: Array.from({ length: 200 }, (_, at) => ({ number: `M${at}` })), next: 'more' })
  expect(await numbersOf({})).toHaveLength(10_200)
})

it('is not offered to those who may not give', async () => {
  logInAs('analyst', 'members.export')
  expect((await mounted(BroughtActs as Component, { props: { query: picked } } as never)).find('button').exists()).toBe(
    false,
  )
})

it('what a grant gave is taken out for a reason, once it gave something', async () => {
  const page = await mounted(GrantPage as Component, {})
  await settled()
  const take = () => page.findAll('button').find((button) => button.text() === '导出')
  await take()!.trigger('click')
  const dialog = page.findAll('dialog').find((one) => one.text().includes('导出发放明细'))!
  await dialog.find('input').setValue('对账')
  await dialog.find('form').trigger('submit')
  await settled()
  expect(sent.at(-1)?.body).toEqual({ format: 'XLSX', reason: '对账', language: 'zh-CN' })
  expect(sent.at(-1)?.path).toContain('/export')

  answer = { ...grant, asked: { request: 'q', state: 'pending' } }
  document.body.replaceChildren()
  const waiting = await mounted(GrantPage as Component, {})
  await settled()
  expect(waiting.findAll('button').some((button) => button.text() === '导出')).toBe(false)
})
