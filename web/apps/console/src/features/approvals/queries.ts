import { queryText, request, useKeyset, type Page } from '@guildhall/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import type { Approval, Box, Colleague, Delegation } from './types'

export function useApprovals(ask: () => { box: Box; state?: string }, limit = 50) {
  return useKeyset<Approval>({
    key: ['approvals', 'list'],
    ask,
    load: (cursor) => request<Page<Approval>>('GET', `/api/approvals?${queryText({ ...ask(), cursor, limit })}`),
  })
}

export const useDelegations = (shown: () => boolean) =>
  useQuery({
    queryKey: ['approvals', 'delegations'],
    queryFn: () => request<Delegation[]>('GET', '/api/approvals/delegations'),
    enabled: shown,
  })

export const findColleagues = (text: string) =>
  request<Colleague[]>('GET', `/api/approvals/colleagues?text=${encodeURIComponent(text)}`)

/** What approval does reaches far: whatever is shown anywhere may be stale after it. A quiet one's refusal is told by its screen. */
export function useAct<T>(act: (command: T) => Promise<unknown>, meta: { quiet?: true } = {}) {
  const client = useQueryClient()
  return useMutation({ mutationFn: act, meta, onSuccess: () => client.invalidateQueries() })
}

export const approvals = {
  decide: (id: string, body: object) => request<Approval>('POST', `/api/approvals/${id}/decision`, body),
  handOver: (id: string, body: object) => request<Approval>('POST', `/api/approvals/${id}/hand-over`, body),
  withdraw: (id: string, body: object) => request<Approval>('POST', `/api/approvals/${id}/withdraw`, body),
  askAgain: (id: string, body: object) => request<Approval>('POST', `/api/approvals/${id}/ask-again`, body),
  delegate: (body: object, headers: Record<string, string>) =>
    request<Delegation>('POST', '/api/approvals/delegations', body, headers),
  endDelegation: (id: string) => request<void>('DELETE', `/api/approvals/delegations/${id}`),
}
