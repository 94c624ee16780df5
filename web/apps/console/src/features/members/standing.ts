import { can, request, type Explanation, type Money } from '@guildhall/api'
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'

export interface Missing {
  tier: string
  missing: number
  spend?: Money
  purchases: number
  from?: string
  by?: string
}

export interface StandingView {
  tier: string
  since: string
  keepUntil?: string
  growth: number
  points: number
  spend: Money
  visits: number
  lastPurchaseAt?: string
  measure: string
  qualifying: number
  next?: Missing
  keep?: Missing
  why: Explanation
}

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
