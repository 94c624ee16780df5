import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { rangeOf, type FilterField } from './types'
import { useListUrl } from './useListUrl'

/**
 * What a list asks the server for, told by the address: each filter under its key, a day as `from` and `to`, and the one
 * member the reader came from. What is not chosen is not asked.
 */
export function useListAsk(fields: () => FilterField[]) {
  const url = useListUrl(fields)
  const route = useRoute()
  const router = useRouter()
  const member = computed(() => (typeof route.query.member === 'string' ? route.query.member : undefined))
  const ask = computed<Record<string, string>>(() => {
    const { day, ...others } = url.filters.value
    const [from, to] = rangeOf(day ?? '')
    const given = { ...others, member: member.value, from, to }
    return Object.fromEntries(
      Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
    )
  })
  const filtered = computed(() => url.filtered.value || member.value !== undefined)
  const clear = () => void router.replace({ query: {} })
  return { search: url.search, filters: url.filters, filtered, clear, member, ask }
}

/** A filter by one value of a few. */
export function oneOf(key: string, label: string, choices: { value: string; label: string }[]): FilterField {
  return { key, label, kind: 'choice', single: true, choices }
}

/** A filter by one store. */
export function oneStore(label: string, stores: { id: string; name: string }[]): FilterField {
  return oneOf(
    'store',
    label,
    stores.map((store) => ({ value: store.id, label: store.name })),
  )
}
