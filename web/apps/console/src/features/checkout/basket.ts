import type { Money } from '@guildhall/api'
import { holdsUnreadable } from '@guildhall/i18n'
import type { Basket } from './types'

export interface LineDraft {
  product: string
  category: string
  quantity: string
  amount: Money | undefined
}

export const emptyLine = (): LineDraft => ({ product: '', category: '', quantity: '1', amount: undefined })

/** A quantity as somebody types it, in thousandths of the unit; undefined when it is none. */
export function milliOf(text: string): number | undefined {
  const found = text.trim().match(/^(\d{1,6})(?:\.(\d{1,3}))?$/)
  if (found === null) return undefined
  const milli = Number(`${found[1]}${(found[2] ?? '').padEnd(3, '0')}`)
  return milli > 0 ? milli : undefined
}

/** Thousandths as somebody reads them. */
export const quantityText = (milli: number) => String(milli / 1000)

/** What the server says about lines, by the place of the line on the screen: lines without an amount were not sent. */
export function wrongLines(fields: { field: string; text: string }[], drafts: LineDraft[]): Record<number, string> {
  const sent = drafts.flatMap((draft, place) => (draft.amount === undefined ? [] : [place]))
  const wrong: Record<number, string> = {}
  for (const { field, text } of fields) {
    const place = sent[Number(field.match(/^lines\[(\d+)\]/)?.[1] ?? -1)]
    if (place !== undefined) wrong[place] = wrong[place] === undefined ? text : `${wrong[place]} ${text}`
  }
  return wrong
}

const given = (text: string) => (text.trim() === '' ? undefined : text.trim())

/** The basket as the server takes it; undefined while a line with a price is not complete or not readable, or there is none. */
export function basketOf(
  of: {
    member: string
    store: string
    points: number
    stored: Money | undefined
    cashback: Money | undefined
    coupons: string[]
    benefit: string
  },
  drafts: LineDraft[],
): Basket | undefined {
  const lines: Basket['lines'] = []
  for (const draft of drafts) {
    if (draft.amount === undefined) continue
    const quantityMilli = milliOf(draft.quantity)
    if (quantityMilli === undefined || holdsUnreadable(draft.amount)) return undefined
    const product = given(draft.product)
    const category = given(draft.category)
    lines.push({ quantityMilli, amount: draft.amount, ...(product && { product }), ...(category && { category }) })
  }
  if (lines.length === 0 || of.store === '') return undefined
  return {
    store: of.store,
    lines,
    ...(of.member && { member: of.member }),
    ...(of.points > 0 && { points: of.points }),
    ...(of.stored && { stored: of.stored }),
    ...(of.cashback && { cashback: of.cashback }),
    ...(of.benefit && { benefit: of.benefit }),
    ...(of.coupons.length > 0 && { coupons: of.coupons }),
  }
}
