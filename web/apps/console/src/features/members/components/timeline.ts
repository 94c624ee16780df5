import {
  dayOf,
  factName,
  formatInteger,
  formatList,
  formatMoney,
  isOwnNumber,
  readableFact,
  wordText,
} from '@guildhall/i18n'
import type { TimelineEntry } from '../types'

export interface Day {
  day: string
  entries: TimelineEntry[]
}

/** Entries newest first, gathered under the business day on which they happened. */
export function byDay(entries: TimelineEntry[]): Day[] {
  const days: Day[] = []
  for (const entry of entries) {
    const day = dayOf(entry.occurredAt)
    const last = days.at(-1)
    if (last?.day === day) last.entries.push(entry)
    else days.push({ day, entries: [entry] })
  }
  return days
}

export interface Change {
  field: string
  from: string
  to: string
}

/** Codes that stand beside what they mean, or mean nothing to a reader. */
const CODES = ['regionCode', 'kind', 'calendar', 'leapMonth', 'language', 'preferred', 'size']

/** A changed value as people write it: a date by its parts, a compound by what it holds. */
function valueText(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string' && /^[{[]/.test(value)) return valueText(parsed(value))
  if (Array.isArray(value)) return formatList(value.map(valueText).filter(Boolean))
  if (typeof value !== 'object') return readableFact(value)
  const parts = value as Record<string, unknown>
  if ('month' in parts && 'day' in parts) {
    return [parts.year, parts.month, parts.day].filter((part) => part !== undefined).join('-')
  }
  return Object.entries(parts)
    .filter(([name]) => !CODES.includes(name))
    .map(([, part]) => valueText(part))
    .filter(Boolean)
    .join(' ')
}

/** Compounds come as they are stored; words that only look like one stay words. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return ` ${text}`
  }
}

/** What an entry says was changed, before and after; entries about other things have none. */
export function changesOf(entry: TimelineEntry): Change[] {
  const values = entry.facts.values
  if (!Array.isArray(values)) return []
  return values.map((value: Record<string, unknown>) => ({
    field: String(value.path ?? ''),
    from: valueText(value.before),
    to: valueText(value.after),
  }))
}

/** The entry's sentence with its facts. */
export function sentenceOf(entry: TimelineEntry): string {
  return wordText('timeline', sentenceKind(entry), entry.facts)
}

function sentenceKind(entry: TimelineEntry): string {
  if (takenBack(entry)) return 'ledger.taken-back'
  const unnumbered = entry.kind === 'loyalty.return' && !isOwnNumber(String(entry.facts.number))
  return unnumbered ? 'loyalty.return.unnumbered' : entry.kind
}

/** What a purchase had brought goes again: it was voided, or worth less by what came to be known. */
function takenBack(entry: TimelineEntry): boolean {
  const { posting, amounts } = entry.facts
  if (posting !== 'purchase' || typeof amounts !== 'object' || amounts === null) return false
  return Object.values(amounts as Record<string, number>).every((amount) => amount < 0)
}

/** What a kind of entries is called; a kind whose sentence needs no facts is called by it. */
export function kindName(kind: string): string {
  const name = wordText('timeline', `${kind}.name`)
  return name.endsWith('.name') ? wordText('timeline', kind) : name
}

/** The figures to set at an entry's right: the money or the points that it moved. */
export function amountOf(entry: TimelineEntry): string | undefined {
  const { total, amounts } = entry.facts
  if (typeof total === 'object' && total !== null && 'minor' in total) {
    return formatMoney(total as { minor: number; currency: string })
  }
  if (typeof amounts !== 'object' || amounts === null) return undefined
  return Object.entries(amounts as Record<string, number>)
    .toSorted(([a], [b]) => b.localeCompare(a))
    .map(([asset, amount]) => `${factName(asset)} ${formatInteger(amount, { signed: true })}`)
    .join(' · ')
}

/** A reason in words; one that an import wrote names its source. */
function reasonText(reason: string): string {
  const source = /^intake:(.+)$/.exec(reason)?.[1]
  return source === undefined ? wordText('reason', reason) : wordText('reason', 'intake', { source })
}

/** Who did it and why, in words; nothing is said of what goes without saying. */
export function footOf(entry: TimelineEntry, staffName: (id: string) => string): string {
  const [kind, id = ''] = (entry.actor ?? '').split(':')
  const actor = kind === 'staff' ? staffName(id) : wordText('actor', id)
  const reason = typeof entry.facts.reason === 'string' ? reasonText(entry.facts.reason) : ''
  return [...new Set([actor, reason])].filter(Boolean).join(' · ')
}
