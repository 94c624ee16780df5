import { currentLocale, i18n } from './i18n'
import { businessZone, dayOf } from './zone'

const DAY_MS = 86_400_000

interface MoneyLike {
  minor: number
  currency: string
}

const cache = new Map<string, Intl.NumberFormat>()

function numbers(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = currentLocale() + JSON.stringify(options)
  let format = cache.get(key)
  if (format === undefined) cache.set(key, (format = new Intl.NumberFormat(currentLocale(), options)))
  return format
}

export function formatInteger(value: number | bigint, options: { compact?: boolean; signed?: boolean } = {}): string {
  const signDisplay = options.signed === true ? 'exceptZero' : 'auto'
  if (options.compact !== true || (value < 10_000 && value > -10_000))
    return numbers({ maximumFractionDigits: 0, signDisplay }).format(value)
  return numbers({ notation: 'compact', maximumFractionDigits: 2, useGrouping: true, signDisplay }).format(value)
}

/** How many a list holds; a plus where there are more than were counted. */
export const formatTotal = (total: { value: number; exact: boolean } | undefined) =>
  total === undefined ? '' : formatInteger(total.value) + (total.exact ? '' : '+')

export const formatDecimal = (value: number, digits = 2) => numbers({ maximumFractionDigits: digits }).format(value)

export const formatPercent = (ratio: number, digits = 1) =>
  numbers({ style: 'percent', maximumFractionDigits: digits }).format(ratio)

/** Moves the point by text, never by division: cents stay exact. */
function decimalText(minor: number, digits: number): string {
  const sign = minor < 0 ? '-' : ''
  const figures = String(Math.abs(minor)).padStart(digits + 1, '0')
  return digits === 0 ? sign + figures : `${sign}${figures.slice(0, -digits)}.${figures.slice(-digits)}`
}

export function formatMoney(money: MoneyLike, compact = false): string {
  const plain = numbers({ style: 'currency', currency: money.currency, currencyDisplay: 'narrowSymbol' })
  if (compact && money.minor === 0) return plain.format(0).replace(/[.,]0+$/, '')
  const digits = plain.resolvedOptions().maximumFractionDigits ?? 2
  const text = decimalText(money.minor, digits) as Intl.StringNumericLiteral
  if (!compact || Math.abs(money.minor) < 10_000 * 10 ** digits) return plain.format(text)
  return numbers({
    style: 'currency',
    currency: money.currency,
    currencyDisplay: 'narrowSymbol',
    notation: 'compact',
    maximumFractionDigits: 2,
    useGrouping: true,
  }).format(text)
}

/** What stands beside an amount that somebody types: the everyday word, as 元; for other currencies their code. */
export const currencyUnit = (currency: string) =>
  currency === 'CNY' && currentLocale().startsWith('zh') ? '元' : currency

/** Several names in a row, or one of several, as the language in use writes them. */
export const formatList = (items: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction') =>
  new Intl.ListFormat(currentLocale(), { style: 'narrow', type }).format(items)

function dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(currentLocale() === 'en' ? 'en-GB' : currentLocale(), {
    timeZone: businessZone(),
    ...options,
  })
}

/** A business date stays the date it is; a moment becomes the date it had in the business zone. */
export function formatDate(value: string): string {
  return dayOf(value)
}

export function formatTime(value: string): string {
  return dates({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(value))
}

export function formatDateTime(value: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : `${dayOf(value)} ${formatTime(value)}`
}

/** Days from the first to the last, or a range of figures; an end that is not given is open. */
export function formatRange(from: string | undefined, to: string | undefined): string {
  if (from && to) return `${from} – ${to}`
  if (from) return i18n.global.t('ui.range.from', { from })
  return to ? i18n.global.t('ui.range.to', { to }) : ''
}

/** The last day of something that ends at the start of a day: what ends on the first is good until the day before. */
export function lastDayBefore(value: string): string {
  return new Date(Date.parse(`${dayOf(value)}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10)
}

export function formatRelative(value: string, now: number): string {
  const elapsed = new Date(value).getTime() - now
  const distance = Math.abs(elapsed)
  if (distance >= 7 * DAY_MS || /^\d{4}-\d{2}-\d{2}$/.test(value)) return dayOf(value)
  const relative = new Intl.RelativeTimeFormat(currentLocale(), { numeric: 'auto' })
  if (distance < 60_000) return relative.format(0, 'second')
  if (distance < 3_600_000) return relative.format(Math.trunc(elapsed / 60_000), 'minute')
  if (distance < DAY_MS) return relative.format(Math.trunc(elapsed / 3_600_000), 'hour')
  return relative.format(Math.trunc(elapsed / DAY_MS), 'day')
}
