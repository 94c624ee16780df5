import type { components } from '@guildhall/api'

type Schemas = components['schemas']

export type MeasureResult = Schemas['MeasureResult']
export type Shape = MeasureResult['shape']
export type Quantity = MeasureResult['quantity']
export type Cell = Schemas['Cell']
export type Period = Schemas['Period']
export type Freshness = Schemas['Freshness']
export type DashboardView = Schemas['DashboardView']
export type MeasureView = Schemas['MeasureView']
export type DrillRow = Schemas['DrillRow']

/** What is looked at: a period and a unit with all below it. */
export interface Asked {
  from: string
  to: string
  unit?: string
}

/** One cell of a measure that somebody wants to see the members of. */
export interface Opened {
  measure: string
  k1?: string
  k2?: string
}
