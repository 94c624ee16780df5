import { rangeOf, type FilterValues } from '@guildhall/ui'

const DAY_MS = 86_400_000

/** The first moment of a business day, moved by so many milliseconds. */
const utc = (day: string, later: number) => new Date(Date.parse(`${day}T00:00:00+08:00`) + later).toISOString()

/** The filters of the audit list as its parameters; days are business days, the end included. */
export function auditAsk(values: FilterValues): Record<string, string | undefined> {
  const [from, to] = rangeOf(values.days ?? '')
  return {
    act: values.act,
    actor: values.actor === undefined ? undefined : `staff:${values.actor}`,
    subjectId: values.subject,
    requestId: values.request,
    from: from === '' ? undefined : utc(from, 0),
    to: to === '' ? undefined : utc(to, DAY_MS),
  }
}
