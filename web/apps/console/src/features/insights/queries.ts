import { queryText, request, useKeyset, type Page } from '@guildhall/api'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import type { Asked, DashboardView, DrillRow, Freshness, MeasureView, Opened } from './types'

const PAGE = 20

export function useDashboard(asked: MaybeRefOrGetter<Asked>) {
  return useQuery({
    queryKey: computed(() => ['insights', 'dashboard', toValue(asked)]),
    queryFn: () => request<DashboardView>('GET', `/api/insights/dashboard?${queryText({ ...toValue(asked) })}`),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
}

export function useDefinitions() {
  return useQuery({
    queryKey: ['insights', 'measures'],
    queryFn: () => request<MeasureView[]>('GET', '/api/insights/measures'),
    staleTime: 300_000,
  })
}

/** The members behind one cell, page by page. */
export function useDrill(asked: () => Asked, opened: () => Opened | undefined) {
  return useKeyset<DrillRow>({
    key: ['insights', 'drill'],
    ask: () => ({ ...asked(), ...opened() }),
    load: (cursor) => {
      const { measure, k1, k2 } = opened()!
      const text = queryText({ measure, k1, k2, ...asked(), cursor, limit: PAGE })
      return request<Page<DrillRow>>('GET', `/api/insights/drill?${text}`)
    },
    enabled: () => opened() !== undefined,
  })
}

export function useRefresh() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request<Freshness>('POST', '/api/insights/refresh'),
    onSuccess: () => client.invalidateQueries({ queryKey: ['insights'] }),
  })
}
