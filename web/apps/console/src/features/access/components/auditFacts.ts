import { factName, factText, formatList, i18n, wordText } from '@guildhall/i18n'
import type { AuditRow } from '../types'

const t = (key: string, facts: Record<string, string> = {}) => i18n.global.t(key, facts)
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}$/

/** Ids say nothing in passing; they stand in the record's detail, to be copied. */
export const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value)

/** People by name, programs and the system by the word they go by. */
export const actorOf = (row: AuditRow) =>
  row.actor.startsWith('system:') ? wordText('actor', row.actorName) : row.actorName

const isMoney = (value: object) => 'minor' in value && 'currency' in value

/** The facts of an act in one line: scalars, money and lists in words, without ids. */
export const factsOf = (row: AuditRow) =>
  Object.entries(row.facts)
    .filter(
      ([, value]) =>
        (typeof value !== 'object' || value === null || Array.isArray(value) || isMoney(value)) && !isId(value),
    )
    .map(([name, value]) => t('ui.named', { name: factName(name), value: textOf(name, value) }))
    .join(' · ')

/** A fact of an act; permissions by what they allow. */
export function textOf(name: string, value: unknown): string {
  if (['grants', 'permissions'].includes(name) && Array.isArray(value)) {
    return formatList(value.map((one) => wordText('permission', String(one))))
  }
  return factText(name, value)
}
