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
  const next = computed(() => result.data.value?.next)
  return {
    rows: computed(() => result.data.value?.items),
    total: computed(() => result.data.value?.total),
    error: computed(() => result.error.value ?? undefined),
    loading: result.isPending,
    refreshing: result.isFetching,
    hasNext: computed(() => next.value !== undefined && next.value !== null),
    hasPrevious: computed(() => cursors.value.length > 0),
    page: computed(() => cursors.value.length + 1),
    forward() {
      if (next.value !== undefined) cursors.value = [...cursors.value, next.value]
    },
    back() {
      cursors.value = cursors.value.slice(0, -1)
    },
    retry: () => result.refetch(),
  }
}
