import type { Money } from '@guildhall/api'
import { holdsUnreadable } from '@guildhall/i18n'

/** How money changes hands at a store. */
export type PaymentMethod = 'cash' | 'card' | 'code' | 'transfer'

export const METHODS: PaymentMethod[] = ['cash', 'card', 'code', 'transfer']

export interface Tender {
  method: PaymentMethod
  amount: Money
  reference?: string
}

export interface TenderDraft {
  method: PaymentMethod
  amount: Money | undefined
  reference: string
}

/** Where most payments begin: all of it in notes. */
export const oneCash = (): TenderDraft[] => [{ method: 'cash', amount: undefined, reference: '' }]

/** The payments as the server takes them: one method pays all that is left to pay; nothing while an amount is missing. */
export function tendersOf(due: Money | undefined, rows: TenderDraft[]): Tender[] | undefined {
  if (due === undefined) return undefined
  if (due.minor === 0) return []
  const all = rows.map((row) => ({
    method: row.method,
    amount: rows.length === 1 ? due : row.amount,
    ...(row.reference.trim() && { reference: row.reference.trim() }),
  }))
  return all.every((row) => row.amount !== undefined && !holdsUnreadable(row.amount)) ? (all as Tender[]) : undefined
}
