import type { components } from '@guildhall/api'

type Schemas = components['schemas']

export type Lottery = Schemas['Lottery']
export type LotteryState = Schemas['LotteryState']
export type LotteryDetails = Schemas['LotteryDetails']
export type Prize = Schemas['LotteryPrize']
export type Award = Prize['award']
export type AwardKind = Award['kind']
export type Draw = Schemas['LotteryDraw']
export type DrawState = Schemas['LotteryDrawState']
export type Drawn = Schemas['Drawn']
export type Chance = Schemas['LotteryChance']
export type Proof = Schemas['LotteryProof']
export type ProofDraw = Schemas['LotteryProofDraw']
