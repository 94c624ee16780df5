import { ensureEveryMessage, setLocale } from '@guildhall/i18n'
import { ConfirmDialog } from '@guildhall/ui'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { h, type Component } from 'vue'
import EntryWhy from '@/features/loyalty/components/EntryWhy.vue'
import { purchasesNumbered } from '@/features/loyalty/queries'
import { registerFeatureMessages } from '@/modules/registry'
import { mounted } from '../../../packages/ui/test/mounting'
import { logInAs } from './staff'

const entry = (kind: string) => ({ kind, postingId: 'p-1', causeId: 'c-1', asset: 'points', amount: 500, parts: [] })
const asked: { path: string; key: string | null; body?: unknown }[] = []

beforeEach(async () => {
  asked.length = 0
  document.body.replaceChildren()
  registerFeatureMessages()
  await setLocale('zh-CN')
  await ensureEveryMessage()
  logInAs('ops', 'ledger.read', 'ledger.adjust')
  vi.stubGlobal('fetch', async (call: Request) => {
    const { pathname, search } = new URL(call.url)
    const posted = call.method === 'POST' ? { body: await call.clone().json() } : {}
    asked.push({ path: pathname + search, key: call.headers.get('Idempotency-Key'), ...posted })
    const body = pathname.endsWith('/why') ? { code: 'x', facts: {}, parts: [] } : { items: [] }
    return new Response(JSON.stringify(body), { status: 200, headers: { 'Content-Type': 'application/json' } })
  })
})

async function dialogs(kind: string, reversed = false) {
  const both = { render: () => [h(EntryWhy, { entry: entry(kind) as never, reversed }), h(ConfirmDialog)] }
  const page = await mounted(both as Component, {})
  await flushPromises()
  const button = () => page.findAll('button').find((one) => one.text() === '撤销这笔')
  return { page, button }
}

describe('what was booked by hand', () => {
  it('is taken back for a reason that is asked for, once however often one presses', async () => {
    const { page, button } = await dialogs('manual-grant')
    await button()!.trigger('click')
    await flushPromises()
    const question = page.find('form#confirm')
    await question.trigger('submit')
    expect(asked.filter((one) => one.path.endsWith('/reverse'))).toEqual([])
    await question.find('textarea').setValue('登记错了')
    await question.trigger('submit')
    await flushPromises()
    expect(asked.filter((one) => one.path.endsWith('/reverse'))).toEqual([
      { path: '/api/postings/p-1/reverse', key: expect.any(String), body: { reason: '登记错了' } },
    ])
  })

  it('is not offered twice, nor for what a document brought about, nor to those who may not', async () => {
    expect((await dialogs('manual-grant', true)).button()).toBeUndefined()
    expect((await dialogs('purchase')).button()).toBeUndefined()
    logInAs('service', 'ledger.read')
    expect((await dialogs('manual-grant')).button()).toBeUndefined()
  })
})

it('the palette looks for receipts by what has a digit in it, not by names', async () => {
  await purchasesNumbered('林晓雯')
  await purchasesNumbered('SH01-26')
  expect(asked.map((one) => one.path)).toEqual(['/api/purchases?number=SH01-26&limit=5'])
})
