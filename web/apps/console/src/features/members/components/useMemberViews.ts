import { currentSession } from '@guildhall/api'
import { dayOf, formatTotal } from '@guildhall/i18n'
import { toast, type FilterValues, type SavedView } from '@guildhall/ui'
import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { filterOf } from '../filters'
import { useSavedViews } from '../lists'
import { useMemberCount, useMemberCounts } from '../queries'
import { valuesOf } from '../savedFilters'
import type { MemberColumn, MemberQuery } from '../types'

const DAYS_NEW = 30
const DAY_MS = 86_400_000

const businessDay = (moment: number) => dayOf(new Date(moment).toISOString())

/** The views that everybody has, with how many members each holds, and those that staff saved. */
export function useMemberViews(columns: Ref<MemberColumn[]>) {
  const { t } = useI18n()
  const today = businessDay(Date.now())
  const since = businessDay(Date.now() - DAYS_NEW * DAY_MS)
  const definitions: { id: string; filters: FilterValues }[] = [
    { id: 'all', filters: {} },
    { id: 'mine', filters: { adviser: currentSession.value?.staff ?? '' } },
    { id: 'recent', filters: { joined: `${since}..` } },
    { id: 'birthday', filters: { birthday: String(Number(today.slice(5, 7))) } },
    { id: 'incomplete', filters: { mobile: 'unknown' } },
  ]
  const queryOf = (filters: FilterValues): MemberQuery => {
    const filter = filterOf(filters, columns.value)
    return filter === undefined ? {} : { filter }
  }
  const counted = definitions.map((definition) => ({
    ...definition,
    total: useMemberCount(queryOf(definition.filters)).data,
  }))
  const fixed = computed<SavedView[]>(() =>
    counted.map(({ id, filters, total }) => ({
      id,
      filters,
      name: t(`members.view.${id}`),
      count: formatTotal(total.value),
    })),
  )

  const { list, save, drop } = useSavedViews()
  const kept = computed(() =>
    (list.data.value ?? []).flatMap((view) => {
      const filters = valuesOf(view.query)
      // Counted by the query that was saved: only the list itself knows the columns that other modules filter by.
      const { filter } = view.query
      const query: MemberQuery = filter === undefined ? {} : { filter }
      return filters === undefined ? [] : [{ id: view.id, name: view.name, filters, fixed: !view.own, query }]
    }),
  )
  const counts = useMemberCounts(() => kept.value.map((view) => view.query))
  const saved = computed<SavedView[]>(() =>
    kept.value.map((view, index) => ({ ...view, count: formatTotal(counts.value[index]?.data) })),
  )
  function keep(name: string, filters: FilterValues, shared: boolean) {
    save.mutate({ name, shared, query: queryOf(filters) }, { onSuccess: () => toast.good(t('ui.views.saved')) })
  }
  return { fixed, saved, keep, drop: (id: string) => drop.mutate(id) }
}
