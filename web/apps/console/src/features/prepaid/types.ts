import type { components } from '@guildhall/api'

type Schemas = components['schemas']

export type Account = Schemas['AccountView']
export type Movement = Schemas['MovementView']
export type MovementKind = Schemas['MovementKind']
export type PaymentMethod = Schemas['PaymentMethod']
export type RefundGround = Schemas['RefundGround']
export type RefundQuote = Schemas['RefundQuote']
export type TopUpQuote = Schemas['TopUpQuote']
export type Day = Schemas['DayView']
export type Liability = Schemas['LiabilityView']
export type Advances = Schemas['AdvanceView']
