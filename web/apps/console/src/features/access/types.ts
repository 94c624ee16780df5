import type { Money } from '@guildhall/api'

export type ScopeLevel = 'own' | 'group' | 'branch' | 'all'
export type UnitKind = 'company' | 'region' | 'branch' | 'store' | 'department' | 'group'
export type PostClass = 'lead' | 'acquisition' | 'service' | 'operations' | 'support' | 'store' | 'system'

export interface Grant {
  permission: string
  scope: ScopeLevel
}

export interface Appointment {
  id: string
  post: string
  postCode: string
  postName: string
  unit: string
  unitName: string
  from: string
  until?: string
}

export interface StaffMember {
  id: string
  username: string
  name: string
  contact?: string
  enteredOn: string
  leftOn?: string
  mustChangePassword: boolean
  lockedUntil?: string
  version: number
  appointments: Appointment[]
}

export interface OneTimePassword {
  staff: string
  username: string
  password: string
}

export interface Unit {
  id: string
  kind: UnitKind
  code: string
  name: string
  parent?: string
  open: boolean
  version: number
  effectiveFrom: string
}

export interface PostPowers {
  moneyLimit?: Money
  settlesComplaints: boolean
  publishesPolicies: boolean
  proposesAppointments: boolean
  proposesRewards: boolean
  rulesDisputes: boolean
  outsideContacts: boolean
}

export interface Post {
  id: string
  code: string
  name: string
  postClass: PostClass
  summary: string
  powers: PostPowers
  grants: Grant[]
  retired: boolean
  version: number
}

export interface ApiKey {
  id: string
  publicId: string
  name: string
  permissions: string[]
  unit?: string
  perSecond: number
  burst: number
  createdBy: string
  createdAt: string
  expiresAt?: string
  revokedAt?: string
  lastUsedAt?: string
}

export interface AuditRow {
  seq: number
  at: string
  actor: string
  actorName: string
  requestId?: string
  act: string
  subjectKind: string
  subjectId: string
  member?: string
  unit?: string
  facts: Record<string, unknown>
}

export type BreakKind =
  | 'seal-missing'
  | 'chain-broken'
  | 'seal-altered'
  | 'row-missing'
  | 'row-altered'
  | 'row-inserted'

export interface AuditVerification {
  intact: boolean
  rows: number
  seals: number
  waiting: number
  head: string
  firstBreak?: { kind: BreakKind; seal?: number; seq?: number }
  verifiedAt: string
}
