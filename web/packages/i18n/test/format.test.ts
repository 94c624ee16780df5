import { beforeEach, describe, expect, it } from 'vitest'
import {
  currencyUnit,
  ensureMessages,
  formatInteger,
  formatList,
  formatMoney,
  formatRange,
  formatRelative,
  formatTotal,
  lastDayBefore,
  setLocale,
} from '../src'

describe('figures in Chinese', () => {
  beforeEach(() => setLocale('zh-CN', false))

  it('money keeps every cent, beyond what a double can divide', () => {
    expect(formatMoney({ minor: 9007199254740991, currency: 'CNY' })).toBe('¥90,071,992,547,409.91')
    expect(formatMoney({ minor: -5, currency: 'CNY' })).toBe('-¥0.05')
    expect(formatMoney({ minor: 1200, currency: 'JPY' })).toBe('¥1,200')
  })

  it('yuan stand as 元 beside what is typed, other currencies by their code', () => {
    expect(currencyUnit('CNY')).toBe('元')
    expect(currencyUnit('USD')).toBe('USD')
  })

  it('large figures are compact in 万 and 亿', () => {
    expect(formatInteger(128_406, { compact: true })).toBe('12.84万')
    expect(formatInteger(9_999, { compact: true })).toBe('9,999')
    expect(formatMoney({ minor: 1_234_567_890_00, currency: 'CNY' }, true)).toBe('¥12.35亿')
  })

  it('signed figures show a plus, and none for zero', () => {
    expect(formatInteger(120, { signed: true })).toBe('+120')
    expect(formatInteger(0, { signed: true })).toBe('0')
  })

  it('what ends as a day begins is good until the day before', () => {
    expect(lastDayBefore('2028-01-01')).toBe('2027-12-31')
    expect(lastDayBefore('2028-03-01')).toBe('2028-02-29')
  })

  it('time is relative below seven days and a business date after that', () => {
    const now = Date.parse('2026-03-10T02:00:00Z')
    expect(formatRelative('2026-03-10T01:55:00Z', now)).toBe('5分钟前')
    expect(formatRelative('2026-03-02T17:00:00Z', now)).toBe('2026-03-03')
  })
})

describe('what is put together from parts', () => {
  const texts = (names: string[], from?: string, to?: string) => [formatList(names), formatRange(from, to)]

  it.each([
    ['zh-CN', ['甲、乙、丙', '自 2026-01-01 起', '至 2026-01-31']],
    ['zh-TW', ['甲、乙和丙', '自 2026-01-01 起', '至 2026-01-31']],
    ['en', ['甲, 乙, 丙', 'from 2026-01-01', 'until 2026-01-31']],
  ] as const)('is written as %s writes it', async (locale, [list, from, to]) => {
    await ensureMessages('')
    await setLocale(locale, false)
    expect(texts(['甲', '乙', '丙'], '2026-01-01', '')).toEqual([list, from])
    expect(texts(['甲'], undefined, '2026-01-31')).toEqual(['甲', to])
    expect(texts([], '2026-01-01', '2026-01-31')).toEqual(['', '2026-01-01 – 2026-01-31'])
    expect(texts([], '', '')).toEqual(['', ''])
  })

  it('a total says when there are more than were counted, and nothing when it is not known', () => {
    expect(formatTotal({ value: 12_345, exact: true })).toBe('12,345')
    expect(formatTotal({ value: 10_000, exact: false })).toBe('10,000+')
    expect(formatTotal(undefined)).toBe('')
  })
})
