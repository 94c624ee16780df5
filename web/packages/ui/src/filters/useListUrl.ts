import { computed } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'
import type { Sort } from '../table/types'
import type { FilterField, FilterValues } from './types'

/** The state of a list lives in the address: it can be sent, bookmarked and gone back to. */
export function useListUrl(fields: () => FilterField[]) {
  const route = useRoute()
  const router = useRouter()
  const one = (name: string) => {
    const value = route.query[name]
    return (Array.isArray(value) ? value[0] : value) ?? ''
  }
  function put(change: LocationQueryRaw) {
    const merged = { ...route.query, ...change }
    const query = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== '' && value !== undefined))
    void router.replace({ query })
  }

  const search = computed({ get: () => one('q'), set: (q) => put({ q }) })
  const filters = computed<FilterValues>({
    get: () =>
      Object.fromEntries(
        fields()
          .map((field) => [field.key, one(field.key)])
          .filter(([, value]) => value !== ''),
      ),
    set: (next) => put(Object.fromEntries(fields().map((field) => [field.key, next[field.key] ?? '']))),
  })
  const sort = computed<Sort | undefined>({
    get: (): Sort | undefined => {
      const [key, direction] = one('sort').split(':')
      return key ? { key, direction: direction === 'asc' ? 'asc' : 'desc' } : undefined
    },
    set: (next: Sort | undefined) => put({ sort: next === undefined ? '' : `${next.key}:${next.direction}` }),
  })
  const filtered = computed(() => search.value !== '' || Object.keys(filters.value).length > 0)
  const clear = () => put({ q: '', ...Object.fromEntries(fields().map((field) => [field.key, ''])) })
  return { search, filters, sort, filtered, clear }
}
