import { request } from '@guildhall/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import type {
  ClauseView,
  Difference,
  DraftView,
  JsonObject,
  PolicyDetail,
  PolicySummary,
  PreviewView,
  VersionView,
} from './types'

const path = (kind: string) => `/api/policies/${encodeURIComponent(kind)}`

export function usePolicies() {
  return useQuery({
    queryKey: ['policies', 'list'],
    queryFn: () => request<PolicySummary[]>('GET', '/api/policies'),
  })
}

export function usePolicy(kind: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['policies', 'one', toValue(kind)]),
    queryFn: () => request<PolicyDetail>('GET', path(toValue(kind))),
  })
}

export function useDifferences(kind: () => string, pair: () => { from: number; to: number } | undefined) {
  return useQuery({
    queryKey: computed(() => ['policies', 'differences', kind(), pair()]),
    queryFn: () => request<Difference[]>('GET', `${path(kind())}/differences?from=${pair()!.from}&to=${pair()!.to}`),
    enabled: computed(() => pair() !== undefined),
  })
}

export function useClauses() {
  return useQuery({
    queryKey: ['policies', 'clauses'],
    queryFn: () => request<ClauseView[]>('GET', '/api/handbook/clauses'),
    staleTime: 60_000,
  })
}

export const previewDraft = (kind: string, effectiveFrom: string) =>
  request<PreviewView>('POST', `${path(kind)}/draft/preview`, { effectiveFrom })

/** The acts on one kind of policy; whatever succeeds makes what is shown of it stale. */
export function usePolicyActs(kind: () => string) {
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: ['policies'] })
  const quiet = { quiet: true }
  return {
    reload: onSuccess,
    save: useMutation({
      mutationFn: (command: { body: JsonObject; expectedRevision: number }) =>
        request<DraftView>('PUT', `${path(kind())}/draft`, command),
      onSuccess,
      meta: quiet,
    }),
    discard: useMutation({
      mutationFn: (revision: number) => request<void>('DELETE', `${path(kind())}/draft?revision=${revision}`),
      onSuccess,
    }),
    publish: useMutation({
      mutationFn: (command: { revision: number; effectiveFrom: string; reason: string }) =>
        request<VersionView>('POST', `${path(kind())}/draft/publish`, command),
      onSuccess,
      meta: quiet,
    }),
    /** Where the authority table wants others to decide: published with their last yes. */
    ask: useMutation({
      mutationFn: (command: { revision: number; effectiveFrom: string; reason: string }) =>
        request('POST', '/api/approvals/publications', { ...command, policy: kind() }),
      onSuccess: () => client.invalidateQueries({ queryKey: ['approvals'] }),
      meta: quiet,
    }),
    withdraw: useMutation({
      mutationFn: ({ version, reason }: { version: number; reason: string }) =>
        request<VersionView>('POST', `${path(kind())}/versions/${version}/withdraw`, { reason }),
      onSuccess,
    }),
  }
}
