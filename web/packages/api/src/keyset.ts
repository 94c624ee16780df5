import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, ref, toValue, watch, type MaybeRefOrGetter } from 'vue'
import type { Page } from './shell'

export interface KeysetQuery<T> {
  key: readonly unknown[]
  /** What is asked for; a change starts again at the first page. */
  ask: MaybeRefOrGetter<Record<string, unknown>>
  load: (cursor: string | undefined) => Promise<Page<T>>
  enabled?: MaybeRefOrGetter<boolean>
}

/** A list read page by page with a cursor; going back uses the cursors already seen. */
export function useKeyset<T>(query: KeysetQuery<T>) {
  const cursors = ref<string[]>([])
  watch(
    () => JSON.stringify(toValue(query.ask)),
    () => (cursors.value = []),
  )
  const result = useQuery({
    queryKey: computed(() => [...query.key, toValue(query.ask), cursors.value.at(-1)]),
    queryFn: () => query.load(cursors.value.at(-1)),
    enabled: computed(() => (query.enabled === undefined ? true : toValue(query.enabled))),
    placeholderData: keepPreviousData,
  })
  const rows = computed(() => result.data.value?.items)
  const total = computed(() => result.data.value?.total)
  const error = computed(() => result.error.value ?? undefined)
  const next = computed(() => result.data.value?.next)
  const retry = () => result.refetch()
  function forward() {
    if (next.value !== undefined) cursors.value = [...cursors.value, next.value]
  }
  function back() {
    cursors.value = cursors.value.slice(0, -1)
  }
  /** All that a table needs of the list, to be bound at once: its rows, how it stands, and the way through it. */
  const table = computed(() => ({
    rows: rows.value,
    total: total.value,
    error: error.value,
    retry,
    refreshing: result.isFetching.value,
    page: cursors.value.length + 1,
    hasNext: next.value !== undefined && next.value !== null,
    hasPrevious: cursors.value.length > 0,
    onNext: forward,
    onPrevious: back,
  }))
  return { rows, total, error, retry, table }
}

/** A list that is read page by page. */
export type KeysetList<T> = ReturnType<typeof useKeyset<T>>
