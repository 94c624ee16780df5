import { ensureEveryMessage, ensureWords, setLocale } from '@guildhall/i18n'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import OddsTable from '@/features/lottery/components/OddsTable.vue'
import TemplatesPage from '@/features/messages/pages/TemplatesPage.vue'
import { messages } from '@/features/messages/queries'
import { byLanguage, type Draft } from '@/features/messages/show'
import { registerFeatureMessages } from '@/modules/registry'
import { mounted } from '../../../packages/ui/test/mounting'
import { logInAs } from './staff'

const template = (code: string, more: object) => ({
  code,
  reason: 'messages.by-hand',
  purpose: 'service',
  channel: 'sms',
  retired: false,
  planned: 0,
  current: { version: 1, texts: [{ language: 'zh-CN', body: 'x' }], publishedAt: '2026-03-02T02:00:00Z' },
  ...more,
})
const sent: Record<string, unknown>[] = []

beforeEach(async () => {
  sent.length = 0
  document.body.replaceChildren()
  registerFeatureMessages()
  await setLocale('zh-CN')
  await ensureEveryMessage()
  await ensureWords()
  logInAs('ops', 'messages.read')
  vi.stubGlobal('fetch', async (call: Request) => {
    if (call.method === 'POST') sent.push((await call.clone().json()) as Record<string, unknown>)
    const all = [template('tea-party', { name: '品茶会邀请' }), template('card-reissued', {})]
    return new Response(JSON.stringify(all), { status: 200, headers: { 'Content-Type': 'application/json' } })
  })
})

/** On a phone the titles of the columns are gone, so every value has to carry its own. */
function expectTitled(page: Awaited<ReturnType<typeof mounted>>) {
  const titles = page.findAll('thead th').map((title) => title.text())
  for (const row of page.findAll('tbody tr')) {
    const cells = row.findAll('th, td').slice(1)
    expect(cells.map((cell) => cell.attributes('data-title'))).toEqual(titles.slice(1))
  }
}

describe('the list of templates', () => {
  it('names them for people, and those without a name by what they tell; the code stands beside', async () => {
    const page = await mounted(TemplatesPage as Component, {})
    await flushPromises()
    expect(page.findAll('tbody a').map((link) => link.text())).toEqual(['品茶会邀请（短信）', '手动通知（短信）'])
    expect(page.findAll('tbody .code').map((code) => code.text())).toEqual(['tea-party', 'card-reissued'])
    expectTitled(page)
  })

  it('sends a name only when there is one, so that an empty one takes nothing away', async () => {
    const draft = {
      ...{ code: 'tea-party', name: '  ', reason: 'r', purpose: 'service', channel: 'sms', note: 'n' },
      ...{ subjects: byLanguage([], 'subject'), bodies: byLanguage([], 'body') },
    } as Draft
    await messages.publish(draft, 1)
    await messages.publish({ ...draft, name: ' 品茶会 ' }, 1)
    expect(sent.map((body) => body.name)).toEqual([undefined, '品茶会'])
  })
})

it('the prizes of a lottery keep their titles on a phone', async () => {
  const prize = {
    code: 'TEA',
    name: '龙井',
    award: { kind: 'nothing' },
    odds: 1_000_000,
    worth: { minor: 0, currency: 'CNY' },
  }
  const lottery = { details: { prizes: [prize], consolation: 'TEA' }, counts: { prizes: [] } }
  const page = await mounted(OddsTable as Component, { props: { lottery } } as never)
  expect(page.find('table').classes()).toEqual(expect.arrayContaining(['plain', 'cards']))
  expect(page.find('tbody').text()).toContain('龙井')
  expectTitled(page)
})
