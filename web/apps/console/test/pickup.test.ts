import { ensureEveryMessage, setLocale } from '@guildhall/i18n'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import PickUpPage from '@/features/mall/pages/PickUpPage.vue'
import { registerFeatureMessages } from '@/modules/registry'
import { mounted } from '../../../packages/ui/test/mounting'
import { logInAs } from './staff'

const order = {
  id: 'o-1',
  member: 'm-1',
  reward: { id: 'r-1', code: 'CUP', name: '保温杯' },
  quantity: 2,
  unitPoints: 300,
  points: 600,
  state: 'waiting',
  stores: [],
  placedAt: '2026-03-02T02:00:00Z',
  pickUpBy: '2026-03-09T16:00:00Z',
  givenAgain: 0,
  payments: [],
}
const asked: { path: string; body: unknown; key: string | null }[] = []

beforeEach(async () => {
  asked.length = 0
  registerFeatureMessages()
  await setLocale('zh-CN')
  await ensureEveryMessage()
  logInAs('store', 'mall.hand-out', 'access.units-read')
  vi.stubGlobal('fetch', async (call: Request) => {
    const path = new URL(call.url).pathname
    if (call.method === 'POST') {
      asked.push({ path, body: await call.clone().json(), key: call.headers.get('Idempotency-Key') })
    }
    const answers: Record<string, unknown> = {
      '/api/units': [{ id: 's-1', kind: 'store', code: 'S1', name: '静安店' }],
      '/api/redemptions/look-up': order,
      '/api/redemptions/hand-out': { ...order, state: 'fulfilled' },
    }
    const body = answers[path] ?? { items: [] }
    return new Response(JSON.stringify(body), { status: 200, headers: { 'Content-Type': 'application/json' } })
  })
})

async function settled() {
  for (let turn = 0; turn < 4; turn += 1) await flushPromises()
}

it('the code is checked first and handed out with one more press, keyed so that a double press is one act', async () => {
  const page = await mounted(PickUpPage as Component, {})
  await settled()
  await page.find('input').setValue('1234 5678 901')
  expect(page.find('button[type=submit]').attributes('disabled')).toBeDefined()
  await page.find('input').setValue('1234 5678 9012')
  await page.find('form').trigger('submit')
  await settled()
  expect(page.text()).toContain('保温杯')
  expect(asked).toEqual([
    { path: '/api/redemptions/look-up', body: { code: '1234 5678 9012', store: 's-1' }, key: null },
  ])
  await page
    .findAll('button')
    .find((button) => button.text().includes('确认交付'))!
    .trigger('click')
  await settled()
  expect(asked.at(-1)?.path).toBe('/api/redemptions/hand-out')
  expect(asked.at(-1)?.key).toBeTruthy()
  expect(page.text()).toContain('已领取')
  expect(page.text()).not.toContain('确认交付')
})
