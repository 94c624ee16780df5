import { rangeOf, type FilterValues } from '@guildhall/ui'
import type { MemberColumn, MemberFilter, MemberKind, MemberStatus } from './types'

export const STATUSES: MemberStatus[] = [
  'APPLICANT',
  'ACTIVE',
  'SUSPENDED',
  'EXPIRED',
  'WITHDRAWN',
  'TERMINATED',
  'MERGED',
]
export const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)

const NOBODY = 'none'

/** The conditions that the chips of the list stand for; none at all means every member. */
export function filterOf(values: FilterValues, columns: MemberColumn[]): MemberFilter | undefined {
  const parts: MemberFilter[] = []
  const list = (key: string) => (values[key] ?? '').split(',').filter((value) => value !== '')

  if (values.status) parts.push({ type: 'status', in: list('status') as MemberStatus[] })
  if (values.kind) parts.push({ type: 'kind', kind: values.kind as MemberKind })
  if (values.home) parts.push(whose('home', list('home')))
  if (values.adviser) parts.push(whose('adviser', list('adviser')))
  if (values.joined) parts.push({ type: 'joined', ...ends(values.joined) })
  if (values.birthday) parts.push({ type: 'birthday-month', in: list('birthday').map(Number) })
  if (values.mobile) parts.push({ type: 'has', field: 'MOBILE', known: values.mobile === 'known' })
  if (values.tags) parts.push({ type: 'tagged', any: list('tags') })
  for (const column of columns) parts.push(...columnParts(column, values[column.code] ?? ''))

  return parts.length > 1 ? { type: 'all', of: parts } : parts[0]
}

/** Of any of these; nobody's, where that is chosen too. */
function whose(type: 'home' | 'adviser', chosen: string[]): MemberFilter {
  const ids = chosen.filter((id) => id !== NOBODY)
  const nobodys: MemberFilter = { type, in: [] }
  if (ids.length === 0) return nobodys
  return ids.length === chosen.length ? { type, in: ids } : { type: 'any', of: [{ type, in: ids }, nobodys] }
}

function ends(range: string): { from?: string; to?: string } {
  const [from, to] = rangeOf(range)
  return { ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) }
}

function columnParts(column: MemberColumn, value: string): MemberFilter[] {
  if (value === '') return []
  const test = (comparison: 'IN' | 'AT_LEAST' | 'AT_MOST' | 'CONTAINS', values: string[]): MemberFilter => ({
    type: 'column',
    code: column.code,
    test: comparison,
    values,
  })
  if (column.type === 'CHOICE') return [test('IN', value.split(','))]
  if (column.type === 'TEXT') return [test('CONTAINS', [value])]
  const { from, to } = ends(value)
  return [...(from ? [test('AT_LEAST', [from])] : []), ...(to ? [test('AT_MOST', [to])] : [])]
}
