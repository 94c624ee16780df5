import type { Money } from '@guildhall/api'
import { holdsUnreadable } from '@guildhall/i18n'
import type { BatchDetails, Benefit, Kind } from './types'

export interface StepDraft {
  over: Money | undefined
  off: Money | undefined
}

/** What the editor holds: every field as it is typed. */
export interface BatchDraft {
  code: string
  name: string
  description: string
  kind: Kind
  amount: Money | undefined
  floor: Money | undefined
  percent: string
  ceiling: Money | undefined
  steps: StepDraft[]
  item: string
  validity: 'fixed-days' | 'days-from-issue'
  from: string
  to: string
  days: string
  stores: string[]
  categories: string
  products: string
  quantity: string
  limitPerMember: string
  transfers: string
  exclusive: boolean
  place: string
}

export const emptyStep = (): StepDraft => ({ over: undefined, off: undefined })

export function draftOf(details?: BatchDetails): BatchDraft {
  const benefit = details?.benefit
  const validity = details?.validity
  return {
    code: details?.code ?? '',
    name: details?.name ?? '',
    description: details?.description ?? '',
    kind: benefit?.kind ?? 'cash',
    amount: benefit?.kind === 'cash' ? benefit.amount : undefined,
    floor: benefit?.kind === 'cash' ? benefit.floor : undefined,
    percent: benefit?.kind === 'discount' ? String(benefit.percent) : '',
    ceiling: benefit?.kind === 'discount' ? benefit.ceiling : undefined,
    steps: benefit?.kind === 'full-reduction' ? benefit.steps.map((step) => ({ ...step })) : [emptyStep()],
    item: benefit?.kind === 'gift' ? benefit.item : '',
    validity: validity?.kind ?? 'days-from-issue',
    from: validity?.kind === 'fixed-days' ? validity.from : '',
    to: validity?.kind === 'fixed-days' ? validity.to : '',
    days: validity?.kind === 'days-from-issue' ? String(validity.days) : '',
    stores: [...(details?.stores ?? [])],
    categories: (details?.categories ?? []).join('\n'),
    products: (details?.products ?? []).join('\n'),
    quantity: details === undefined ? '' : String(details.quantity),
    limitPerMember: details?.limitPerMember === undefined ? '' : String(details.limitPerMember),
    transfers: String(details?.transfers ?? 0),
    exclusive: details?.exclusive ?? false,
    place: String(details?.place ?? 0),
  }
}

/** One a line, blank ones left out. */
export const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

function benefitOf(draft: BatchDraft): Benefit {
  switch (draft.kind) {
    case 'cash': {
      const amount = draft.amount!
      return { kind: 'cash', amount, floor: draft.floor ?? { minor: 0, currency: amount.currency } }
    }
    case 'discount':
      return {
        kind: 'discount',
        percent: Number(draft.percent),
        ...(draft.ceiling && { ceiling: draft.ceiling }),
      }
    case 'full-reduction':
      return { kind: 'full-reduction', steps: draft.steps.map(({ over, off }) => ({ over: over!, off: off! })) }
    case 'gift':
      return { kind: 'gift', item: draft.item.trim() }
  }
}

export function detailsOf(draft: BatchDraft): BatchDetails {
  return {
    code: draft.code.trim().toUpperCase(),
    name: draft.name.trim(),
    ...(draft.description.trim() && { description: draft.description.trim() }),
    benefit: benefitOf(draft),
    validity:
      draft.validity === 'fixed-days'
        ? { kind: 'fixed-days', from: draft.from, to: draft.to }
        : { kind: 'days-from-issue', days: Number(draft.days) },
    stores: draft.stores,
    categories: linesOf(draft.categories),
    products: linesOf(draft.products),
    quantity: Number(draft.quantity),
    ...(draft.limitPerMember.trim() && { limitPerMember: Number(draft.limitPerMember) }),
    transfers: Number(draft.transfers),
    exclusive: draft.exclusive,
    place: Number(draft.place),
  }
}

/** What can't be read is gone with its field when another kind is chosen: nobody could mend it where it isn't shown. */
export function forgetUnreadable(draft: BatchDraft) {
  for (const field of ['amount', 'floor', 'ceiling'] as const)
    if (holdsUnreadable(draft[field])) draft[field] = undefined
  if (holdsUnreadable(draft.steps)) draft.steps = [emptyStep()]
}

const above = (money: Money | undefined) => (money?.minor ?? 0) > 0

/** Whether what the kind needs is there; the server says what contradicts itself. */
export function benefitComplete(draft: BatchDraft): boolean {
  switch (draft.kind) {
    case 'cash':
      return above(draft.amount)
    case 'discount':
      return /^\d{1,3}(\.\d{1,2})?$/.test(draft.percent.trim()) && Number(draft.percent) > 0
    case 'full-reduction':
      return draft.steps.length > 0 && draft.steps.every((step) => above(step.over) && above(step.off))
    case 'gift':
      return draft.item.trim() !== ''
  }
}
