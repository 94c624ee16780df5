import type { Money } from '@guildhall/api'
import { WHOLE } from './show'
import type { Award, AwardKind, LotteryDetails, Prize } from './types'

/** A prize as it is typed; the odds as a percentage. */
export interface PrizeDraft {
  code: string
  name: string
  kind: AwardKind
  points: string
  days: string
  batch: string
  reward: string
  percent: string
  stock: string
  worth: Money | undefined
}

/** What the editor holds: every field as it is typed. */
export interface LotteryDraft {
  code: string
  name: string
  description: string
  clause: string
  firstDay: string
  lastDay: string
  points: string
  freeDraws: string
  perDay: string
  perMember: string
  stores: string[]
  tiers: string[]
  prizes: PrizeDraft[]
  consolation: string
}

const PERCENT = /^\d{1,3}(\.\d{1,4})?$/

export const emptyPrize = (kind: AwardKind = 'thing'): PrizeDraft => ({
  code: '',
  name: '',
  kind,
  points: '',
  days: '30',
  batch: '',
  reward: '',
  percent: '',
  stock: '',
  worth: undefined,
})

/** Parts per million of a typed percentage, without ever going through a fraction; nothing if it is none. */
export function partsOf(percent: string): number | undefined {
  const text = percent.trim()
  if (!PERCENT.test(text)) return undefined
  const [whole = '0', fraction = ''] = text.split('.')
  return Number(whole) * 10_000 + Number(fraction.padEnd(4, '0'))
}

/** The percentage that stands for so many parts per million. */
export function percentOf(parts: number): string {
  const whole = Math.trunc(parts / 10_000)
  const fraction = String(parts % 10_000)
    .padStart(4, '0')
    .replace(/0+$/, '')
  return fraction === '' ? String(whole) : `${whole}.${fraction}`
}

/** What the typed odds come to; what is no percentage counts as nothing. */
export const sumOf = (prizes: PrizeDraft[]) => prizes.reduce((sum, prize) => sum + (partsOf(prize.percent) ?? 0), 0)

function prizeDraftOf(prize: Prize): PrizeDraft {
  const { award } = prize
  return {
    code: prize.code,
    name: prize.name,
    kind: award.kind,
    points: award.kind === 'points' ? String(award.points) : '',
    days:
      award.kind === 'thing'
        ? String(award.collectDays)
        : award.kind === 'points' || award.kind === 'reward'
          ? String(award.validDays)
          : '30',
    batch: award.kind === 'coupon' ? award.batch : '',
    reward: award.kind === 'reward' ? award.reward : '',
    percent: percentOf(prize.odds),
    stock: prize.stock === undefined ? '' : String(prize.stock),
    worth: prize.worth,
  }
}

export function draftOf(details?: LotteryDetails): LotteryDraft {
  return {
    code: details?.code ?? '',
    name: details?.name ?? '',
    description: details?.description ?? '',
    clause: details?.clause ?? '4.14',
    firstDay: details?.firstDay ?? '',
    lastDay: details?.lastDay ?? '',
    points: details === undefined ? '' : String(details.points),
    freeDraws: String(details?.freeDraws ?? 0),
    perDay: details?.perDay === undefined ? '' : String(details.perDay),
    perMember: details?.perMember === undefined ? '' : String(details.perMember),
    stores: [...(details?.stores ?? [])],
    tiers: [...(details?.tiers ?? [])],
    prizes: details?.prizes.map(prizeDraftOf) ?? [emptyPrize(), { ...emptyPrize('nothing'), code: 'NONE' }],
    consolation: details?.consolation ?? 'NONE',
  }
}

function awardOf(draft: PrizeDraft): Award {
  switch (draft.kind) {
    case 'points':
      return { kind: 'points', points: Number(draft.points), validDays: Number(draft.days) }
    case 'coupon':
      return { kind: 'coupon', batch: draft.batch }
    case 'reward':
      return { kind: 'reward', reward: draft.reward, validDays: Number(draft.days) }
    case 'thing':
      return { kind: 'thing', collectDays: Number(draft.days) }
    case 'nothing':
      return { kind: 'nothing' }
  }
}

export function detailsOf(draft: LotteryDraft): LotteryDetails {
  return {
    code: draft.code.trim().toUpperCase(),
    name: draft.name.trim(),
    ...(draft.description.trim() && { description: draft.description.trim() }),
    clause: draft.clause.trim(),
    firstDay: draft.firstDay,
    lastDay: draft.lastDay,
    points: Number(draft.points),
    freeDraws: Number(draft.freeDraws),
    ...(draft.perDay.trim() && { perDay: Number(draft.perDay) }),
    ...(draft.perMember.trim() && { perMember: Number(draft.perMember) }),
    stores: draft.stores,
    tiers: draft.tiers,
    prizes: draft.prizes.map((prize) => ({
      code: prize.code.trim().toUpperCase(),
      name: prize.name.trim(),
      award: awardOf(prize),
      odds: partsOf(prize.percent) ?? 0,
      ...(prize.stock.trim() && { stock: Number(prize.stock) }),
      worth: prize.worth ?? { minor: 0, currency: 'CNY' },
    })),
    consolation: draft.consolation.trim().toUpperCase(),
  }
}

const whole = (text: string) => /^[1-9]\d{0,8}$/.test(text.trim())

/** Whether what the prize's kind needs is there; the server says what contradicts itself. */
export function prizeComplete(prize: PrizeDraft): boolean {
  const named = /^[A-Z0-9][A-Z0-9-]{0,31}$/i.test(prize.code.trim()) && prize.name.trim() !== ''
  const counted = prize.stock.trim() === '' || whole(prize.stock)
  const enough = {
    points: whole(prize.points) && whole(prize.days),
    coupon: prize.batch !== '' && whole(prize.stock),
    reward: prize.reward !== '' && whole(prize.days) && whole(prize.stock),
    thing: whole(prize.days) && whole(prize.stock),
    nothing: true,
  }[prize.kind]
  return named && counted && enough && partsOf(prize.percent) !== undefined
}

/** Whether the odds come to exactly one. */
export const oddsComplete = (draft: LotteryDraft) => sumOf(draft.prizes) === WHOLE
