import type { components } from '@guildhall/api'

type Schemas = components['schemas']

export type Reward = Schemas['RewardView']
export type RewardDetails = Schemas['RewardDetails']
export type RewardState = Schemas['RewardState']
export type StockMovement = Schemas['StockMovement']
export type Redemption = Schemas['RedemptionView']
export type RedemptionState = Schemas['RedemptionState']
export type PricedRedemption = Schemas['PricedRedemption']
export type Redeem = Schemas['Redeem']
export type Redeemed = Schemas['Redeemed']
export type CancelOutcome = Schemas['CancelOutcome']
