import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { request } from './client'
import type { JobView } from './shell'

const POLL_MS = 1000

/** How a list is to be written as a file, why it leaves the house, and the language to read it in. */
export interface FileWish {
  format: string
  reason: string
  language: string
}

/** Has what is asked for written as a file, as wished; the job's result names the file to fetch. */
export const takeOut = (path: string, what: object, file: FileWish) =>
  request<JobView>('POST', path, { ...what, ...file })

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
