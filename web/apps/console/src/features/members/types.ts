export type MemberStatus = 'APPLICANT' | 'ACTIVE' | 'SUSPENDED' | 'EXPIRED' | 'WITHDRAWN' | 'TERMINATED' | 'MERGED'
export type MemberKind = 'PERSON' | 'ORGANISATION'
export type MemberField =
  | 'NAME'
  | 'GENDER'
  | 'BIRTHDAY'
  | 'MOBILE'
  | 'EMAIL'
  | 'ADDRESS'
  | 'DOCUMENT'
  | 'ORGANISATION'
  | 'PREFERENCES'
  | 'DELIVERY_ADDRESSES'
  | 'ATTRIBUTES'

export interface Birthday {
  calendar: 'SOLAR' | 'LUNAR'
  year?: number
  month: number
  day: number
  leapMonth: boolean
}

export interface MemberProfile {
  name?: string
  gender?: 'FEMALE' | 'MALE' | 'OTHER'
  birthday?: Birthday
  mobile?: string
  email?: string
  address?: { regionCode?: string; line?: string; postcode?: string }
  document?: { kind: string; number: string }
  organisation?: { creditCode?: string; industry?: string; size?: string }
  preferences?: { language?: string; contactTime?: string; interests?: string[]; remark?: string }
  attributes?: Record<string, unknown>
}

export interface MemberRow {
  id: string
  number: string
  kind: MemberKind
  status: MemberStatus
  name?: string
  mobile?: string
  homeUnit?: string
  adviser?: string
  joinedOn: string
  tags: string[]
  columns: Record<string, unknown>
}

export interface MemberView {
  id: string
  number: string
  kind: MemberKind
  status: MemberStatus
  version: number
  profile: MemberProfile
  regionName?: string
  homeUnit?: string
  adviser?: string
  joinedOn: string
  tags: string[]
  externals: { system: string; id: string }[]
  masked: MemberField[]
  stale: MemberField[]
  warnings: string[]
  legalNext: MemberStatus[]
  registeredAt: string
  erasedAt?: string
  knownAt?: string
}

export type Comparison = 'IN' | 'AT_LEAST' | 'AT_MOST' | 'CONTAINS' | 'KNOWN' | 'UNKNOWN'

export type MemberFilter =
  | { type: 'all' | 'any'; of: MemberFilter[] }
  | { type: 'not'; of: MemberFilter }
  | { type: 'kind'; kind: MemberKind }
  | { type: 'status'; in: MemberStatus[] }
  | { type: 'home' | 'adviser' | 'ids'; in: string[] }
  | { type: 'joined'; from?: string; to?: string }
  | { type: 'birthday-month'; in: number[] }
  | { type: 'has'; field: MemberField; known: boolean }
  | { type: 'tagged'; any: string[] }
  | { type: 'attribute' | 'column'; code: string; test: Comparison; values: string[] }

export interface MemberQuery {
  text?: string
  filter?: MemberFilter
  sort?: string
  columns?: string[]
  cursor?: string
  limit?: number
}

export interface MemberColumn {
  code: string
  type: 'TEXT' | 'CHOICE' | 'NUMBER' | 'MONEY' | 'DATE'
  choices: string[]
  filterable?: boolean
  sortable?: boolean
}

export interface TimelineEntry {
  id: string
  kind: string
  occurredAt: string
  recordedAt: string
  actor?: string
  facts: Record<string, unknown>
}
