import type { Earlier, FieldSource, ImportField, ImportKind, Mapping, Profile } from './types'

const MEMBER_FIELDS: ImportField[] = [
  'EXTERNAL_ID',
  'MEMBER_NUMBER',
  'MOBILE',
  'NAME',
  'EMAIL',
  'GENDER',
  'BIRTHDAY',
  'JOINED_ON',
  'LEFT_ON',
  'ADDRESS',
  'POSTCODE',
  'TAGS',
  'STORE',
]
const PURCHASE_FIELDS: ImportField[] = [
  'EXTERNAL_ID',
  'MEMBER_NUMBER',
  'MOBILE',
  'OCCURRED_AT',
  'AMOUNT',
  'PURCHASE_NUMBER',
  'RETURN_OF',
  'CURRENCY',
  'STORE',
  'PRODUCT',
  'CATEGORY',
  'QUANTITY',
  'PAYMENT',
]
const POINTS_FIELDS: ImportField[] = [
  'EXTERNAL_ID',
  'MEMBER_NUMBER',
  'MOBILE',
  'OCCURRED_AT',
  'POINTS_EARNED',
  'POINTS_REDEEMED',
  'POINTS_EXPIRED',
]
const FIELDS = { MEMBERS: MEMBER_FIELDS, PURCHASES: PURCHASE_FIELDS, POINTS: POINTS_FIELDS }
const WHO: ImportField[] = ['EXTERNAL_ID', 'MEMBER_NUMBER', 'MOBILE']
export const MOST_COLUMNS = 6

/** The fields a file of this kind can have; custom attributes stand apart, there may be many. */
export const fieldsOf = (kind: ImportKind) => FIELDS[kind]

export const isEmpty = (source: FieldSource) => source.columns.length === 0 && (source.constant ?? '') === ''

export function sourceOf(mapping: Mapping, field: ImportField): FieldSource {
  return mapping.fields.find((source) => source.field === field) ?? { field, columns: [] }
}

/** The mapping with this source in the place of the field's former one; an empty source takes the field out. */
export function withSource(mapping: Mapping, next: FieldSource): Mapping {
  const others = mapping.fields.filter((source) => source.field !== next.field)
  return { fields: isEmpty(next) ? others : [...others, tidy(next)] }
}

/** A constant and columns exclude each other: whoever comes last stays. */
export function withColumn(source: FieldSource, column: string): FieldSource {
  const rest = withoutConstant(source)
  if (source.columns.includes(column) || source.columns.length >= MOST_COLUMNS) return rest
  return { ...rest, columns: [...source.columns, column] }
}

export const withoutColumn = (source: FieldSource, column: string): FieldSource => ({
  ...source,
  columns: source.columns.filter((other) => other !== column),
})

export function withConstant(source: FieldSource, constant: string): FieldSource {
  const rest = withoutConstant(source)
  return constant === '' ? rest : { ...rest, columns: [], constant }
}

function withoutConstant(source: FieldSource): FieldSource {
  const rest = { ...source }
  delete rest.constant
  return rest
}

const tidy = (source: FieldSource) => ((source.constant ?? '') === '' ? withoutConstant(source) : source)

/** The custom attributes of a mapping, in order. */
export const attributesOf = (mapping: Mapping) => mapping.fields.filter((source) => source.field === 'ATTRIBUTE')

export function withAttributes(mapping: Mapping, attributes: FieldSource[]): Mapping {
  return { fields: [...mapping.fields.filter((source) => source.field !== 'ATTRIBUTE'), ...attributes] }
}

const NEEDS: Record<ImportKind, ImportField[][]> = {
  MEMBERS: [],
  PURCHASES: [['OCCURRED_AT'], ['AMOUNT']],
  POINTS: [['OCCURRED_AT'], ['POINTS_EARNED', 'POINTS_REDEEMED', 'POINTS_EXPIRED']],
}

/** Whether no file of this kind can do without the field. */
export const isIndispensable = (kind: ImportKind, field: ImportField) =>
  NEEDS[kind].some((anyOf) => anyOf.length === 1 && anyOf[0] === field)

export interface Lack {
  /** Any one of these is needed. */
  anyOf: ImportField[]
}

/** What a mapping still needs before the file can be checked; the server asks the same. */
export function lacking(kind: ImportKind, mapping: Mapping): Lack[] {
  const has = (field: ImportField) => mapping.fields.some((source) => source.field === field && !isEmpty(source))
  const lacks: Lack[] = WHO.some(has) ? [] : [{ anyOf: WHO }]
  for (const anyOf of NEEDS[kind]) if (!anyOf.some(has)) lacks.push({ anyOf })
  return lacks
}

/** The mapping without fields that the other kind of file can't have. */
export function fitted(mapping: Mapping, kind: ImportKind): Mapping {
  const allowed = new Set<ImportField>([...fieldsOf(kind), ...(kind === 'MEMBERS' ? (['ATTRIBUTE'] as const) : [])])
  return { fields: mapping.fields.filter((source) => allowed.has(source.field)) }
}

/** The mapping without columns that this file does not have: a saved mapping meets another file. */
export function onlyKnownColumns(mapping: Mapping, profile: Profile): { mapping: Mapping; missing: string[] } {
  const known = new Set(profile.columns.map((column) => column.name))
  const missing = [...new Set(mapping.fields.flatMap((s) => s.columns.filter((column) => !known.has(column))))]
  const fields = mapping.fields.map((s) => ({ ...s, columns: s.columns.filter((column) => known.has(column)) }))
  return { mapping: { fields: fields.filter((source) => !isEmpty(source)) }, missing }
}

export function unusedColumns(mapping: Mapping, profile: Profile): string[] {
  const used = new Set(mapping.fields.flatMap((source) => source.columns))
  return profile.columns.filter((column) => column.type !== 'BLANK' && !used.has(column.name)).map((c) => c.name)
}

/** What the first rows of the file would give for a source. */
export function exampleOf(source: FieldSource, profile: Profile, most = 3): string[] {
  if (source.constant !== undefined) return [source.constant]
  const places = source.columns.map((column) => profile.columns.findIndex((c) => c.name === column))
  const texts = profile.sample.map((row) =>
    places
      .map((at) => row.cells[at]?.trim() ?? '')
      .filter((text) => text !== '')
      .join(' '),
  )
  return [...new Set(texts.filter((text) => text !== ''))].slice(0, most)
}

/** Whether a field stands as the profile suggested it. */
export function isSuggested(source: FieldSource, profile: Profile): boolean {
  const guess = profile.mapping.fields.find((s) => s.field === source.field && s.attribute === source.attribute)
  return guess !== undefined && !isEmpty(source) && JSON.stringify(guess.columns) === JSON.stringify(source.columns)
}

/** Whether what was imported before from other sources would be recorded once more under this one. */
export const isNewSource = (earlier: Earlier | undefined, source: string) =>
  earlier !== undefined && !earlier.sources.includes(source)
