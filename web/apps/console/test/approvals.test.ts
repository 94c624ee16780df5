import { ensureEveryMessage, ensureWords, problemText, ensureProblemTexts, setLocale } from '@guildhall/i18n'
import { beforeEach, expect, it } from 'vitest'
import { aboutOf } from '@/features/approvals/show'
import type { Approval } from '@/features/approvals/types'
import { registerFeatureMessages } from '@/modules/registry'

const about = (facts: Record<string, unknown>) => aboutOf({ facts } as unknown as Approval)
const sum = { minor: 7_108, currency: 'CNY' }

beforeEach(async () => {
  registerFeatureMessages()
  await setLocale('zh-CN', false)
  await ensureEveryMessage()
  await ensureWords()
  await ensureProblemTexts()
})

it('a payout is told by its month, what it comes to and how many it is for, each by its name', () => {
  expect(about({ promoters: 12, sum, month: '2026-10', payout: 'p-1' })).toBe('2026-10 月度 · ¥71.08 · 12 位推广员')
  expect(about({ sum, month: '2026-10', payout: 'p-1' })).toBe('2026-10 月度 · ¥71.08')
})

it('no figure stands without a word for what it is', () => {
  expect(about({ asset: 'points', amount: 500, ofToday: 800 })).toBe('积分 · 500 · 当日手工合计（含待批）800')
  expect(about({ amount: 500, members: 30, total: 15_000 })).toBe('每人 500 · 30 位会员 · 合计 15,000')
  expect(about({ quantity: 3 })).toBe('件数 3')
})

it('too little is told as money where it is money, and as a count where it is one', () => {
  const refused = (asset: string) =>
    problemText({ code: 'ledger.insufficient-balance', facts: { asset, available: 1_566, wanted: 5_000 } })
  for (const asset of ['principal', 'bonus', 'cashback', 'commission']) {
    expect(refused(asset)).toBe('可用 ¥15.66，不足 ¥50.00，没有扣减。')
  }
  expect(refused('points')).toBe('可用 1,566，不足 5,000，没有扣减。')
})
