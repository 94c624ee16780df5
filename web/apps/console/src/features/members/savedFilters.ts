import { rangeText, type FilterValues } from '@guildhall/ui'
import type { MemberFilter, MemberQuery } from './types'

/** The chips that a saved query stands for; undefined when it says more than chips can show. */
export function valuesOf(query: MemberQuery): FilterValues | undefined {
  if (query.text !== undefined && query.text !== '') return undefined
  const parts = query.filter === undefined ? [] : query.filter.type === 'all' ? query.filter.of : [query.filter]
  const values: FilterValues = {}
  for (const part of parts) {
    const chip = chipOf(part, values)
    if (chip === undefined) return undefined
    values[chip[0]] = chip[1]
  }
  return values
}

const NOBODY = 'none'

function chipOf(part: MemberFilter, before: FilterValues): [string, string] | undefined {
  switch (part.type) {
    case 'status':
      return ['status', part.in.join(',')]
    case 'kind':
      return ['kind', part.kind]
    case 'home':
    case 'adviser':
      return [part.type, part.in.length === 0 ? NOBODY : part.in.join(',')]
    case 'any':
      return ofSomeOrNobody(part.of)
    case 'joined':
      return ['joined', rangeText(part.from ?? '', part.to ?? '')]
    case 'birthday-month':
      return ['birthday', part.in.join(',')]
    case 'has':
      return part.field === 'MOBILE' ? ['mobile', part.known ? 'known' : 'unknown'] : undefined
    case 'tagged':
      return ['tags', part.any.join(',')]
    case 'column':
      return columnChip(part, before)
    default:
      return undefined
  }
}

/** Of any of these or of nobody, as the chip with both says it. */
function ofSomeOrNobody([some, nobodys, ...rest]: MemberFilter[]): [string, string] | undefined {
  if (some?.type !== 'home' && some?.type !== 'adviser') return undefined
  if (nobodys?.type !== some.type || nobodys.in.length > 0 || rest.length > 0) return undefined
  return [some.type, [...some.in, NOBODY].join(',')]
}

function columnChip(
  part: Extract<MemberFilter, { type: 'attribute' | 'column' }>,
  before: FilterValues,
): [string, string] | undefined {
  const [value = ''] = part.values
  const present = before[part.code] ?? '..'
  if (part.test === 'IN') return [part.code, part.values.join(',')]
  if (part.test === 'CONTAINS') return [part.code, value]
  if (part.test === 'AT_LEAST') return [part.code, rangeText(value, present.split('..')[1] ?? '')]
  return part.test === 'AT_MOST' ? [part.code, rangeText(present.split('..')[0] ?? '', value)] : undefined
}
