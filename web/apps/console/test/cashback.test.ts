import { describe, expect, it } from 'vitest'
import { percentText } from '../src/features/cashback/show'

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
