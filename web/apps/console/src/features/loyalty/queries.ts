import { can, request, useKeyset, type Explanation, type Page } from '@guildhall/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import type { Balance, Entry, LawProof, Lot, PolicyOf, PurchaseRow, PurchaseView, Trial } from './types'

const PAGE = 50

function queryText(values: Record<string, string | number | undefined>): string {
  const given = Object.entries(values).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  )
  return new URLSearchParams(given).toString()
}

export function usePurchases(ask: () => Record<string, string | undefined>) {
  return useKeyset<PurchaseRow>({
    key: ['loyalty', 'purchases'],
    ask,
    load: (cursor) =>
      request<Page<PurchaseRow>>('GET', `/api/purchases?${queryText({ ...ask(), cursor, limit: PAGE })}`),
  })
}

export function usePurchase(id: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['loyalty', 'purchase', toValue(id)]),
    queryFn: () => request<PurchaseView>('GET', `/api/purchases/${toValue(id)}`),
  })
}

/** The kinds of policy that loyalty is ruled by, as the house of policies shows them. */
export function usePolicyOf<P>(kind: string) {
  return useQuery({
    queryKey: ['policies', 'one', kind],
    queryFn: () => request<PolicyOf<P>>('GET', `/api/policies/${kind}`),
    enabled: computed(() => can('policies.read')),
  })
}

export const tryRules = (draft: unknown, purchases: string[]) =>
  request<{ trials: Trial[] }>('POST', '/api/loyalty/test-rules', { draft, purchases })

/** What changes value makes everything shown of it stale: the member's page too. */
export function useStale() {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['loyalty'] }),
      client.invalidateQueries({ queryKey: ['members'] }),
    ])
}

export function useBalances(member: () => string) {
  return useQuery({
    queryKey: computed(() => ['loyalty', 'balances', member()]),
    queryFn: () => request<{ balances: Balance[] }>('GET', `/api/members/${member()}/balances`),
  })
}

export function useLots(member: () => string, asset: () => string) {
  return useQuery({
    queryKey: computed(() => ['loyalty', 'lots', member(), asset()]),
    queryFn: () => request<Lot[]>('GET', `/api/members/${member()}/lots?asset=${encodeURIComponent(asset())}`),
  })
}

export function useStatement(member: () => string, asset: () => string) {
  return useKeyset<Entry>({
    key: ['loyalty', 'statement'],
    ask: () => ({ member: member(), asset: asset() }),
    load: (cursor) => {
      const text = queryText({ asset: asset(), cursor, limit: PAGE })
      return request<Page<Entry>>('GET', `/api/members/${member()}/statement?${text}`)
    },
  })
}

/** Why a posting was made, worked out anew by whatever decided it. */
export function useWhy(posting: () => string | undefined) {
  return useQuery({
    queryKey: computed(() => ['loyalty', 'why', posting()]),
    queryFn: () => request<Explanation>('GET', `/api/postings/${posting()}/why`),
    enabled: computed(() => posting() !== undefined),
  })
}

export function useLaws() {
  const client = useQueryClient()
  const key = ['loyalty', 'laws']
  return {
    list: useQuery({ queryKey: key, queryFn: () => request<LawProof[]>('GET', '/api/ledger/laws') }),
    prove: useMutation({
      mutationFn: () => request<LawProof[]>('POST', '/api/ledger/laws'),
      onSuccess: (proofs) => client.setQueryData(key, proofs),
    }),
  }
}
