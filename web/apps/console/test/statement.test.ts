import { ensureEveryMessage, setLocale } from '@guildhall/i18n'
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import StatementPage from '@/features/loyalty/pages/StatementPage.vue'
import { registerFeatureMessages } from '@/modules/registry'
import { mounted } from '../../../packages/ui/test/mounting'
import { logInAs } from './staff'

const PAGES = 3
const json = (body: unknown) => new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } })
const line = (number: number) => ({
  postingId: `p${number}`,
  about: `p${number}`,
  asset: 'points',
  kind: 'purchase',
  amount: number,
  parts: [],
  occurredAt: '2026-03-02T01:00:00Z',
  recordedAt: '2026-03-02T01:00:00Z',
  causeType: 'x',
  causeId: 'c',
  policyVersion: 0,
})

/** A statement of three pages with one movement each. */
function serve() {
  vi.stubGlobal('fetch', async (call: Request) => {
    const url = new URL(call.url)
    if (!url.pathname.endsWith('/statement')) return json(url.pathname.endsWith('/balances') ? { balances: [] } : [])
    const page = Number(url.searchParams.get('cursor') ?? 1)
    return json({ items: [line(page)], next: page < PAGES ? String(page + 1) : undefined })
  })
}

beforeEach(async () => {
  document.body.replaceChildren()
  registerFeatureMessages()
  await setLocale('zh-CN', false)
  await ensureEveryMessage()
  logInAs('lead', 'ledger.read')
})

const PRESS: Record<string, (page: VueWrapper) => unknown> = {
  'the button': (page) =>
    page
      .findAll('button')
      .find((button) => button.text() === '打印')!
      .trigger('click'),
  'Ctrl and P': () => dispatchEvent(new KeyboardEvent('keydown', { key: 'p', ctrlKey: true, cancelable: true })),
}

it.each(Object.keys(PRESS))(
  'a statement prints its whole period by %s, and then shows the page that was on the screen again',
  async (way) => {
    serve()
    const wrapper = await mounted(StatementPage as Component, {})
    const settle = async () => {
      for (let turn = 0; turn < 12; turn += 1) await flushPromises()
    }
    await settle()
    expect(wrapper.findAll('tbody tr')).toHaveLength(1)
    let printed = 0
    vi.stubGlobal('print', () => {
      printed = wrapper.findAll('tbody tr').length
      expect(wrapper.text()).not.toContain('只印了')
    })
    expect(wrapper.text()).toContain('只印了第 1 页')
    await PRESS[way]!(wrapper)
    await settle()
    expect(printed).toBe(PAGES)
    expect(wrapper.findAll('tbody tr')).toHaveLength(1)
  },
)
