export type ImportKind = 'MEMBERS' | 'PURCHASES'
export type ImportState =
  | 'UPLOADED'
  | 'READY'
  | 'CHECKING'
  | 'CHECKED'
  | 'IMPORTING'
  | 'IMPORTED'
  | 'UNDOING'
  | 'UNDONE'
export type ImportField =
  | 'MEMBER_NUMBER'
  | 'EXTERNAL_ID'
  | 'MOBILE'
  | 'NAME'
  | 'EMAIL'
  | 'GENDER'
  | 'BIRTHDAY'
  | 'JOINED_ON'
  | 'LEFT_ON'
  | 'ADDRESS'
  | 'POSTCODE'
  | 'TAGS'
  | 'ATTRIBUTE'
  | 'STORE'
  | 'PURCHASE_NUMBER'
  | 'RETURN_OF'
  | 'OCCURRED_AT'
  | 'AMOUNT'
  | 'CURRENCY'
  | 'PRODUCT'
  | 'CATEGORY'
  | 'QUANTITY'
  | 'PAYMENT'
export type ValueType = 'TEXT' | 'WHOLE_NUMBER' | 'AMOUNT' | 'DATE'
export type ColumnType = 'BLANK' | 'WHOLE_NUMBER' | 'DECIMAL_NUMBER' | 'DATE' | 'PHONE' | 'EMAIL' | 'TEXT'

export interface Layout {
  packing: 'PLAIN' | 'GZIP'
  shape: 'DELIMITED' | 'ALIGNED' | 'WORKBOOK'
  charset: string
  delimiter: string
  header: boolean
}

export interface FieldSource {
  field: ImportField
  columns: string[]
  constant?: string
  attribute?: string
  as?: ValueType
}

export interface Mapping {
  fields: FieldSource[]
}

export interface ImportSettings {
  source: string
  dateOrder: 'DAY_FIRST' | 'MONTH_FIRST'
  decimalSign: 'POINT' | 'COMMA'
  currency: string
  blankAmounts: 'REJECT' | 'ZERO' | 'SKIP'
  negativeAmounts: 'REJECT' | 'RETURN'
  identicalRows: 'DROP' | 'KEEP'
  unknownBuyers: 'STUB' | 'REJECT'
  unknownStores: 'WITHOUT_STORE' | 'REJECT'
  knownMembers: 'UPDATE' | 'KEEP'
}

export interface ColumnProfile {
  name: string
  type: ColumnType
  filled: number
  blank: number
  distinct: number
  examples: string[]
}

export interface Profile {
  layout: Layout
  columns: ColumnProfile[]
  rowsLookedAt: number
  sample: { row: number; cells: string[] }[]
  kind: ImportKind
  mapping: Mapping
  settings: ImportSettings
}

export interface Tally {
  rows: { read: number; accepted: number; dropped: number; left: number; rejected: number }
  facts: {
    entered: number
    updated: number
    stubs: number
    purchases: number
    returns: number
    unchanged: number
    points: number
    growth: number
    tierChanges: number
  }
  paid: Record<string, number>
  returned: Record<string, number>
  from?: string
  to?: string
  unknownStores: Record<string, number>
  rejectedByRule: Record<string, number>
}

export interface ImportView {
  id: string
  fileName: string
  fileBytes: number
  kind: ImportKind
  state: ImportState
  layout: Layout
  mapping: Mapping
  settings: ImportSettings
  revision: number
  jobId?: string
  job?: {
    state: 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED'
    done: number
    total: number
    failure?: string
  }
  checked?: Tally
  report?: Tally
  uploadedBy: string
  createdAt: string
  finishedAt?: string
  undoneAt?: string
  fileGoneAt?: string
  profile?: Profile
  sameFile?: string[]
}

export interface PrepareImport {
  kind: ImportKind
  layout?: Layout
  mapping: Mapping
  settings: ImportSettings
}

export interface Rejection {
  row: number
  field?: ImportField
  value?: string
  rule: string
  /** What is wrong and how to mend it, in the reader's language. */
  problem: string
  remedy: string
}

export interface UndoPreview {
  members: number
  withdrawn: number
  setBack: number
  changedSince: number
  purchases: number
  points: number
  spenders: number
}

export interface SavedMapping {
  id: string
  content: { name: string; kind: ImportKind; mapping: Mapping; settings: ImportSettings }
  savedAt: string
}
