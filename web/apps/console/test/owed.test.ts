import { ensureEveryMessage, setLocale } from '@guildhall/i18n'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import LiabilityPage from '@/features/finance/pages/LiabilityPage.vue'
import HeadlinePanel from '@/features/insights/components/HeadlinePanel.vue'
import DayPage from '@/features/prepaid/pages/DayPage.vue'
import { registerFeatureMessages } from '@/modules/registry'
import { mounted } from '../../../packages/ui/test/mounting'
import { logInAs } from './staff'

const yuan = (amount: number) => ({ minor: amount * 100, currency: 'CNY' })
const points = {
  outstanding: 0,
  held: 0,
  owed: 0,
  worth: yuan(0),
  byExpiry: [],
  byIssue: [],
  runOff: { known: 0, needed: 6 },
}
const advances = {
  day: '2026-03-02',
  issuer: 'SCALE',
  held: yuan(390),
  parts: [
    { what: 'stored-value', held: yuan(350) },
    { what: 'session-card', held: yuan(40) },
  ],
  cap: {
    state: 'near',
    percent: 40,
    income: yuan(1_000),
    yearEnd: '2025-12-31',
    outdated: false,
    most: yuan(400),
    left: yuan(10),
    usedPercent: 97.5,
    warnFromPercent: 80,
    beyond: 'REFUSE',
  },
  custody: { percent: 20, quarterEnd: '2025-12-31', balance: yuan(200), least: yuan(40) },
  why: { code: 'prepaid.advances', facts: { held: yuan(390) }, parts: [] },
}
const answers: [RegExp, unknown][] = [
  [
    /finance\/liability/,
    {
      asOf: '2026-03-02',
      points,
      storedValue: { principal: yuan(350), bonus: yuan(60) },
      coupons: [],
      cashback: { credited: yuan(70), waiting: yuan(8), owed: yuan(5) },
      commissions: { credited: yuan(90), waiting: yuan(9), owed: yuan(0) },
    },
  ],
  [/prepaid\/liability/, { principal: yuan(300), bonus: yuan(60), locked: yuan(50), accounts: 1, days: [] }],
  [/prepaid\/advances/, advances],
  [/prepaid\/days/, { day: '2026-03-02', stores: [], books: [], differences: [] }],
  [/insights/, { measures: [], period: { from: '2026-03-01', to: '2026-03-02' }, freshness: {} }],
]

beforeEach(async () => {
  document.body.replaceChildren()
  registerFeatureMessages()
  await setLocale('zh-CN')
  await ensureEveryMessage()
  logInAs('lead', 'finance.read', 'prepaid.reconcile', 'insights.read', 'members.read')
  vi.stubGlobal('fetch', async (call: Request) => {
    const found = answers.find(([path]) => path.test(call.url))?.[1] ?? { items: [] }
    return new Response(JSON.stringify(found), { status: 200, headers: { 'Content-Type': 'application/json' } })
  })
})

async function note(page: Component, name: string) {
  const shown = await mounted(page, {})
  for (let turn = 0; turn < 6; turn += 1) await flushPromises()
  const found = shown.find(`[data-note=${name}]`)
  return { text: found.text(), link: found.find('a').attributes('href') }
}

it('what is owed says on both screens why the other one differs, and leads there', async () => {
  const report = await note(LiabilityPage as Component, 'stored')
  expect(report.text).toContain('含付款途中锁定的部分')
  expect(report.link).toBe('/stored-value/day')
  const day = await note(DayPage as Component, 'stored')
  expect(day.text).toContain('不含锁定中的部分')
  expect(day.link).toBe('/finance/liability')
})

async function told(page: Component) {
  const shown = await mounted(page, {})
  for (let turn = 0; turn < 6; turn += 1) await flushPromises()
  return shown.text()
}

it('the report tells cashback and commissions apart, and what waits of each', async () => {
  const text = await told(LiabilityPage as Component)
  for (const part of ['返利已入账未用', '¥70.00', '返利待入账', '¥8.00', '另有会员欠 ¥5.00', '佣金待入账', '¥9.00']) {
    expect(text).toContain(part)
  }
})

it('what is held in advance stands beside its cap and what has to be in custody, with the warning', async () => {
  const text = await told(DayPage as Component)
  for (const part of ['储值本金 ¥350.00', '计次卡 ¥40.00', '¥400.00', '已用 97.5%', '接近上限', '会被拒收', '应存管']) {
    expect(text).toContain(part)
  }
})

it('the workbench says which members it counts', async () => {
  const total = await note(HeadlinePanel as Component, 'totals')
  expect(total.text).toContain('在籍的会员')
  expect(total.link).toBe('/members')
})
