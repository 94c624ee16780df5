import { monthDays } from '../src/features/benefits/show'
import { describe, expect, it } from 'vitest'

describe('the days behind a month of the cost report', () => {
  it('are all of the month', () => {
    expect(monthDays('2026-02', '', '')).toBe('2026-02-01..2026-02-28')
    expect(monthDays('2028-02', '', '')).toBe('2028-02-01..2028-02-29')
    expect(monthDays('2026-12', '', '')).toBe('2026-12-01..2026-12-31')
  })
  it('end where the report ends', () => {
    expect(monthDays('2026-03', '2026-03-10', '')).toBe('2026-03-10..2026-03-31')
    expect(monthDays('2026-03', '2026-02-10', '2026-03-05')).toBe('2026-03-01..2026-03-05')
    expect(monthDays('2026-03', '2026-01-01', '2026-12-31')).toBe('2026-03-01..2026-03-31')
  })
})
