import { can, request, type components } from '@guildhall/api'
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'

export type Missing = components['schemas']['MissingForTier']
export type StandingView = components['schemas']['StandingView']

/** Where a member stands in the programme; nothing is asked without the right to see it. */
export function useStanding(member: () => string) {
  const allowed = computed(() => can('loyalty.read'))
  const query = useQuery({
    queryKey: computed(() => ['loyalty', 'standing', member()]),
    queryFn: () => request<StandingView>('GET', `/api/loyalty/members/${member()}/standing`),
    enabled: allowed,
  })
  return { allowed, query }
}

/** How many requests about a member wait for a decision, as far as the reader may be told of them. */
export function useWaitingRequests(member: () => string) {
  const query = useQuery({
    queryKey: computed(() => ['members', 'timeline', member(), 'waiting']),
    queryFn: () =>
      request<components['schemas']['SliceTimelineEntry']>(
        'GET',
        `/api/members/${member()}/timeline?kind=approvals.asked&limit=100`,
      ),
    enabled: computed(() => can('approvals.read-all')),
  })
  return computed(() => (query.data.value?.items ?? []).filter((entry) => entry.facts.state === 'pending').length)
}

/** What is worth doing next for a member, each with its reason. */
export function useNextSteps(member: () => string) {
  const allowed = computed(() => can('loyalty.read'))
  const query = useQuery({
    queryKey: computed(() => ['loyalty', 'next-steps', member()]),
    queryFn: () =>
      request<components['schemas']['Explanation'][]>('GET', `/api/loyalty/members/${member()}/next-steps`),
    enabled: allowed,
  })
  return { allowed, query }
}
