import { formatInteger } from '@guildhall/i18n'
import type { FilterValues, SavedView } from '@guildhall/ui'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { filterOf } from '../filters'
import { useMemberCount } from '../queries'
import type { MemberQuery } from '../types'

const ZONE = 'Asia/Shanghai'
const DAYS_NEW = 30

const businessDay = (moment: number) => new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(moment)

/** The views that everybody has, with how many members each holds. */
export function useMemberViews(me: () => string | undefined) {
  const { t } = useI18n()
  const today = businessDay(Date.now())
  const since = businessDay(Date.now() - DAYS_NEW * 86_400_000)
  const definitions: { id: string; filters: FilterValues }[] = [
    { id: 'all', filters: {} },
    { id: 'mine', filters: { adviser: me() ?? '' } },
    { id: 'recent', filters: { joined: `${since}..` } },
    { id: 'birthday', filters: { birthday: String(Number(today.slice(5, 7))) } },
    { id: 'incomplete', filters: { mobile: 'unknown' } },
  ]
  const counted = definitions.map((definition) => ({
    ...definition,
    total: useMemberCount(queryOf(definition.filters)).data,
  }))
  return computed<SavedView[]>(() =>
    counted.map(({ id, filters, total }) => ({
      id,
      filters,
      name: t(`members.view.${id}`),
      ...(total.value === undefined
        ? {}
        : { count: formatInteger(total.value.value) + (total.value.exact ? '' : '+') }),
    })),
  )
}

function queryOf(filters: FilterValues): MemberQuery {
  const filter = filterOf(filters, [])
  return filter === undefined ? {} : { filter }
}
