import { describe, expect, it } from 'vitest'
import { lineState, percentText } from '../src/features/cashback/show'
import type { PayoutLine } from '../src/features/cashback/types'

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
