import {
  queryText,
  request,
  useKeyset,
  useStale,
  type Explanation,
  type IdempotencyKey,
  type Money,
  type Page,
} from '@guildhall/api'
import type { Tender } from '@guildhall/ui'
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'

import type {
  Basket,
  Buyer,
  Checkout,
  CheckoutRow,
  Coupon,
  CounterDay,
  Payment,
  PaymentMethod,
  Quote,
  Returned,
} from './types'

const PAGE = 50

type Ask = Record<string, string | number | undefined>
/** Lines are always named, even for all that is left: if somebody took some back meanwhile, it is refused rather than less. */
export interface Back {
  store: string
  lines: { line: number; quantityMilli: number }[]
  reason: string
}

/** What the basket costs, asked anew with every change. */
export function useQuote(basket: () => Basket | undefined) {
  return useQuery({
    queryKey: computed(() => ['checkout', 'quote', basket()]),
    queryFn: () => request<Quote>('POST', '/api/checkouts/quote', basket()),
    enabled: computed(() => basket() !== undefined),
    placeholderData: (before: Quote | undefined) => before,
    staleTime: 0,
    retry: false,
  })
}

/** Who stands at the counter and what they have, as far as the clerk may see it. */
export function useBuyer(member: () => string) {
  return useQuery({
    queryKey: computed(() => ['checkout', 'buyer', member()]),
    queryFn: () => request<Buyer>('GET', `/api/counter-buyers/${member()}`),
    enabled: computed(() => member() !== ''),
    staleTime: 0,
    retry: false,
  })
}

/** The coupons a buyer can use, the first to end first. */
export function useBuyersCoupons(member: () => string) {
  return useQuery({
    queryKey: computed(() => ['checkout', 'coupons', member()]),
    queryFn: async () => {
      const page = await request<Page<Coupon>>(
        'GET',
        `/api/coupons?${queryText({ member: member(), state: 'issued', limit: PAGE })}`,
      )
      return { ...page, items: page.items.toSorted((one, other) => one.lastDay.localeCompare(other.lastDay)) }
    },
    enabled: computed(() => member() !== ''),
  })
}

export function useCheckouts(ask: () => Ask) {
  return useKeyset<CheckoutRow>({
    key: ['checkout', 'list'],
    ask,
    load: (cursor) =>
      request<Page<CheckoutRow>>('GET', `/api/checkouts?${queryText({ ...ask(), cursor, limit: PAGE })}`),
  })
}

export function useCheckout(id: () => string) {
  return useQuery({
    queryKey: computed(() => ['checkout', 'one', id()]),
    queryFn: () => request<Checkout>('GET', `/api/checkouts/${id()}`),
  })
}

export function useCheckoutWhy(id: () => string) {
  return useQuery({
    queryKey: computed(() => ['checkout', 'why', id()]),
    queryFn: () => request<Explanation>('GET', `/api/checkouts/${id()}/why`),
  })
}

/** What would go back for the parts chosen. */
export function useReturnQuote(id: () => string, back: () => Back | undefined) {
  return useQuery({
    queryKey: computed(() => ['checkout', 'return-quote', id(), back()]),
    queryFn: () => request<Returned>('POST', `/api/checkouts/${id()}/return-quote`, back()),
    enabled: computed(() => back() !== undefined),
    staleTime: 0,
    retry: false,
  })
}

/** One day of the counters, by store and method, with what was counted. */
export function useCounterDay(day: () => string) {
  return useQuery({
    queryKey: computed(() => ['checkout', 'day', day()]),
    queryFn: () => request<CounterDay>('GET', `/api/counter-payments/days/${day()}`),
    enabled: computed(() => /^\d{4}-\d{2}-\d{2}$/.test(day())),
  })
}

/** The payments behind a till of a day, newest first. */
export function usePayments(till: () => { store: string; method: PaymentMethod } | undefined, day: () => string) {
  const ask = () => ({ store: till()?.store, method: till()?.method, from: day(), to: day() })
  return useKeyset<Payment>({
    key: ['checkout', 'payments'],
    ask,
    enabled: () => till() !== undefined,
    load: (cursor) =>
      request<Page<Payment>>('GET', `/api/counter-payments?${queryText({ ...ask(), cursor, limit: PAGE })}`),
  })
}

interface Count {
  store: string
  day: string
  method: PaymentMethod
  counted: Money
  reason?: string
}

export const checkout = {
  /** Whom a whole number or mobile names, members of other stores too; they are served from then on. */
  identify: (shown: string, store: string) => request<Buyer[]>('POST', '/api/counter-buyers', { shown, store }),
  count: (body: Count, key: IdempotencyKey) => request<CounterDay>('POST', '/api/counter-payments/counts', body, key),
  sell: (body: { basket: Basket; expected: Quote['expected']; payments: Tender[] }, key: IdempotencyKey) =>
    request<Checkout>('POST', '/api/checkouts', body, key),
  giveBack: (id: string, body: Back, key: IdempotencyKey) =>
    request<Checkout>('POST', `/api/checkouts/${id}/returns`, body, key),
}

/** What is sold or taken back makes these stale too. */
export const useCheckoutStale = () =>
  useStale('checkout', 'prepaid', 'members', 'loyalty', 'coupons', 'benefits', 'cashback')
