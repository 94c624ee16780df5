import { parseNumber } from '@guildhall/i18n'
import type { AttributeDefinition } from '../attributes'
import type { MemberField, MemberProfile, MemberView } from '../types'

/** The further values of a member by the server's names of them, every one as text; empty when not given. */
export type DetailsDraft = Record<string, string>

interface Part {
  field: MemberField
  group: 'address' | 'document' | 'organisation' | 'preferences'
  names: string[]
}
const ADDRESS: Part = { field: 'ADDRESS', group: 'address', names: ['regionCode', 'line', 'postcode'] }
const DOCUMENT: Part = { field: 'DOCUMENT', group: 'document', names: ['kind', 'number'] }
const COMPANY: Part = { field: 'ORGANISATION', group: 'organisation', names: ['creditCode', 'industry', 'size'] }
const WISHES: Part = { field: 'PREFERENCES', group: 'preferences', names: ['contactTime', 'remark'] }

const partsOf = (member: MemberView) =>
  member.kind === 'PERSON' ? [DOCUMENT, ADDRESS, WISHES] : [COMPANY, ADDRESS, WISHES]
const groupOf = (profile: MemberProfile, part: Part) => (profile[part.group] ?? {}) as Record<string, unknown>
const isMasked = (member: MemberView, field: MemberField) => member.masked.includes(field)

/** A masked value is not put into the form: what is left empty there stays as it is. */
export function detailsOf(member: MemberView, attributes: AttributeDefinition[]): DetailsDraft {
  const draft: DetailsDraft = {}
  for (const part of partsOf(member)) {
    const shown = isMasked(member, part.field) ? {} : groupOf(member.profile, part)
    for (const name of part.names) draft[`${part.group}.${name}`] = textOf(shown[name])
  }
  if ('document.kind' in draft) draft['document.kind'] ||= 'RESIDENT_ID'
  const values = isMasked(member, 'ATTRIBUTES') ? {} : (member.profile.attributes ?? {})
  for (const { code } of attributes) draft[`attributes.${code}`] = textOf(values[code])
  return draft
}
const textOf = (value: unknown) => (value === undefined || value === null ? '' : String(value))

/**
 * Only what differs from the record: of each part the values that changed, and those that were emptied by their names.
 * The server leaves the others as they are, those too that the reader sees masked.
 */
export function detailsChange(
  member: MemberView,
  draft: DetailsDraft,
  attributes: AttributeDefinition[],
  version = member.version,
): object {
  const before = detailsOf(member, attributes)
  const at = (path: string) => draft[path]?.trim() ?? ''
  const set: Record<string, Record<string, unknown>> = {}
  const clear: MemberField[] = []
  const clearParts: string[] = []
  const put = (group: string, name: string, value: unknown) => (set[group] = { ...set[group], [name]: value })

  for (const part of partsOf(member)) {
    const changed = part.names.filter((name) => at(`${part.group}.${name}`) !== before[`${part.group}.${name}`])
    if (part === DOCUMENT) {
      if (changed.length === 0) continue
      if (at('document.number') !== '') set.document = { kind: at('document.kind'), number: at('document.number') }
      else if (before['document.number'] !== '') clear.push(part.field)
      continue
    }
    for (const name of changed) {
      const value = at(`${part.group}.${name}`)
      if (value === '') clearParts.push(`${part.group}.${name}`)
      else put(part.group, name, value)
    }
  }
  for (const one of attributes) {
    const path = `attributes.${one.code}`
    if (at(path) === before[path]) continue
    if (at(path) === '') clearParts.push(path)
    else put('attributes', one.code, typed(one, at(path)))
  }
  return {
    expectedVersion: version,
    set,
    ...(clear.length > 0 && { clear }),
    ...(clearParts.length > 0 && { clearParts }),
  }
}

function typed(definition: AttributeDefinition, text: string): unknown {
  if (definition.type === 'NUMBER') return parseNumber(text, 12) ?? text
  return definition.type === 'BOOLEAN' ? text === 'true' : text
}
