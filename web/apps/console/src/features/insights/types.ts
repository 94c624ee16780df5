export type Shape = 'FIGURE' | 'SERIES' | 'MIX' | 'FLOW' | 'COHORTS'
export type Quantity = 'MEMBERS' | 'PURCHASES' | 'MONEY' | 'POINTS' | 'SHARE'

export interface Cell {
  k1: string
  k2: string
  value: number
  base?: number
  members: number
}

export interface MeasureResult {
  code: string
  shape: Shape
  quantity: Quantity
  cells: Cell[]
  previous: Cell[]
}

export interface Period {
  from: string
  to: string
}

export interface Freshness {
  upTo?: string
  failure?: string
}

export interface DashboardView {
  period: Period
  previous: Period
  unit?: string
  freshness: Freshness
  measures: MeasureResult[]
}

export interface MeasureView {
  code: string
  shape: Shape
  quantity: Quantity
  parameters: Record<string, number>
  rule: { policy: string; version: number; effectiveFrom: string; clause: string }
  sql: string
}

export interface DrillRow {
  member: string
  value: number
}

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
