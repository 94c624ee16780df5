import type { Explanation, Money } from '@guildhall/api'

export interface PurchaseRow {
  id: string
  member: string
  source: string
  number: string
  occurredAt: string
  store?: string
  staff?: string
  total: Money
  voided: boolean
}

export interface PurchaseLine {
  product?: string
  category?: string
  quantityMilli: number
  amount: Money
}

export interface PurchaseView {
  purchase: PurchaseRow
  payment?: string
  recordedAt: string
  batch?: string
  lines: PurchaseLine[]
  points: number
  growth: number
  returns: {
    id: string
    number: string
    occurredAt: string
    pointsTakenBack: number
    growthTakenBack: number
  }[]
  why?: Explanation
}

export interface PurchaseReceipt {
  id: string
  replayed: boolean
  points: number
  growth: number
  tier: string
  tierChanged: boolean
}

export interface ReturnReceipt {
  id: string
  replayed: boolean
  pending: boolean
  pointsTakenBack: number
  growthTakenBack: number
  tier: string
  tierChanged: boolean
}

export interface Trial {
  purchase: string
  now: number
  draft: number
  growthNow: number
  growthDraft: number
  why: Explanation
}

export interface Balance {
  asset: string
  balance: number
  available: number
  held: number
  owed: number
}

export interface Lot {
  amount: number
  expiresOn?: string
  owed: boolean
}

export interface Entry {
  postingId: string
  about: string
  asset: string
  kind: string
  amount: number
  parts: { amount: number; contra: string; expiresOn?: string; owed: boolean }[]
  occurredAt: string
  recordedAt: string
  causeType: string
  causeId: string
  reasonCode?: string
  policyVersion: number
  balanceAfter?: number
}

export interface LawProof {
  law: string
  holds: boolean
  covered: number
  counterExample?: string
  provedAt: string
  millis: number
}

export interface PolicyOf<P> {
  summary: { version: number; effectiveFrom: string; clause: string }
  versions: { version: number; body: P }[]
  draft?: { body: P; revision: number; editorName: string }
}

export interface TiersPolicy {
  ladder: { code: string; name: string; threshold: number; multiplier: number }[]
  measure: 'GROWTH' | 'SPEND' | 'VISITS' | 'POINTS'
}
