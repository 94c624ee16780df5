import { describe, expect, it } from 'vitest'
import { lineState, percentText, reversingOf } from '../src/features/cashback/show'
import type { Payout, PayoutLine } from '../src/features/cashback/types'

describe('hundredths of a percent', () => {
  it.each([
    [1, '0.01'],
    [80, '0.8'],
    [125, '1.25'],
    [200, '2'],
    [1_000, '10'],
    [5_000, '50'],
  ])('%i are %s percent', (basisPoints, text) => {
    expect(percentText(basisPoints)).toBe(text)
  })
})

describe('what became of a promoter’s line', () => {
  const line = (more: Partial<PayoutLine>) => lineState({ state: 'paid', ...more } as PayoutLine).word
  const paid = { minor: 100, currency: 'CNY' }
  it.each([
    ['heldWhy.owed', { held: 'owed' }],
    ['heldWhy.below-least', { held: 'below-least' }],
    ['lineReversed', { paid, reversed: { reason: '户名不符', at: '', actor: '' } }],
    ['state.paid', { paid }],
    ['leftOut', {}],
    ['state.asked', { state: 'asked' }],
    ['state.dropped', { state: 'dropped' }],
  ] as [string, Partial<PayoutLine>][])('is %s', (word, more) => {
    expect(line(more)).toBe(word)
  })
})

describe('a payment whose reversal waits', () => {
  const paid = { minor: 100, currency: 'CNY' }
  const line = (more: Partial<PayoutLine>) => ({ state: 'paid', member: 'm1', paid, ...more }) as PayoutLine
  const payout = (member?: string) => ({ reversing: [{ request: 'r1', member }] }) as unknown as Payout

  it('says so, whether it alone or all of the payout is to be taken back', () => {
    expect(reversingOf(payout('m1'), line({}))?.request).toBe('r1')
    expect(reversingOf(payout(), line({}))?.request).toBe('r1')
    expect(lineState(line({}), true)).toEqual({ tone: 'warn', word: 'lineReversing' })
  })

  it('is no other promoter’s, and none that was taken back', () => {
    expect(reversingOf(payout('m2'), line({}))).toBeUndefined()
    expect(reversingOf(payout(), line({ reversed: { reason: '', at: '', actor: '' } }))).toBeUndefined()
    expect(lineState(line({})).word).toBe('state.paid')
  })
})
