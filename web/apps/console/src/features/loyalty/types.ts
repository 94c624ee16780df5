import type { components } from '@guildhall/api'

type Schemas = components['schemas']

export type PurchaseRow = Schemas['PurchaseRow']
export type PurchaseLine = Schemas['PurchaseLine']
export type PurchaseView = Schemas['PurchaseView']
export type PurchaseReceipt = Schemas['PurchaseReceipt']
export type ReturnReceipt = Schemas['ReturnReceipt']
export type Trial = Schemas['Trial']
export type Balance = Schemas['Balance']
export type Lot = Schemas['LotView']
export type Entry = Schemas['EntryView']
export type ChangeOutlook = Schemas['ChangeOutlook']
export type StatementSummary = Schemas['StatementSummary']
export type LawProof = Schemas['LawProof']

/** A kind of policy as the house of policies shows it, with the body that loyalty knows. */
export interface PolicyOf<P> {
  summary: Schemas['PolicySummary']
  versions: { version: number; body: P }[]
  draft?: { body: P; revision: number; editorName: string }
}

/** What the console reads of a body of `loyalty.tiers`; bodies of policies are open in the API's description. */
export interface TiersPolicy {
  ladder: { code: string; name: string; threshold: number; multiplier: number }[]
  measure: Schemas['CountedForTier'] | 'FORMULA'
  formula?: { measure: Schemas['CountedForTier']; weight: number }[]
}
