import {
  can,
  queryText,
  request,
  takeOut,
  useKeyset,
  useStale,
  type FileWish,
  type IdempotencyKey,
  type Money,
  type Page,
} from '@guildhall/api'
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import type { Catalogue, CheckedCode, Code, CostRow, Entitlement, Grant, GrantKind, Use } from './types'

const PAGE = 50

type Ask = Record<string, string | number | undefined>
export function useCatalogue(wanted: () => boolean = () => true) {
  return useQuery({
    queryKey: ['benefits', 'catalogue'],
    queryFn: () => request<Catalogue>('GET', '/api/benefits/catalogue'),
    enabled: computed(() => wanted() && can('benefits.read')),
  })
}

export function useEntitlements(member: () => string) {
  return useQuery({
    queryKey: computed(() => ['benefits', 'of', member()]),
    queryFn: () => request<Entitlement[]>('GET', `/api/benefits/members/${member()}`),
    enabled: computed(() => member() !== ''),
  })
}

/** What the member at the counter can use there without a code. */
export function useCounterEntitlements(member: () => string) {
  return useQuery({
    queryKey: computed(() => ['benefits', 'counter', member()]),
    queryFn: () => request<Entitlement[]>('GET', `/api/benefits/counter/${member()}`),
    enabled: computed(() => member() !== ''),
  })
}

export function useGrants(ask: () => Ask) {
  return useKeyset<Grant>({
    key: ['benefits', 'grants'],
    ask,
    load: (cursor) =>
      request<Page<Grant>>('GET', `/api/benefits/grants?${queryText({ ...ask(), cursor, limit: PAGE })}`),
  })
}

export function useUses(ask: () => Ask) {
  return useKeyset<Use>({
    key: ['benefits', 'uses'],
    ask,
    load: (cursor) => request<Page<Use>>('GET', `/api/benefits/uses?${queryText({ ...ask(), cursor, limit: PAGE })}`),
  })
}

export function useCosts(ask: () => Ask) {
  return useQuery({
    queryKey: computed(() => ['benefits', 'costs', ask()]),
    queryFn: () => request<CostRow[]>('GET', `/api/benefits/costs?${queryText(ask())}`),
  })
}

interface Using {
  store: string
  member?: string
  benefit?: string
  code?: string
  guests?: number
  applyTo?: Money
}
interface Giving {
  member: string
  kind: GrantKind
  code: string
  firstDay?: string
  lastDay?: string
  reason: string
}

export const benefits = {
  give: (body: Giving, key: IdempotencyKey) => request<Grant>('POST', '/api/benefits/grants', body, key),
  revoke: (id: string, reason: string, key: IdempotencyKey) =>
    request<Grant>('POST', `/api/benefits/grants/${id}/revoke`, { reason }, key),
  code: (member: string, benefit: string, key: IdempotencyKey) =>
    request<Code>('POST', '/api/benefits/codes', { member, benefit }, key),
  check: (body: { code: string; store: string; member?: string }) =>
    request<CheckedCode>('POST', '/api/benefits/codes/check', body),
  use: (body: Using, key: IdempotencyKey) => request<Use>('POST', '/api/benefits/uses', body, key),
  takeBack: (id: string, reason: string, key: IdempotencyKey) =>
    request<Use>('POST', `/api/benefits/uses/${id}/take-back`, { reason }, key),
  exportCosts: (query: Ask, file: FileWish) => takeOut('/api/benefits/costs/export', { query }, file),
  exportAll: (query: Ask, file: FileWish) => takeOut('/api/benefits/uses/export', { query }, file),
}

/** What becomes of benefits shows on the member's page too. */
export const useBenefitsStale = () => useStale('benefits', 'members')
