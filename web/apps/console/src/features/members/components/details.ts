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

/** Only what differs from the record: the parts with a changed value, and those that were emptied. */
export function detailsChange(
  member: MemberView,
  draft: DetailsDraft,
  attributes: AttributeDefinition[],
  version = member.version,
): object {
  const before = detailsOf(member, attributes)
  const set: Record<string, unknown> = {}
  const clear: MemberField[] = []
  for (const part of partsOf(member)) {
    const names = part.names.filter(
      (name) => draft[`${part.group}.${name}`]?.trim() !== before[`${part.group}.${name}`],
    )
    if (names.length === 0) continue
    const given = Object.fromEntries(
      part.names
        .map((name) => [name, draft[`${part.group}.${name}`]?.trim() ?? ''] as const)
        .filter(([, value]) => value !== ''),
    )
    const kept = isMasked(member, part.field) ? {} : without(groupOf(member.profile, part), part.names)
    if (part === DOCUMENT ? given.number === undefined : Object.keys({ ...kept, ...given }).length === 0) {
      if (names.some((name) => before[`${part.group}.${name}`] !== '' && name !== 'kind')) clear.push(part.field)
    } else set[part.group] = { ...kept, ...given }
  }
  const own = attributesChange(draft, before, attributes)
  if (own !== undefined) set.attributes = own.values
  if (own?.emptied === true) clear.push('ATTRIBUTES')
  return { expectedVersion: version, set, ...(clear.length > 0 ? { clear } : {}) }
}

const without = (values: Record<string, unknown>, names: string[]) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)))

/** The server merges attributes by code; to empty one, all are cleared and those that remain given again. */
function attributesChange(draft: DetailsDraft, before: DetailsDraft, attributes: AttributeDefinition[]) {
  const at = (code: string) => draft[`attributes.${code}`]?.trim() ?? ''
  const changed = attributes.filter(({ code }) => at(code) !== before[`attributes.${code}`])
  if (changed.length === 0) return undefined
  const emptied = changed.some(({ code }) => at(code) === '')
  const given = (emptied ? attributes : changed).filter(({ code }) => at(code) !== '')
  return { emptied, values: Object.fromEntries(given.map((one) => [one.code, typed(one, at(one.code))])) }
}

function typed(definition: AttributeDefinition, text: string): unknown {
  if (definition.type === 'NUMBER') return Number.isFinite(Number(text)) ? Number(text) : text
  return definition.type === 'BOOLEAN' ? text === 'true' : text
}
