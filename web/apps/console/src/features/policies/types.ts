export type Json = string | number | boolean | null | Json[] | { [name: string]: Json | undefined }
export type JsonObject = { [name: string]: Json | undefined }

export type FieldShape =
  | 'integer'
  | 'decimal'
  | 'text'
  | 'boolean'
  | 'date'
  | 'time'
  | 'money'
  | 'enum'
  | 'list'
  | 'map'
  | 'object'

/** A field of a record: its shape, and what a list or map holds. */
export interface FormField {
  name: string
  shape: FieldShape
  required: boolean
  type?: string
  options?: string[]
  items?: FormField
  min?: number
  max?: number
  longest?: number
}

/** A record with fields, or a choice among records told apart by a property. */
export interface FormType {
  fields: FormField[]
  discriminator?: string
  variants: Record<string, string>
}

export interface PolicyForm {
  root: string
  types: Record<string, FormType>
}

export interface Difference {
  path: string
  from?: Json
  to?: Json
}

export interface PolicySummary {
  kind: string
  module: string
  clause: string
  version: number
  effectiveFrom: string
  upcoming: number
  draftedBy?: string
  previewable: boolean
}

export type VersionState = 'in-force' | 'upcoming' | 'former' | 'withdrawn'

export interface VersionView {
  kind: string
  version: number
  state: VersionState
  effectiveFrom: string
  clause: string
  body: JsonObject
  reason?: string
  draftedBy?: string
  publishedBy?: string
  publishedAt?: string
  withdrawnAt?: string
  withdrawnReason?: string
}

export interface DraftView {
  id: string
  kind: string
  revision: number
  basedOn: number
  body: JsonObject
  differences: Difference[]
  editedBy: string
  editorName: string
  editedAt: string
}

export interface PolicyDetail {
  summary: PolicySummary
  form: PolicyForm
  versions: VersionView[]
  draft?: DraftView
}

export interface PreviewView {
  kind: string
  revision: number
  effectiveFrom: string
  differences: Difference[]
  preview?: {
    affected: number
    moves: { code: string; from: string; to: string; count: number }[]
    sample: string[]
    facts: Record<string, Json>
  }
}

export interface ClauseView {
  id: string
  title: Record<string, string>
  text: Record<string, string>
  policies: PolicySummary[]
}
