import {
  can,
  queryText,
  request,
  takeOut,
  useKeyset,
  useStale,
  type Explanation,
  type FileWish,
  type IdempotencyKey,
  type Page,
} from '@guildhall/api'
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import type {
  CancelOutcome,
  PricedRedemption,
  Redeem,
  Redeemed,
  Redemption,
  Reward,
  RewardDetails,
  RewardState,
  StockMovement,
} from './types'

const PAGE = 50
const CHOICES = 200

type Ask = Record<string, string | number | undefined>

export function useRewards(ask: () => Ask) {
  return useKeyset<Reward>({
    key: ['mall', 'rewards'],
    ask,
    load: (cursor) => request<Page<Reward>>('GET', `/api/rewards?${queryText({ ...ask(), cursor, limit: PAGE })}`),
  })
}

/** What can be redeemed now, for the choice in a form. */
export function useRedeemable(wanted: () => boolean) {
  return useQuery({
    queryKey: ['mall', 'rewards', 'redeemable'],
    queryFn: () => request<Page<Reward>>('GET', `/api/rewards?redeemable=true&limit=${CHOICES}`),
    enabled: computed(() => wanted() && can('mall.read')),
  })
}

/** What an order would cost the member now; asked anew whenever it is shown. */
export function usePriced(asked: () => { member: string; reward: string; quantity: number } | undefined) {
  return useQuery({
    queryKey: computed(() => ['mall', 'price', asked()]),
    queryFn: () => request<PricedRedemption>('GET', `/api/redemptions/price?${queryText({ ...asked() })}`),
    enabled: computed(() => asked() !== undefined),
    staleTime: 0,
  })
}

export function useReward(id: () => string | undefined) {
  return useQuery({
    queryKey: computed(() => ['mall', 'reward', id()]),
    queryFn: () => request<Reward>('GET', `/api/rewards/${id()}`),
    enabled: computed(() => id() !== undefined),
  })
}

export function useMovements(id: () => string) {
  return useKeyset<StockMovement>({
    key: ['mall', 'movements'],
    ask: () => ({ id: id() }),
    load: (cursor) =>
      request<Page<StockMovement>>('GET', `/api/rewards/${id()}/stock-movements?${queryText({ cursor, limit: PAGE })}`),
  })
}

export function useRedemptions(ask: () => Ask) {
  return useKeyset<Redemption>({
    key: ['mall', 'redemptions'],
    ask,
    load: (cursor) =>
      request<Page<Redemption>>('GET', `/api/redemptions?${queryText({ ...ask(), cursor, limit: PAGE })}`),
  })
}

export function useRedemptionWhy(id: () => string | undefined) {
  return useQuery({
    queryKey: computed(() => ['mall', 'why', id()]),
    queryFn: () => request<Explanation>('GET', `/api/redemptions/${id()}/why`),
    enabled: computed(() => id() !== undefined),
  })
}

/** The tiers that prices may differ by, lowest first. */
export function useTiers() {
  const query = useQuery({
    queryKey: ['policies', 'one', 'loyalty.tiers'],
    queryFn: () =>
      request<{ versions: { body: { ladder: { code: string }[] } }[] }>('GET', '/api/policies/loyalty.tiers'),
    enabled: computed(() => can('policies.read')),
  })
  return computed(() => query.data.value?.versions[0]?.body.ladder.map((tier) => tier.code) ?? [])
}

export const mall = {
  enter: (details: RewardDetails) => request<Reward>('POST', '/api/rewards', details),
  change: (id: string, details: RewardDetails, expectedRevision: number) =>
    request<Reward>('PUT', `/api/rewards/${id}`, { details, expectedRevision }),
  move: (reward: Reward, state: RewardState) =>
    request<Reward>('POST', `/api/rewards/${reward.id}/state`, { state, expectedRevision: reward.revision }),
  stock: (id: string, body: { kind: string; quantity: number; reason: string }, key: IdempotencyKey) =>
    request<Reward>('POST', `/api/rewards/${id}/stock`, body, key),
  redeem: (body: Redeem, key: IdempotencyKey) => request<Redeemed>('POST', '/api/redemptions', body, key),
  renewCode: (id: string) => request<Redeemed>('POST', `/api/redemptions/${id}/code`),
  lookUp: (code: string, store: string) => request<Redemption>('POST', '/api/redemptions/look-up', { code, store }),
  handOut: (code: string, store: string, key: IdempotencyKey) =>
    request<Redemption>('POST', '/api/redemptions/hand-out', { code, store }, key),
  cancel: (id: string, reason: string, key: IdempotencyKey) =>
    request<Redemption>('POST', `/api/redemptions/${id}/cancel`, { reason }, key),
  cancelAll: (redemptions: string[], reason: string, key: IdempotencyKey) =>
    request<CancelOutcome[]>('POST', '/api/redemptions/cancel', { redemptions, reason }, key),
  takeBack: (id: string, reason: string, key: IdempotencyKey) =>
    request<Redemption>('POST', `/api/redemptions/${id}/take-back`, { reason }, key),
  exportAll: (query: Ask, file: FileWish) => takeOut('/api/redemptions/export', { query }, file),
}

/** What the mall changes makes the member's points and page stale too. */
export const useMallStale = () => useStale('mall', 'loyalty', 'members', 'checkout')
