import type { FormField, FormType, Json, JsonObject, PolicyForm } from './types'

/** A plain object, as opposed to a list or a scalar. */
export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const typeOf = (form: PolicyForm, name: string | undefined): FormType =>
  form.types[name ?? ''] ?? { fields: [], variants: {} }

/** The whole body of a policy, as a field like any other. */
export const rootField = (form: PolicyForm): FormField => ({
  name: '',
  shape: 'object',
  required: true,
  options: [],
  type: form.root,
})

/** The record a value is written as: itself, or the variant that its discriminator names. */
export function recordOf(form: PolicyForm, name: string | undefined, value: Json | undefined) {
  const type = typeOf(form, name)
  if (type.discriminator === undefined) return { name: name ?? '', type, variant: undefined }
  const variant = isObject(value) ? String(value[type.discriminator] ?? '') : ''
  const target = type.variants[variant] ?? ''
  return { name: target, type: typeOf(form, target), variant }
}

/** Fields that are there if and only if another field of their record has a certain value. */
const ASKED: Record<string, { by: string; value: string }> = {
  'TiersPolicy.formula': { by: 'measure', value: 'FORMULA' },
}

/** The fields to fill in, given the values so far: what is asked for must be there, what is not can only be removed. */
export function fieldsOf(owner: string, type: FormType, values: JsonObject): FormField[] {
  return type.fields.flatMap((field) => {
    const asked = ASKED[`${owner}.${field.name}`]
    if (asked === undefined) return [field]
    if (values[asked.by] === asked.value) return [{ ...field, required: true }]
    return values[field.name] === undefined ? [] : [field]
  })
}

/** The record after its field was changed: what that asks for is begun with one item, what it no longer asks for goes. */
export function settled(form: PolicyForm, owner: string, record: JsonObject, changed: string): JsonObject {
  return typeOf(form, owner).fields.reduce((next, field) => {
    const asked = ASKED[`${owner}.${field.name}`]
    if (asked?.by !== changed) return next
    if (next[changed] !== asked.value) return withField(next, field.name, undefined)
    return next[field.name] === undefined ? withField(next, field.name, [blankItem(form, field)]) : next
  }, record)
}

/** What a new field starts with: the least that has its shape. */
export function blank(form: PolicyForm, field: FormField): Json | undefined {
  if (!field.required) return undefined
  switch (field.shape) {
    case 'integer':
    case 'decimal':
      return Math.max(field.min ?? 0, 0) || (field.min === undefined ? 0 : field.min)
    case 'text':
    case 'date':
    case 'time':
      return ''
    case 'boolean':
      return false
    case 'enum':
      return field.options?.[0] ?? ''
    case 'money':
      return { minor: 0, currency: 'CNY' }
    case 'list':
      return []
    case 'map':
      return {}
    case 'object':
      return blankRecord(form, field.type)
  }
}

/** A new record; of a choice, the first variant unless another is asked for. */
export function blankRecord(form: PolicyForm, name: string | undefined, variant?: string): JsonObject {
  const type = typeOf(form, name)
  if (type.discriminator !== undefined) {
    const chosen = variant ?? Object.keys(type.variants)[0] ?? ''
    return { [type.discriminator]: chosen, ...blankRecord(form, type.variants[chosen]) }
  }
  const entries = type.fields.map((field) => [field.name, blank(form, field)] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

/** A new item of a list or map. */
export const blankItem = (form: PolicyForm, list: FormField): Json =>
  blank(form, { ...list.items!, required: true }) ?? ''

/** The record as another variant: fields of the same name and shape keep their value. */
export function asVariant(form: PolicyForm, name: string, value: JsonObject, variant: string): JsonObject {
  const type = typeOf(form, name)
  const before = recordOf(form, name, value).type
  const next = blankRecord(form, name, variant)
  for (const field of typeOf(form, type.variants[variant]).fields) {
    const same = before.fields.find((f) => f.name === field.name && f.shape === field.shape && f.type === field.type)
    if (same !== undefined && value[field.name] !== undefined) next[field.name] = value[field.name]
  }
  return next
}

/** The record with one field changed; what is undefined is left out, as the server wants it. */
export function withField(record: JsonObject, name: string, value: Json | undefined): JsonObject {
  const next = { ...record }
  if (value === undefined) delete next[name]
  else next[name] = value
  return next
}

export function moved<T>(items: T[], from: number, by: -1 | 1): T[] {
  const to = from + by
  if (to < 0 || to >= items.length) return items
  const next = [...items]
  next.splice(to, 0, ...next.splice(from, 1))
  return next
}

export const join = (path: string, name: string) => (path === '' ? name : `${path}.${name}`)

/** What an item of a list is called: its own name or code, if it has one. */
export function nameOf(value: Json | undefined): string | undefined {
  if (!isObject(value)) return undefined
  const found = [value.name, value.code, value.currency].find((text) => typeof text === 'string' && text !== '')
  return found as string | undefined
}

/** An item once more; a code stays unique within its list. */
export function copyOf(item: Json, among: Json[]): Json {
  const copy = JSON.parse(JSON.stringify(item)) as Json
  if (!isObject(copy) || typeof copy.code !== 'string') return copy
  const taken = new Set(among.map((other) => (isObject(other) ? other.code : undefined)))
  let n = 2
  while (taken.has(`${copy.code}-${n}`)) n += 1
  return { ...copy, code: `${copy.code}-${n}` }
}
