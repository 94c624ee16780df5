import type { components } from '@guildhall/api'

type Schemas = components['schemas']

export type LiabilityReport = Schemas['LiabilityReport']
export type Bucket = Schemas['Bucket']
export type Breakage = Schemas['Breakage']
export type Periods = Schemas['PeriodsView']
export type PeriodPreview = Schemas['PeriodPreview']
export type PeriodFigure = Schemas['PeriodFigure']
export type PeriodAnswer = Schemas['PeriodAnswer']
export type Closing = Schemas['Closing']
export type CardsOfMonth = Schemas['CardsOfMonth']
export type RebatesOwed = Schemas['RebatesOwed']
export type PointsOwner = Schemas['PointsOwner']
