import { dayAfter } from '../src/features/sessioncards/show'
import { describe, expect, it } from 'vitest'

describe('the day beside another', () => {
  it('crosses months, years and leap days', () => {
    expect(dayAfter('2026-03-01', -1)).toBe('2026-02-28')
    expect(dayAfter('2028-02-28', 1)).toBe('2028-02-29')
    expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01')
  })
})
