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
import { wordText } from '@guildhall/i18n'
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import type { Chance, Draw, Drawn, Lottery, LotteryDetails, LotteryState, Proof, ProofDraw } from './types'

const PAGE = 50
const CHOICES = 200

type Ask = Record<string, string | number | undefined>
export function useLotteries(ask: () => Ask) {
  return useKeyset<Lottery>({
    key: ['lottery', 'list'],
    ask,
    load: (cursor) => request<Page<Lottery>>('GET', `/api/lotteries?${queryText({ ...ask(), cursor, limit: PAGE })}`),
  })
}

/** The lotteries of a state, for the choice in a form or filter. */
export function useLotteryChoices(wanted: () => boolean, state?: LotteryState) {
  return useQuery({
    queryKey: ['lottery', 'choices', state ?? 'all'],
    queryFn: () =>
      request<Page<Lottery>>('GET', `/api/lotteries?${queryText({ ...(state && { state }), limit: CHOICES })}`),
    enabled: computed(() => wanted() && can('lottery.read')),
  })
}

export function useLottery(id: () => string | undefined) {
  return useQuery({
    queryKey: computed(() => ['lottery', 'one', id()]),
    queryFn: () => request<Lottery>('GET', `/api/lotteries/${id()}`),
    enabled: computed(() => id() !== undefined),
  })
}

export function useProof(id: () => string) {
  return useQuery({
    queryKey: computed(() => ['lottery', 'proof', id()]),
    queryFn: () => request<Proof>('GET', `/api/lotteries/${id()}/proof`),
  })
}

/** All published draws, page after page. */
export async function publishedDraws(id: string, told: (count: number) => void): Promise<ProofDraw[]> {
  const all: ProofDraw[] = []
  let cursor: string | undefined
  do {
    const page = await request<Page<ProofDraw>>(
      'GET',
      `/api/lotteries/${id}/proof/draws?${queryText({ cursor, limit: CHOICES })}`,
    )
    all.push(...page.items)
    told(all.length)
    cursor = page.next
  } while (cursor !== undefined)
  return all
}

export function useDraws(ask: () => Ask) {
  return useKeyset<Draw>({
    key: ['lottery', 'draws'],
    ask,
    load: (cursor) => request<Page<Draw>>('GET', `/api/lottery-draws?${queryText({ ...ask(), cursor, limit: PAGE })}`),
  })
}

export function useWhy(id: () => string | undefined) {
  return useQuery({
    queryKey: computed(() => ['lottery', 'why', id()]),
    queryFn: () => request<Explanation>('GET', `/api/lottery-draws/${id()}/why`),
    enabled: computed(() => id() !== undefined),
  })
}

export function useChance(ask: () => { lottery: string; member: string; store: string }) {
  return useQuery({
    queryKey: computed(() => ['lottery', 'chance', ask()]),
    queryFn: () => {
      const { lottery, member, store } = ask()
      return request<Chance>(
        'GET',
        `/api/lotteries/${lottery}/chance?${queryText({ member, ...(store && { store }) })}`,
      )
    },
    enabled: computed(() => ask().lottery !== ''),
  })
}

/** The open batches and the rewards on sale, for what can be won. */
export function usePrizeSources() {
  type Named = Page<{ id: string; details: { code: string; name: string } }>
  const batches = useQuery({
    queryKey: ['lottery', 'batches'],
    queryFn: () => request<Named>('GET', `/api/coupon-batches?state=open&limit=${CHOICES}`),
    enabled: computed(() => can('coupons.read')),
  })
  const rewards = useQuery({
    queryKey: ['lottery', 'rewards'],
    queryFn: () => request<Named>('GET', `/api/rewards?state=on-sale&limit=${CHOICES}`),
    enabled: computed(() => can('mall.read')),
  })
  return { batches, rewards }
}

export const lottery = {
  enter: (details: LotteryDetails) => request<Lottery>('POST', '/api/lotteries', details),
  change: (id: string, details: LotteryDetails, expectedVersion: number) =>
    request<Lottery>('PUT', `/api/lotteries/${id}`, { details, expectedVersion }),
  move: (one: Lottery, state: LotteryState, reason?: string) =>
    request<Lottery>('POST', `/api/lotteries/${one.id}/state`, {
      state,
      expectedVersion: one.version,
      ...(reason && { reason }),
    }),
  draw: (id: string, body: { member: string; store?: string }, key: IdempotencyKey) =>
    request<Drawn>('POST', `/api/lotteries/${id}/draws`, body, key),
  cancel: (id: string, reason: string, key: IdempotencyKey) =>
    request<Draw>('POST', `/api/lottery-draws/${id}/cancel`, { reason }, key),
  renewCode: (id: string) => request<Drawn>('POST', `/api/lottery-draws/${id}/code`, {}),
  lookUp: (code: string, store: string) => request<Draw>('POST', '/api/lottery-draws/look-up', { code, store }),
  handOut: (code: string, store: string, key: IdempotencyKey) =>
    request<Draw>('POST', '/api/lottery-draws/hand-out', { code, store }, key),
  exportAll: (query: Ask, file: FileWish) => takeOut('/api/lottery-draws/export', { query }, file),
  exportProof: (id: string, file: FileWish) => takeOut('/api/lottery-draws/export-proof', { lottery: id }, file),
}

/** What is drawn shows on the member's page too. */
export const useLotteryStale = () => useStale('lottery', 'members')

/** The tiers, lowest first, with what they are called. */
export function useLadder() {
  const query = useQuery({
    queryKey: ['policies', 'one', 'loyalty.tiers'],
    queryFn: () =>
      request<{ versions: { body: { ladder: { code: string }[] } }[] }>('GET', '/api/policies/loyalty.tiers'),
    enabled: computed(() => can('policies.read')),
  })
  return computed(() =>
    (query.data.value?.versions[0]?.body.ladder ?? []).map(({ code }) => ({
      code,
      name: wordText('tier', code) || code,
    })),
  )
}
