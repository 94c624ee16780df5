import { queryText, request, type components, type Explanation, type Page } from '@guildhall/api'
import { explainText, formatInteger, wordText } from '@guildhall/i18n'
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { given, instantOf } from './draft'

type Schemas = components['schemas']
export type Occasion = Schemas['Occasion']
export type OccasionKind = Schemas['OccasionKind']
export type OccasionReceipt = Schemas['OccasionReceipt']

/** What is shown on the member's page; the timeline has them all. */
const NEWEST = 6

/** The kinds that people record; that a profile is complete the house sees itself. */
export const RECORDED: OccasionKind[] = ['SURVEY_ANSWERED', 'REFERRAL', 'CHECK_IN']

export interface OccasionDraft {
  kind: OccasionKind
  occurredAt: string
  store: string
  survey: string
  referred: string
}

/** What is sent of a form: only what its kind asks for. */
export const commandOf = (member: string, draft: OccasionDraft) => ({
  kind: draft.kind,
  member,
  occurredAt: instantOf(draft.occurredAt),
  store: given(draft.store),
  ...(draft.kind === 'SURVEY_ANSWERED' && { survey: draft.survey.trim() }),
  ...(draft.kind === 'REFERRAL' && { referred: draft.referred }),
})

export const recordOccasion = (command: object, headers: Record<string, string>) =>
  request<OccasionReceipt>('POST', '/api/occasions', command, headers)

export const takeBackOccasion = (id: string, reason: string) =>
  request<Occasion>('POST', `/api/occasions/${id}/take-back`, { reason })

export function useOccasions(member: () => string) {
  return useQuery({
    queryKey: computed(() => ['loyalty', 'occasions', member()]),
    queryFn: () =>
      request<Page<Occasion>>('GET', `/api/occasions?${queryText({ member: member(), limit: String(NEWEST) })}`),
  })
}

/** Why an occasion brought what it did; of one that was taken back, of the taking back. */
export function useOccasionWhy(asked: () => Occasion | undefined) {
  return useQuery({
    queryKey: computed(() => ['loyalty', 'occasion-why', asked()?.id, asked()?.takenBack?.id]),
    queryFn: () => request<Explanation>('GET', `/api/occasions/${asked()?.takenBack?.id ?? asked()?.id}/why`),
    enabled: computed(() => asked() !== undefined),
  })
}

/** What recording came to, in one sentence; what brought nothing says why. */
export function useOccasionWords() {
  const { t } = useI18n()
  const told = (receipt: OccasionReceipt) => {
    const { occasion, why, replayed, tierChanged, tier } = receipt
    if (replayed) return t('loyalty.occasions.before')
    const reason = why.parts[0]
    if (occasion.points === 0 && occasion.growth === 0 && reason !== undefined) {
      return t('loyalty.occasions.nothing', { why: explainText(reason) })
    }
    const facts = { points: formatInteger(occasion.points), tier: wordText('tier', tier) }
    if (tierChanged) return t('loyalty.occasions.doneTier', facts)
    return t(occasion.kind === 'CHECK_IN' ? 'loyalty.occasions.checkedIn' : 'loyalty.occasions.done', facts)
  }
  return { told }
}
