import { formatInteger, formatMoney, formatPercent } from '@guildhall/i18n'
import type { Cell, MeasureResult, Quantity } from './types'

/** A share as a number between 0 and 1; nothing of nothing is 0. */
export const shareOf = (cell: Cell | undefined) => (cell?.base ? cell.value / cell.base : 0)

/** A cell's value in words; money needs to be told its currency. */
export function valueText(quantity: Quantity, cell: Cell | undefined, currency = 'CNY', compact = true): string {
  if (quantity === 'SHARE') return formatPercent(shareOf(cell))
  if (quantity === 'MONEY') return formatMoney({ minor: cell?.value ?? 0, currency }, compact)
  return formatInteger(cell?.value ?? 0, { compact })
}

/** How a figure moved against the period before; undefined where nothing can be said. */
export type Movement =
  | { kind: 'ratio'; by: number }
  | { kind: 'points'; by: number }
  | { kind: 'from-nothing' }
  | { kind: 'none' }

export function movementOf(quantity: Quantity, now: Cell | undefined, before: Cell | undefined): Movement {
  if (quantity === 'SHARE') {
    if (!before?.base) return { kind: 'from-nothing' }
    const by = shareOf(now) - shareOf(before)
    return Math.abs(by) < 0.0005 ? { kind: 'none' } : { kind: 'points', by }
  }
  const was = before?.value ?? 0
  const is = now?.value ?? 0
  if (was === is) return { kind: 'none' }
  return was === 0 ? { kind: 'from-nothing' } : { kind: 'ratio', by: (is - was) / Math.abs(was) }
}

export const cellAt = (cells: Cell[], k1 = '', k2 = '') => cells.find((cell) => cell.k1 === k1 && cell.k2 === k2)

/** The currencies of a measure of money: the house's own first. */
export function currenciesOf(results: MeasureResult[]): string[] {
  const revenue = results.find((result) => result.code === 'revenue')
  const found = new Set([...(revenue?.cells ?? []), ...(revenue?.previous ?? [])].map((cell) => cell.k1))
  return [...found].toSorted((a, b) => Number(b === 'CNY') - Number(a === 'CNY') || a.localeCompare(b))
}

export const byKey = (cells: Cell[], key: 'k1' | 'k2') => [...new Set(cells.map((cell) => cell[key]))].toSorted()

/** Every month from the first to the last, also those in which nothing happened. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  let [year, month] = from.split('-').map(Number) as [number, number]
  for (let at = from.slice(0, 7); at <= to.slice(0, 7); at = `${year}-${String(month).padStart(2, '0')}`) {
    months.push(at)
    month += 1
    if (month > 12) [year, month] = [year + 1, 1]
  }
  return months
}
