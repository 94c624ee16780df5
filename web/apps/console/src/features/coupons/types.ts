import type { components } from '@guildhall/api'

type Schemas = components['schemas']

export type Batch = Schemas['CouponBatch']
export type BatchState = Schemas['CouponBatchState']
export type BatchDetails = Schemas['CouponBatchDetails']
export type BatchRevision = Schemas['CouponBatchRevision']
export type Benefit = BatchDetails['benefit']
export type Kind = Benefit['kind']
export type Coupon = Schemas['Coupon']
export type CouponState = Schemas['CouponState']
export type CouponFact = Schemas['CouponFact']
export type Issued = Schemas['IssuedCoupons']
export type WithdrawOutcome = Schemas['WithdrawOutcome']
