import type { Money } from '@guildhall/api'

/** Minor units as the text a person edits: "50000.00" — the point is set by text, not by division. */
export function yuanText(money: Money | undefined): string {
  if (money === undefined) return ''
  const figures = String(money.minor).padStart(3, '0')
  return `${figures.slice(0, -2)}.${figures.slice(-2)}`
}

/** The text a person typed as minor units; undefined when it is no amount. */
export function fenText(text: string): number | undefined {
  const found = text.trim().match(/^(\d{1,12})(?:\.(\d{1,2}))?$/)
  return found === null ? undefined : Number(found[1]! + (found[2] ?? '').padEnd(2, '0'))
}
