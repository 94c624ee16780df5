import { can, download, queryText, request, useKeyset, useStale, type Explanation, type Page } from '@guildhall/api'
import { currentLocale } from '@guildhall/i18n'
import { useQuery } from '@tanstack/vue-query'
import type { DoneOrAsked } from '@guildhall/ui'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import type {
  Balance,
  ChangeOutlook,
  Entry,
  Lot,
  PolicyOf,
  PurchaseRow,
  PurchaseView,
  StatementSummary,
  Trial,
} from './types'

const PAGE = 50
const MOST_OF_A_PAGE = 200

export function usePurchases(ask: () => Record<string, string | undefined>) {
  return useKeyset<PurchaseRow>({
    key: ['loyalty', 'purchases'],
    ask,
    load: (cursor) =>
      request<Page<PurchaseRow>>('GET', `/api/purchases?${queryText({ ...ask(), cursor, limit: PAGE })}`),
  })
}

/** The newest purchases whose number begins with what was typed; receipts have digits, so words are not looked for. */
export async function purchasesNumbered(text: string): Promise<PurchaseRow[]> {
  if (!/\d/.test(text)) return []
  return (await request<Page<PurchaseRow>>('GET', `/api/purchases?${queryText({ number: text, limit: 5 })}`)).items
}

/** Takes back what was booked by hand; the reason stays with the booking that does it. */
export const reversePosting = (id: string, reason: string, headers: Record<string, string>) =>
  request<DoneOrAsked>('POST', `/api/postings/${id}/reverse`, { reason }, headers)

export function usePurchase(id: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['loyalty', 'purchase', toValue(id)]),
    queryFn: () => request<PurchaseView>('GET', `/api/purchases/${toValue(id)}`),
  })
}

/** The kinds of policy that loyalty is ruled by, as the house of policies shows them. */
export function usePolicyOf<P>(kind: string) {
  return useQuery({
    queryKey: ['policies', 'one', kind],
    queryFn: () => request<PolicyOf<P>>('GET', `/api/policies/${kind}`),
    enabled: computed(() => can('policies.read')),
  })
}

export const tryRules = (draft: unknown, purchases: string[]) =>
  request<{ trials: Trial[] }>('POST', '/api/loyalty/test-rules', { draft, purchases })

/** Gives or takes points by hand. */
export const changePoints = (member: string, command: unknown, headers: Record<string, string>) =>
  request<DoneOrAsked>('POST', `/api/members/${member}/points`, command, headers)

/** What would become of giving or taking so many points; 0 while nothing is typed. */
export function usePointsOutlook(member: () => string, amount: () => number, wanted: () => boolean) {
  return useQuery({
    queryKey: computed(() => ['loyalty', 'outlook', member(), amount()]),
    queryFn: () => request<ChangeOutlook>('GET', `/api/members/${member()}/points/outlook?amount=${amount()}`),
    enabled: computed(wanted),
    placeholderData: (before: ChangeOutlook | undefined) => before,
    staleTime: 0,
  })
}

/** Moves the day on which a lot expires. */
export const moveExpiry = (member: string, command: unknown, headers: Record<string, string>) =>
  request<DoneOrAsked>('POST', `/api/members/${member}/expiry`, command, headers)

/** What changes value makes everything shown of it stale: the member's page too. */
export const useValueStale = () => useStale('loyalty', 'members')

export function useBalances(member: () => string) {
  return useQuery({
    queryKey: computed(() => ['loyalty', 'balances', member()]),
    queryFn: () => request<{ balances: Balance[] }>('GET', `/api/members/${member()}/balances`),
  })
}

export function useLots(member: () => string, asset: () => string) {
  return useQuery({
    queryKey: computed(() => ['loyalty', 'lots', member(), asset()]),
    queryFn: () => request<Lot[]>('GET', `/api/members/${member()}/lots?asset=${encodeURIComponent(asset())}`),
  })
}

/** What lapsed and was not restored. */
export function useLapsed(member: () => string, asset: () => string) {
  return useQuery({
    queryKey: computed(() => ['loyalty', 'lapsed', member(), asset()]),
    queryFn: () => request<Lot[]>('GET', `/api/members/${member()}/lapsed-lots?asset=${encodeURIComponent(asset())}`),
  })
}

/** What of a member's statement is asked for: one asset, from the first day to the last. */
export type Period = { asset: string; from: string; to: string }

const statementPage = (member: string, period: Period, cursor: string | undefined, limit: number) =>
  request<Page<Entry>>('GET', `/api/members/${member}/statement?${queryText({ ...period, cursor, limit })}`)

export function useStatement(member: () => string, period: () => Period) {
  return useKeyset<Entry>({
    key: ['loyalty', 'statement'],
    ask: () => ({ member: member(), ...period() }),
    load: (cursor) => statementPage(member(), period(), cursor, PAGE),
  })
}

/** What the period did to the balance. */
export function useStatementSummary(member: () => string, period: () => Period) {
  return useQuery({
    queryKey: computed(() => ['loyalty', 'statement-summary', member(), period()]),
    queryFn: () =>
      request<StatementSummary>('GET', `/api/members/${member()}/statement/summary?${queryText(period())}`),
  })
}

/** Every movement of the period, however many pages they fill. */
export async function wholeStatement(member: string, period: Period): Promise<Entry[]> {
  const lines: Entry[] = []
  let cursor: string | undefined
  do {
    const page = await statementPage(member, period, cursor, MOST_OF_A_PAGE)
    lines.push(...page.items)
    cursor = page.next
  } while (cursor !== undefined && cursor !== null)
  return lines
}

/** The whole period as a file. */
export const downloadStatement = (member: string, period: Period, format: 'csv' | 'xlsx') =>
  download(
    `/api/members/${member}/statement/file?${queryText({ ...period, format: format.toUpperCase() })}`,
    `statement-${period.asset}.${format}`,
    currentLocale(),
  )

/** Why a posting was made, worked out anew by whatever decided it. */
export function useWhy(posting: () => string | undefined) {
  return useQuery({
    queryKey: computed(() => ['loyalty', 'why', posting()]),
    queryFn: () => request<Explanation>('GET', `/api/postings/${posting()}/why`),
    enabled: computed(() => posting() !== undefined),
  })
}
