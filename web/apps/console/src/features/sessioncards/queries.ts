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
import type {
  Booking,
  Card,
  CheckingIn,
  Fact,
  Owed,
  PaymentMethod,
  PlaceDetails,
  Product,
  ProductDetails,
  ProductState,
  RefundAsked,
  RefundQuote,
  Rota,
  Service,
  ServiceDetails,
  Slot,
  UseSession,
  WeekHours,
} from './types'

const PAGE = 50
const CHOICES = 200
const CARDS = '/api/session-cards'
const BOOKINGS = '/api/session-bookings'

type Ask = Record<string, string | number | undefined>

export function useServices(wanted: () => boolean = () => true) {
  return useQuery({
    queryKey: ['session-cards', 'services'],
    queryFn: () => request<Service[]>('GET', `${CARDS}/services`),
    enabled: computed(() => wanted() && can('sessioncards.read')),
  })
}

export function useProducts(ask: () => Ask) {
  return useKeyset<Product>({
    key: ['session-cards', 'products'],
    ask,
    load: (cursor) =>
      request<Page<Product>>('GET', `${CARDS}/products?${queryText({ ...ask(), cursor, limit: PAGE })}`),
  })
}

/** What can be sold at a store, for the choice in a form. */
export function useOnSale(store: () => string, wanted: () => boolean) {
  return useQuery({
    queryKey: computed(() => ['session-cards', 'on-sale', store()]),
    queryFn: () =>
      request<Page<Product>>(
        'GET',
        `${CARDS}/products?${queryText({ state: 'on-sale', store: store(), limit: CHOICES })}`,
      ),
    enabled: computed(() => wanted() && store() !== ''),
  })
}

export function useCards(ask: () => Ask) {
  return useKeyset<Card>({
    key: ['session-cards', 'cards'],
    ask,
    load: (cursor) => request<Page<Card>>('GET', `${CARDS}?${queryText({ ...ask(), cursor, limit: PAGE })}`),
  })
}

export function useFacts(card: () => string | undefined) {
  return useQuery({
    queryKey: computed(() => ['session-cards', 'facts', card()]),
    queryFn: () => request<Fact[]>('GET', `${CARDS}/${card()}/facts`),
    enabled: computed(() => card() !== undefined),
  })
}

export function useOwed() {
  return useQuery({
    queryKey: ['session-cards', 'owed'],
    queryFn: () => request<Owed>('GET', `${CARDS}/owed`),
  })
}

/** The calculation changes nothing, so it is asked anew whenever the question changes. */
export function useRefundQuote(card: () => string | undefined, asked: () => RefundAsked) {
  return useQuery({
    queryKey: computed(() => ['session-cards', 'quote', card(), asked()]),
    queryFn: () => request<RefundQuote>('POST', `${CARDS}/${card()}/refund/quote`, asked()),
    enabled: computed(() => card() !== undefined),
    retry: false,
  })
}

export function useBookings(ask: () => Ask) {
  return useKeyset<Booking>({
    key: ['session-cards', 'bookings'],
    ask,
    load: (cursor) => request<Page<Booking>>('GET', `${BOOKINGS}?${queryText({ ...ask(), cursor, limit: PAGE })}`),
  })
}

export function useSlots(ask: () => { store: string; service: string; day: string }, wanted: () => boolean) {
  return useQuery({
    queryKey: computed(() => ['session-cards', 'slots', ask()]),
    queryFn: () => request<Slot[]>('GET', `${BOOKINGS}/slots?${queryText(ask())}`),
    enabled: computed(() => wanted() && Object.values(ask()).every((value) => value !== '')),
  })
}

export function useRota(store: () => string) {
  return useQuery({
    queryKey: computed(() => ['session-cards', 'rota', store()]),
    queryFn: () => request<Rota>('GET', `${BOOKINGS}/stores/${store()}`),
    enabled: computed(() => store() !== ''),
  })
}

