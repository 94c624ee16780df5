import { MutationCache, QueryClient, useQueryClient } from '@tanstack/vue-query'
import { ProblemError } from './problem'

/** Refusals are answers and are not asked again; only failures of the way there are. */
function worthRetrying(failures: number, error: unknown): boolean {
  const transient = error instanceof ProblemError && (error.status === 0 || error.status === 503)
  return transient && failures < 2
}

/** `onRefused` hears of every failed act whose caller does not show the failure itself (meta.quiet). */
export function createQueryClient(onRefused: (error: unknown) => void): QueryClient {
  const mutationCache = new MutationCache({
    onError: (error, _variables, _context, mutation) => {
      if (mutation.meta?.quiet !== true) onRefused(error)
    },
  })
  return new QueryClient({
    mutationCache,
    defaultOptions: {
      queries: { retry: worthRetrying, staleTime: 15_000, refetchOnWindowFocus: false },
      mutations: { retry: false },
    },
  })
}

/** What is asked for, as it stands in an address; what is not given is left out. */
export function queryText(values: Record<string, string | number | undefined>): string {
  const given = Object.entries(values).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  )
  return new URLSearchParams(given).toString()
}

/** To be called after an act: whatever is shown under these keys is read again. */
export function useStale(...keys: string[]) {
  const client = useQueryClient()
  return () => Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] })))
}
