import {
  can,
  queryText,
  request,
  takeOut,
  useKeyset,
  useStale,
  type FileWish,
  type IdempotencyKey,
  type Page,
} from '@guildhall/api'
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import type {
  Batch,
  BatchDetails,
  BatchRevision,
  BatchState,
  Coupon,
  CouponFact,
  Issued,
  WithdrawOutcome,
} from './types'

const PAGE = 50
const CHOICES = 200

type Ask = Record<string, string | number | undefined>
export function useBatches(ask: () => Ask) {
  return useKeyset<Batch>({
    key: ['coupons', 'batches'],
    ask,
    load: (cursor) =>
      request<Page<Batch>>('GET', `/api/coupon-batches?${queryText({ ...ask(), cursor, limit: PAGE })}`),
  })
}

/** The batches of a state, for the choice in a form or filter. */
export function useBatchChoices(wanted: () => boolean, state?: BatchState) {
  return useQuery({
    queryKey: ['coupons', 'batches', 'choices', state ?? 'all'],
    queryFn: () =>
      request<Page<Batch>>('GET', `/api/coupon-batches?${queryText({ ...(state && { state }), limit: CHOICES })}`),
    enabled: computed(() => wanted() && can('coupons.read')),
  })
}

export function useBatch(id: () => string | undefined) {
  return useQuery({
    queryKey: computed(() => ['coupons', 'batch', id()]),
    queryFn: () => request<Batch>('GET', `/api/coupon-batches/${id()}`),
    enabled: computed(() => id() !== undefined),
  })
}

export function useRevisions(id: () => string) {
  return useQuery({
    queryKey: computed(() => ['coupons', 'revisions', id()]),
    queryFn: () => request<BatchRevision[]>('GET', `/api/coupon-batches/${id()}/revisions`),
  })
}

export function useCoupons(ask: () => Ask) {
  return useKeyset<Coupon>({
    key: ['coupons', 'list'],
    ask,
    load: (cursor) => request<Page<Coupon>>('GET', `/api/coupons?${queryText({ ...ask(), cursor, limit: PAGE })}`),
  })
}

export function useFacts(id: () => string | undefined) {
  return useQuery({
    queryKey: computed(() => ['coupons', 'facts', id()]),
    queryFn: () => request<CouponFact[]>('GET', `/api/coupons/${id()}/facts`),
    enabled: computed(() => id() !== undefined),
  })
}

export const coupons = {
  enter: (details: BatchDetails) => request<Batch>('POST', '/api/coupon-batches', details),
  change: (id: string, details: BatchDetails, expectedVersion: number) =>
    request<Batch>('PUT', `/api/coupon-batches/${id}`, { details, expectedVersion }),
  move: (batch: Batch, state: BatchState) =>
    request<Batch>('POST', `/api/coupon-batches/${batch.id}/state`, { state, expectedVersion: batch.version }),
  issue: (body: { batch: string; members?: string[]; numbers?: string[]; reason: string }, key: IdempotencyKey) =>
    request<Issued>('POST', '/api/coupons', body, key),
  release: (id: string, reason: string, key: IdempotencyKey) =>
    request<Coupon>('POST', `/api/coupons/${id}/release`, { reason }, key),
  withdraw: (id: string, reason: string, key: IdempotencyKey) =>
    request<Coupon>('POST', `/api/coupons/${id}/withdraw`, { reason }, key),
  withdrawAll: (ids: string[], reason: string, key: IdempotencyKey) =>
    request<WithdrawOutcome[]>('POST', '/api/coupons/withdraw', { coupons: ids, reason }, key),
  pass: (id: string, body: { to: string; reason: string }, key: IdempotencyKey) =>
    request<Coupon>('POST', `/api/coupons/${id}/pass`, body, key),
  handOver: (id: string, store: string, key: IdempotencyKey) =>
    request<Coupon>('POST', `/api/coupons/${id}/hand-over`, { store }, key),
  exportAll: (query: Ask, file: FileWish) => takeOut('/api/coupons/export', { query }, file),
}

/** What becomes of coupons shows on the member's page too. */
export const useCouponsStale = () => useStale('coupons', 'members')
