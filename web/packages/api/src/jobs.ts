import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { request } from './client'
import type { JobView } from './shell'

const POLL_MS = 1000

/** Follows a background job until it has ended. */
export function useJob(id: MaybeRefOrGetter<string | undefined>) {
  return useQuery({
    queryKey: computed(() => ['job', toValue(id)]),
    queryFn: () => request<JobView>('GET', `/api/jobs/${toValue(id)}`),
    enabled: computed(() => toValue(id) !== undefined),
    refetchInterval: (query) => {
      const state = query.state.data?.state
      return state === undefined || state === 'WAITING' || state === 'RUNNING' ? POLL_MS : false
    },
  })
}
