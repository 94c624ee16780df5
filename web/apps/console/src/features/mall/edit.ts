import type { Money } from '@guildhall/api'
import type { RewardDetails } from './types'

/** What the editor holds: every field as it is typed. */
export interface RewardDraft {
  code: string
  kind: RewardDetails['kind']
  name: string
  nameTw: string
  nameEn: string
  description: string
  points: string
  cash: Money | undefined
  tierPrices: Record<string, string>
  firstDay: string
  lastDay: string
  stores: string[]
  limitPerMember: string
}

const given = <T>(name: string, value: string, as: (text: string) => T) =>
  value.trim() === '' ? {} : { [name]: as(value.trim()) }
const text = (value: string) => value

export function draftOf(details?: RewardDetails): RewardDraft {
  return {
    code: details?.code ?? '',
    kind: details?.kind ?? 'goods',
    name: details?.name ?? '',
    nameTw: details?.nameTw ?? '',
    nameEn: details?.nameEn ?? '',
    description: details?.description ?? '',
    points: details === undefined ? '' : String(details.points),
    cash: details?.cash,
    tierPrices: Object.fromEntries((details?.tierPrices ?? []).map((price) => [price.tier, String(price.points)])),
    firstDay: details?.firstDay ?? '',
    lastDay: details?.lastDay ?? '',
    stores: [...(details?.stores ?? [])],
    limitPerMember: details?.limitPerMember === undefined ? '' : String(details.limitPerMember),
  }
}

export function detailsOf(draft: RewardDraft): RewardDetails {
  return {
    code: draft.code.trim().toUpperCase(),
    kind: draft.kind,
    name: draft.name.trim(),
    ...given('nameTw', draft.nameTw, text),
    ...given('nameEn', draft.nameEn, text),
    ...given('description', draft.description, text),
    points: Number(draft.points),
    ...(draft.cash && { cash: draft.cash }),
    tierPrices: Object.entries(draft.tierPrices).flatMap(([tier, points]) =>
      points.trim() === '' ? [] : [{ tier, points: Number(points) }],
    ),
    ...given('firstDay', draft.firstDay, text),
    ...given('lastDay', draft.lastDay, text),
    stores: draft.stores,
    ...given('limitPerMember', draft.limitPerMember, Number),
  }
}
