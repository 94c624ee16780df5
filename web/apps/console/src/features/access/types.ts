import type { components } from '@guildhall/api'

type Schemas = components['schemas']

export type ScopeLevel = Schemas['ScopeLevel']
export type UnitKind = Schemas['UnitKind']
export type PostClass = Schemas['PostClass']
export type Grant = Schemas['Grant']
export type Appointment = Schemas['Appointment']
export type StaffMember = Schemas['StaffMember']
export type OneTimePassword = Schemas['OneTimePassword']
export type Unit = Schemas['Unit']
export type PostPowers = Schemas['PostPowers']
export type Post = Schemas['Post']
export type ApiKey = Schemas['ApiKey']
export type CreatedApiKey = Schemas['CreatedApiKey']
export type AuditRow = Schemas['AuditRow']
/** What the job that verifies the audit log found, as its result says. */
export interface AuditVerification {
  intact: boolean
  seals: number
  rows: number
  waiting: number
  head: string
  firstBreak?: { kind: string; seal?: number; seq?: number }
}
