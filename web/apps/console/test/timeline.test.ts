import { ensureWords, setLocale } from '@guildhall/i18n'
import { beforeEach, expect, it } from 'vitest'
import { sentenceOf } from '@/features/members/components/timeline'

const posted = (posting: string, amounts: Record<string, number>) =>
  sentenceOf({
    id: '1',
    kind: 'ledger.posted',
    occurredAt: '2026-03-02T01:00:00Z',
    recordedAt: '2026-03-02T01:00:00Z',
    facts: { posting, amounts },
  })

beforeEach(async () => {
  await setLocale('zh-CN', false)
  await ensureWords()
})

it('what a purchase brought and what is taken back of it are told apart', () => {
  expect(posted('purchase', { points: 120, growth: 120 })).toBe('积分变动：消费')
  expect(posted('purchase', { points: -120, growth: -120 })).toBe('积分收回：消费')
})

it('a spend is no taking back, and a correction of several assets is one only if all go down', () => {
  expect(posted('manual-spend', { points: -5 })).toBe('积分变动：手工扣减')
  expect(posted('purchase', { points: -5, growth: 5 })).toBe('积分变动：消费')
})

const returned = (number: string, amount: unknown) =>
  sentenceOf({
    id: '1',
    kind: 'loyalty.return',
    occurredAt: '2026-03-02T01:00:00Z',
    recordedAt: '2026-03-02T01:00:00Z',
    facts: { number, purchaseNumber: 'C-1', amount },
  })

it('a return tells its amount, and its number where it has one of its own', () => {
  const amount = { minor: 3_000, currency: 'CNY' }
  expect(returned('R-1', amount)).toBe('退货 R-1：¥30.00（消费 C-1）')
  expect(returned('R-1', 'rest')).toBe('退货 R-1：全部（消费 C-1）')
  expect(returned('2bc91fc2-1111-4222-8333-123456789abc', amount)).toBe('退货 ¥30.00（消费 C-1）')
})
