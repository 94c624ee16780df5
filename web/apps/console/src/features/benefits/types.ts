import type { components } from '@guildhall/api'

type Schemas = components['schemas']

export type Catalogue = Schemas['BenefitCatalogue']
export type BenefitRule = Schemas['BenefitRule']
export type Entitlement = Schemas['Entitlement']
export type Ground = Schemas['EntitlementGround']
export type Offer = Entitlement['offer']
export type Kind = Schemas['BenefitKind']
export type Grant = Schemas['BenefitGrant']
export type GrantKind = Schemas['BenefitGrantKind']
export type GrantState = Schemas['BenefitGrantState']
export type Use = Schemas['BenefitUse']
export type CostRow = Schemas['BenefitCost']
export type CostBy = Schemas['BenefitCostBy']
export type Code = Schemas['BenefitCode']
export type CheckedCode = Schemas['CheckedBenefitCode']
