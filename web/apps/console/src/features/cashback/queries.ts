import {
  idempotency,
  queryText,
  request,
  takeOut,
  useKeyset,
  useStale,
  type FileWish,
  type JobView,
  type Money,
  type Page,
} from '@guildhall/api'
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import type {
  Bond,
  Payout,
  PayoutLine,
  PayoutPreview,
  PayoutReversal,
  Preview,
  Promoter,
  Rebate,
  RebateDetail,
  Run,
  Standing,
  Statement,
  Use,
} from './types'

const PAGE = 50

type Ask = Record<string, string | number | undefined>

export function useRebates(ask: () => Ask) {
  return useKeyset<Rebate>({
    key: ['cashback', 'rebates'],
    ask,
    load: (cursor) =>
      request<Page<Rebate>>('GET', `/api/cashback/rebates?${queryText({ ...ask(), cursor, limit: PAGE })}`),
  })
}

export function useRebate(id: () => string | undefined) {
  return useQuery({
    queryKey: computed(() => ['cashback', 'rebate', id()]),
    queryFn: () => request<RebateDetail>('GET', `/api/cashback/rebates/${id()}`),
    enabled: computed(() => id() !== undefined),
  })
}

export function useStanding(member: () => string) {
  return useQuery({
    queryKey: computed(() => ['cashback', 'of', member()]),
    queryFn: () => request<Standing>('GET', `/api/cashback/members/${member()}`),
    enabled: computed(() => member() !== ''),
  })
}

export function usePreview(through: () => string, wanted: () => boolean) {
  return useQuery({
    queryKey: computed(() => ['cashback', 'preview', through()]),
    queryFn: () => request<Preview>('GET', `/api/cashback/settlements/preview?through=${through()}`),
    enabled: computed(wanted),
  })
}

/** The settlements. */
export function useSettlements() {
  return useKeyset<Run>({
    key: ['cashback', 'settlements'],
    ask: () => ({}),
    load: (cursor) => request<Page<Run>>('GET', `/api/cashback/settlements?${queryText({ cursor, limit: PAGE })}`),
  })
}

export function usePromoters(ask: () => Ask) {
  return useKeyset<Promoter>({
    key: ['cashback', 'promoters'],
    ask,
    load: (cursor) =>
      request<Page<Promoter>>('GET', `/api/cashback/promoters?${queryText({ ...ask(), cursor, limit: PAGE })}`),
  })
}

/** The member as a promoter, if they are or were one. */
export function usePromoter(member: () => string | undefined) {
  return useQuery({
    queryKey: computed(() => ['cashback', 'promoter', member()]),
    queryFn: async () =>
      (await request<Page<Promoter>>('GET', `/api/cashback/promoters?member=${member()}`)).items[0] ?? null,
    enabled: computed(() => member() !== undefined),
  })
}

/** The steps that bound a customer, or those that bound customers to a promoter, the last first. */
export function useBonds(of: 'customer' | 'promoter', member: () => string | undefined) {
  return useQuery({
    queryKey: computed(() => ['cashback', 'bonds', of, member()]),
    queryFn: async () =>
      (await request<Page<Bond>>('GET', `/api/cashback/bonds?${of}=${member()}&limit=${PAGE}`)).items,
    enabled: computed(() => member() !== undefined),
  })
}

/** What recommendations brought in a month: the sums of all of it, and the page of its lines that begins at the cursor. */
export function useStatement(member: () => string | undefined, month: () => string, cursor: () => string | undefined) {
  return useQuery({
    queryKey: computed(() => ['cashback', 'statement', member(), month(), cursor()]),
    queryFn: () =>
      request<Statement>(
        'GET',
        `/api/cashback/promoters/${member()}/statement?${queryText({ month: `${month()}-01`, cursor: cursor() })}`,
      ),
    enabled: computed(() => member() !== undefined && month() !== ''),
  })
}

