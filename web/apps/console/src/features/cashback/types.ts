import type { components } from '@guildhall/api'

type Schemas = components['schemas']

export type Rebate = Schemas['Rebate']
export type RebateDetail = Schemas['RebateDetail']
export type RebateKind = Schemas['RebateKind']
export type RebateState = Schemas['RebateState']
export type RebateStep = Schemas['RebateStep']
export type Standing = Schemas['CashbackStanding']
export type Preview = Schemas['SettlementPreview']
export type Promoter = Schemas['Promoter']
export type Bond = Schemas['CustomerBond']
export type Statement = Schemas['CommissionStatement']
export type Use = Schemas['CashbackUse']
export type Run = Schemas['RunView']
export type RunState = Schemas['RunState']
