import { instantAt } from '@guildhall/i18n'
import type { Money } from '@guildhall/api'

export interface LineDraft {
  product: string
  category: string
  quantity: string
  amount?: Money
}

export interface PurchaseDraft {
  member: string
  occurredAt: string
  store: string
  number: string
  payment: string
  total?: Money
  lines: LineDraft[]
}

/** A quantity as somebody types it, in thousandths of the unit; undefined when it is none. */
export function milliOf(text: string): number | undefined {
  const found = text.trim().match(/^(\d{1,9})(?:\.(\d{1,3}))?$/)
  if (found === null) return undefined
  const milli = Number(`${found[1]}${(found[2] ?? '').padEnd(3, '0')}`)
  return milli > 0 ? milli : undefined
}

/** A time typed in the business zone as an instant. */
export const instantOf = (local: string) => (local === '' ? undefined : instantAt(local))

export const given = (text: string) => (text.trim() === '' ? undefined : text.trim())

/** The purchase as the server takes it; what was left open is left out. */
export function commandOf(draft: PurchaseDraft): object {
  const lines = draft.lines.map((line) => ({
    product: given(line.product),
    category: given(line.category),
    quantityMilli: milliOf(line.quantity),
    amount: line.amount,
  }))
  return {
    source: given(draft.number) === undefined ? undefined : 'console',
    number: given(draft.number),
    member: draft.member,
    occurredAt: instantOf(draft.occurredAt),
    store: given(draft.store),
    total: draft.total,
    lines: lines.length === 0 ? undefined : lines,
    payment: given(draft.payment),
  }
}
