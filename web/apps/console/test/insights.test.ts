import { setLocale } from '@guildhall/i18n'
import { beforeEach, describe, expect, it } from 'vitest'
import { mix, monthly, tableOf } from '@/features/insights/charts'
import { currenciesOf, monthsBetween, movementOf, valueText } from '@/features/insights/figures'
import { periodOf } from '@/features/insights/periods'
import type { Cell, MeasureResult } from '@/features/insights/types'

const cell = (k1: string, value: number, k2 = '', base?: number): Cell => ({ k1, k2, value, members: 1, base })
const result = (cells: Cell[], previous: Cell[] = []): MeasureResult => ({
  code: 'revenue',
  shape: 'SERIES',
  quantity: 'MONEY',
  cells,
  previous,
})

describe('a period', () => {
  it('of twelve months starts with the first of the month eleven months before', () => {
    expect(periodOf('last-12-months', '2026-03-15')).toEqual({ from: '2025-04-01', to: '2026-03-15' })
  })

  it('of last month ends with its last day, over the turn of the year and in February', () => {
    expect(periodOf('last-month', '2026-01-02')).toEqual({ from: '2025-12-01', to: '2025-12-31' })
    expect(periodOf('last-month', '2028-03-31')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
  })

  it('lists its months without a gap', () => {
    expect(monthsBetween('2025-11-20', '2026-02-01')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
  })
})

describe('a figure', () => {
  beforeEach(() => setLocale('zh-CN', false))

  it('of shares moves by percentage points, not by a ratio of ratios', () => {
    expect(movementOf('SHARE', cell('', 30, '', 100), cell('', 20, '', 100))).toEqual({
      kind: 'points',
      by: expect.closeTo(0.1),
    })
  })

  it('says that there is nothing to compare with rather than an infinite rise', () => {
    expect(movementOf('MEMBERS', cell('', 12), undefined)).toEqual({ kind: 'from-nothing' })
    expect(movementOf('SHARE', cell('', 1, '', 2), cell('', 0, '', 0))).toEqual({ kind: 'from-nothing' })
  })

  it('of money is told in its currency', () => {
    expect(valueText('MONEY', cell('USD', 123456), 'USD', false)).toBe('$1,234.56')
    expect(valueText('SHARE', cell('', 1, '', 8))).toBe('12.5%')
  })

  it('names the house’s own currency first', () => {
    expect(currenciesOf([result([cell('AUD', 1), cell('CNY', 1)], [cell('USD', 1)])])).toEqual(['CNY', 'AUD', 'USD'])
  })
})

describe('a chart', () => {
  const names = { now: '本期', before: '上期' }

  it('shows months without sales as nothing, beside the month in the same place before', () => {
    const months = ['2026-01', '2026-02']
    const earlier = ['2025-11', '2025-12']
    const chart = monthly(
      result([cell('2026-02', 70, 'CNY'), cell('2026-02', 9, 'USD')], [cell('2025-11', 50, 'CNY')]),
      months,
      earlier,
      names,
      'CNY',
    )
    expect(chart.series.map((series) => series.values)).toEqual([
      [0, 70],
      [50, 0],
    ])
  })

  it('keeps what was there before and is no longer', () => {
    const chart = mix(result([cell('gold', 2)], [cell('silver', 5)]), names, (key) => key, {
      order: ['silver', 'gold'],
    })
    expect(chart.keys).toEqual(['silver', 'gold'])
    expect(tableOf(chart, '等级', String).rows).toEqual([
      ['silver', '0', '5'],
      ['gold', '2', '0'],
    ])
  })
})
