import {
  queryText,
  request,
  takeOut,
  useKeyset,
  useStale,
  type Explanation,
  type FileWish,
  type IdempotencyKey,
  type Money,
  type Page,
} from '@guildhall/api'
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import type {
  Account,
  Advances,
  Day,
  Liability,
  Movement,
  PaymentMethod,
  RefundGround,
  RefundQuote,
  TopUpQuote,
} from './types'

const PAGE = 50

type Ask = Record<string, string | number | undefined>
export function useAccount(member: () => string) {
  return useQuery({
    queryKey: computed(() => ['prepaid', 'account', member()]),
    queryFn: () => request<Account>('GET', `/api/members/${member()}/prepaid`),
  })
}

export function useMovements(ask: () => Ask) {
  return useKeyset<Movement>({
    key: ['prepaid', 'movements'],
    ask,
    load: (cursor) =>
      request<Page<Movement>>('GET', `/api/prepaid/movements?${queryText({ ...ask(), cursor, limit: PAGE })}`),
  })
}

export function useMovementWhy(id: () => string | undefined) {
  return useQuery({
    queryKey: computed(() => ['prepaid', 'why', id()]),
    queryFn: () => request<Explanation>('GET', `/api/prepaid/movements/${id()}/why`),
    enabled: computed(() => id() !== undefined),
  })
}

/** What a top-up would bring, asked anew as the amount is typed. */
export function useTopUpQuote(member: () => string, amount: () => Money | undefined) {
  return useQuery({
    queryKey: computed(() => ['prepaid', 'top-up-quote', member(), amount()]),
    queryFn: () => request<TopUpQuote>('POST', `/api/members/${member()}/prepaid/top-up-quote`, { amount: amount() }),
    enabled: computed(() => (amount()?.minor ?? 0) > 0),
    retry: false,
  })
}

/** What a refund would be, line by line. */
export function useRefundQuote(
  member: () => string,
  wanted: () => boolean,
  asked: () => { ground: RefundGround; hadBefore: boolean },
) {
  return useQuery({
    queryKey: computed(() => ['prepaid', 'refund-quote', member(), asked()]),
    queryFn: () => request<RefundQuote>('POST', `/api/members/${member()}/prepaid/refund-quote`, asked()),
    enabled: computed(() => wanted()),
    staleTime: 0,
    retry: false,
  })
}

/** One business day, by store and method, held against the ledger. */
export function useDay(day: () => string) {
  return useQuery({
    queryKey: computed(() => ['prepaid', 'day', day()]),
    queryFn: () => request<Day>('GET', `/api/prepaid/days/${day()}`),
    enabled: computed(() => /^\d{4}-\d{2}-\d{2}$/.test(day())),
  })
}

/** What is owed to members now, and how it stood in a period. */
export function useLiability(period: () => { from: string; to: string }) {
  return useQuery({
    queryKey: computed(() => ['prepaid', 'liability', period()]),
    queryFn: () => request<Liability>('GET', `/api/prepaid/liability?${queryText(period())}`),
  })
}

/** Money paid in advance against its cap, and what has to be in custody. */
export function useAdvances() {
  return useQuery({
    queryKey: ['prepaid', 'advances'],
    queryFn: () => request<Advances>('GET', '/api/prepaid/advances'),
  })
}

interface Paying {
  member: string
  amount: Money
  listAmount?: Money
  partly: boolean
  store?: string
  reference?: string
}

export const prepaid = {
  topUp: (
    body: { member: string; amount: Money; method: PaymentMethod; store?: string; reference?: string },
    key: IdempotencyKey,
  ) => request<Movement>('POST', '/api/prepaid/top-ups', body, key),
  pay: (body: Paying, key: IdempotencyKey) => request<Movement>('POST', '/api/prepaid/payments', body, key),
  use: (id: string, key: IdempotencyKey) => request<Movement>('POST', `/api/prepaid/locks/${id}/use`, undefined, key),
  release: (id: string, key: IdempotencyKey) =>
    request<Movement>('POST', `/api/prepaid/locks/${id}/release`, undefined, key),
  giveBack: (id: string, reason: string, key: IdempotencyKey) =>
    request<Movement>('POST', `/api/prepaid/payments/${id}/give-back`, { reason }, key),
  undo: (id: string, reason: string, key: IdempotencyKey) =>
    request<Movement>('POST', `/api/prepaid/movements/${id}/undo`, { reason }, key),
  refund: (
    member: string,
    body: {
      asked: { ground: RefundGround; hadBefore: boolean }
      expected: Money
      method: PaymentMethod
      store?: string
      reason: string
    },
    key: IdempotencyKey,
  ) => request<Movement>('POST', `/api/members/${member}/prepaid/refund`, body, key),
  freeze: (member: string, reason: string, key: IdempotencyKey) =>
    request<Movement>('POST', `/api/members/${member}/prepaid/freeze`, { reason }, key),
  unfreeze: (member: string, reason: string, key: IdempotencyKey) =>
    request<Movement>('POST', `/api/members/${member}/prepaid/unfreeze`, { reason }, key),
  transfer: (member: string, body: { to: string; amount: Money; reason: string }, key: IdempotencyKey) =>
    request<Movement>('POST', `/api/members/${member}/prepaid/transfer`, body, key),
  exportAll: (query: Ask, file: FileWish) => takeOut('/api/prepaid/movements/export', { query }, file),
}

/** What stored value changes makes the member's page stale too. */
export const usePrepaidStale = () => useStale('prepaid', 'members', 'loyalty', 'checkout')
