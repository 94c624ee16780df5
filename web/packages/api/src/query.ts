import { MutationCache, QueryClient } from '@tanstack/vue-query'
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
