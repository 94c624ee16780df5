import { dayOf, formatMoney, readableFact, wordText } from '@guildhall/i18n'
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

/** What an entry says was changed, before and after; entries about other things have none. */
export function changesOf(entry: TimelineEntry): Change[] {
  const changes = entry.facts.changes
  if (!Array.isArray(changes)) return []
  return changes.map((change: Record<string, unknown>) => ({
    field: String(change.field ?? ''),
    from: readableFact(change.from ?? change.before),
    to: readableFact(change.to ?? change.after),
  }))
}

/** The entry's sentence, and a figure to set at its right if it moved one. */
export function sentenceOf(entry: TimelineEntry): string {
  return wordText('timeline', entry.kind, entry.facts)
}

export function amountOf(entry: TimelineEntry): string | undefined {
  const total = entry.facts.total
  if (typeof total === 'object' && total !== null && 'minor' in total) {
    return formatMoney(total as { minor: number; currency: string })
  }
  return undefined
}
