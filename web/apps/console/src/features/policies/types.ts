import type { components } from '@guildhall/api'

type Schemas = components['schemas']

/** Bodies of policies are open: what they hold is described by the policy's form. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json | undefined }
export type JsonObject = { [name: string]: Json | undefined }

export type FieldShape = Schemas['PolicyFormShape']
export type FormField = Schemas['PolicyFormField']
export type FormType = Schemas['PolicyFormType']
export type PolicyForm = Schemas['PolicyForm']
export type Difference = Omit<Schemas['Difference'], 'from' | 'to'> & { from?: Json; to?: Json }
export type PolicySummary = Schemas['PolicySummary']
export type VersionState = Schemas['PolicyVersionState']
export type VersionView = Omit<Schemas['VersionView'], 'body'> & { body: JsonObject }
export type DraftView = Omit<Schemas['DraftView'], 'body' | 'differences'> & {
  body: JsonObject
  differences: Difference[]
}
export type PolicyDetail = Omit<Schemas['PolicyDetail'], 'versions' | 'draft'> & {
  versions: VersionView[]
  draft?: DraftView
}
export type Preview = Schemas['Preview']
export type PreviewView = Omit<Schemas['PreviewView'], 'differences'> & { differences: Difference[] }
export type ClauseView = Schemas['ClauseView']
