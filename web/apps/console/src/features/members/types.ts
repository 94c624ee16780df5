import type { components } from '@guildhall/api'

type Schemas = components['schemas']

export type MemberStatus = Schemas['MemberStatus']
export type MemberKind = Schemas['MemberKind']
export type MemberField = Schemas['MemberField']
export type ContactPerson = Schemas['ContactPerson']
export type DeliveryAddress = Schemas['DeliveryAddress']
export type Birthday = Schemas['Birthday']
export type MemberProfile = Schemas['MemberProfile']
export type MemberRow = Schemas['MemberRow']
export type MemberView = Schemas['MemberView']
export type Comparison = Schemas['Comparison']
export type MemberFilter = Schemas['MemberFilter']
export type MemberQuery = Schemas['MemberQuery']
export type MemberColumn = Schemas['ColumnView']
export type TimelineEntry = Schemas['TimelineEntry']