interface Selling {
  member: string
  product: string
  store: string
  price: Money
  method: PaymentMethod
  reference?: string
}
interface Booked {
  card: string
  service: string
  store: string
  startsAt: string
  staff?: string
  place?: string
}
interface Moved {
  startsAt: string
  staff?: string
  place?: string
  expectedRevision: number
}
interface Refunding {
  asked: RefundAsked
  expected: Money
  store: string
  reason: string
}

export const sessions = {
  enterService: (details: ServiceDetails) => request<Service>('POST', `${CARDS}/services`, details),
  changeService: (id: string, details: ServiceDetails, expectedRevision: number) =>
    request<Service>('PUT', `${CARDS}/services/${id}`, { details, expectedRevision }),
  enterProduct: (details: ProductDetails) => request<Product>('POST', `${CARDS}/products`, details),
  changeProduct: (id: string, details: ProductDetails, expectedRevision: number) =>
    request<Product>('PUT', `${CARDS}/products/${id}`, { details, expectedRevision }),
  moveProduct: (id: string, state: ProductState, expectedRevision: number) =>
    request<Product>('POST', `${CARDS}/products/${id}/move`, { state, expectedRevision }),
  sell: (body: Selling, key: IdempotencyKey) => request<Card>('POST', CARDS, body, key),
  use: (card: string, body: UseSession, key: IdempotencyKey) =>
    request<Card>('POST', `${CARDS}/${card}/use`, body, key),
  reverse: (card: string, body: { fact: string; reason: string }, key: IdempotencyKey) =>
    request<Card>('POST', `${CARDS}/${card}/reverse`, body, key),
  extend: (card: string, body: { days: number; reason: string }, key: IdempotencyKey) =>
    request<Card>('POST', `${CARDS}/${card}/extend`, body, key),
  reactivate: (card: string, body: { reason: string }, key: IdempotencyKey) =>
    request<Card>('POST', `${CARDS}/${card}/reactivate`, body, key),
  refund: (card: string, body: Refunding, key: IdempotencyKey) =>
    request<Card>('POST', `${CARDS}/${card}/refund`, body, key),
  book: (body: Booked, key: IdempotencyKey) => request<Booking>('POST', BOOKINGS, body, key),
  reschedule: (id: string, body: Moved, key: IdempotencyKey) =>
    request<Booking>('POST', `${BOOKINGS}/${id}/reschedule`, body, key),
  cancel: (id: string, body: { by: 'member' | 'house'; reason: string }, key: IdempotencyKey) =>
    request<Booking>('POST', `${BOOKINGS}/${id}/cancel`, body, key),
  checkIn: (id: string, body: CheckingIn, key: IdempotencyKey) =>
    request<Booking>('POST', `${BOOKINGS}/${id}/check-in`, body, key),
  noShow: (id: string, key: IdempotencyKey) => request<Booking>('POST', `${BOOKINGS}/${id}/no-show`, undefined, key),
  setHours: (store: string, hours: WeekHours[], expectedRevision: number) =>
    request<Rota>('PUT', `${BOOKINGS}/stores/${store}/hours`, { hours, expectedRevision }),
  enterPlace: (store: string, details: PlaceDetails) =>
    request<Rota>('POST', `${BOOKINGS}/stores/${store}/places`, details),
  changePlace: (id: string, details: PlaceDetails, expectedRevision: number) =>
    request<Rota>('PUT', `${BOOKINGS}/places/${id}`, { details, expectedRevision }),
  exportCards: (query: Ask, file: FileWish) => takeOut(`${CARDS}/export`, { query }, file),
  exportBookings: (query: Ask, file: FileWish) => takeOut(`${BOOKINGS}/export`, { query }, file),
}

/** What becomes of cards and bookings shows on the member's page, in the till and in what is owed. */
export const useSessionsStale = () => useStale('session-cards', 'members', 'checkout', 'finance')
