import { endOfDay, startOfDay } from '@guildhall/i18n'
import { rangeOf, type FilterValues } from '@guildhall/ui'

/** The filters of the audit list as its parameters; days are business days, the end included. */
export function auditAsk(values: FilterValues): Record<string, string | undefined> {
  const [from, to] = rangeOf(values.days ?? '')
  return {
    act: values.act,
    actor: values.actor === undefined ? undefined : `staff:${values.actor}`,
    subjectId: values.subject,
    requestId: values.request,
    from: from === '' ? undefined : startOfDay(from),
    to: to === '' ? undefined : endOfDay(to),
  }
}