/** The payouts of commissions. */
export function usePayouts(ask: () => Ask) {
  return useKeyset<Payout>({
    key: ['cashback', 'payouts'],
    ask,
    load: (cursor) =>
      request<Page<Payout>>('GET', `/api/cashback/payouts?${queryText({ ...ask(), cursor, limit: PAGE })}`),
  })
}

export function usePayout(id: () => string) {
  return useQuery({
    queryKey: computed(() => ['cashback', 'payout', id()]),
    queryFn: () => request<Payout>('GET', `/api/cashback/payouts/${id()}`),
  })
}

/** What was proposed for promoters, and what they were paid. */
export function usePayoutLines(ask: () => Ask) {
  return useKeyset<PayoutLine>({
    key: ['cashback', 'payout-lines'],
    ask,
    load: (cursor) =>
      request<Page<PayoutLine>>('GET', `/api/cashback/payout-lines?${queryText({ ...ask(), cursor, limit: PAGE })}`),
  })
}

/** What a payout for a month would propose. */
export function usePayoutPreview(month: () => string, wanted: () => boolean) {
  return useQuery({
    queryKey: computed(() => ['cashback', 'payout-preview', month()]),
    queryFn: () => request<PayoutPreview>('GET', `/api/cashback/payouts/preview?month=${month()}-01`),
    enabled: computed(() => wanted() && month() !== ''),
    retry: false,
  })
}

/** One key for each act of a screen that has no form around it, told apart by all that is sent. */
export function keyed() {
  const key = idempotency()
  return (body: unknown) => key.headers(body)
}

type Key = { 'Idempotency-Key': string }

/** The last uses of a member. */
export function useUses(member: () => string) {
  return useQuery({
    queryKey: computed(() => ['cashback', 'uses', member()]),
    queryFn: async () => (await request<Page<Use>>('GET', `/api/cashback/uses?member=${member()}&limit=5`)).items,
    enabled: computed(() => member() !== ''),
  })
}

interface Using {
  member: string
  store: string
  amount: Money
  receipt: string
}

export const till = {
  use: (body: Using, key: Key) => request<Use>('POST', '/api/cashback/uses', body, key),
  takeBack: (id: string, reason: string, key: Key) =>
    request<Use>('POST', `/api/cashback/uses/${id}/take-back`, { reason }, key),
}

export const payouts = {
  propose: (body: { month: string; reason: string }, key: Key) =>
    request<Payout>('POST', '/api/cashback/payouts', body, key),
  reverse: (id: string, body: { member?: string; reason: string }, key: Key) =>
    request<PayoutReversal>('POST', `/api/cashback/payouts/${id}/reverse`, body, key),
  exportLines: (query: Ask, file: FileWish) => takeOut('/api/cashback/payout-lines/export', { query }, file),
}

export const promoters = {
  exportAll: (query: Ask, file: FileWish) => takeOut('/api/cashback/promoters/export', { query }, file),
  enrol: (member: string, key: Key) =>
    request<Promoter>('POST', '/api/cashback/promoters', { member, consent: true }, key),
  end: (member: string, reason: string, key: Key) =>
    request<Promoter>('POST', `/api/cashback/promoters/${member}/end`, { reason }, key),
  bind: (customer: string, promoter: string, key: Key) =>
    request<Bond>('POST', '/api/cashback/bonds', { customer, promoter }, key),
  change: (customer: string, body: { promoter?: string; reason: string }, key: Key) =>
    request<Bond>('POST', `/api/cashback/bonds/${customer}/change`, body, key),
}

export const cashback = {
  settle: (through: string) => request<JobView>('POST', '/api/cashback/settlements', { through }),
  exportAll: (query: Ask, file: FileWish) => takeOut('/api/cashback/rebates/export', { query }, file),
}

/** What is credited shows on the member's page too. */
export const useCashbackStale = () => useStale('cashback', 'members', 'ledger', 'approvals')
