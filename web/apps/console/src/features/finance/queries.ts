import { download, queryText, request, useKeyset, useStale, type Page } from '@guildhall/api'
import { currentLocale } from '@guildhall/i18n'
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import type { CardsOfMonth, LiabilityReport, PeriodAnswer, PeriodPreview, Periods, PointsOwner } from './types'

const PAGE = 20

/** Whose points are asked about: a month of issue or of expiry, or all. */
export type Cell = { issuedIn?: string; expiresIn?: string }

export const useLiabilityReport = (asOf: () => string) =>
  useQuery({
    queryKey: computed(() => ['finance', 'liability', asOf()]),
    queryFn: () => request<LiabilityReport>('GET', `/api/finance/liability?${queryText({ asOf: asOf() })}`),
  })

export function useOwners(asOf: () => string, cell: () => Cell | undefined) {
  const ask = () => ({ asOf: asOf(), issuedIn: cell()?.issuedIn, expiresIn: cell()?.expiresIn })
  return useKeyset<PointsOwner>({
    key: ['finance', 'owners'],
    ask,
    enabled: () => cell() !== undefined,
    load: (cursor) =>
      request<Page<PointsOwner>>(
        'GET',
        `/api/finance/liability/members?${queryText({ ...ask(), cursor, limit: PAGE })}`,
      ),
  })
}

export const downloadLiability = (asOf: string, format: 'csv' | 'xlsx') =>
  download(
    `/api/finance/liability/file?${queryText({ asOf, format: format.toUpperCase() })}`,
    `liability-${asOf}.${format}`,
    currentLocale(),
  )

export const usePeriods = () =>
  useQuery({ queryKey: ['finance', 'periods'], queryFn: () => request<Periods>('GET', '/api/finance/periods') })

export const usePeriodPreview = (month: () => string | undefined) =>
  useQuery({
    queryKey: computed(() => ['finance', 'preview', month()]),
    queryFn: () => request<PeriodPreview>('GET', `/api/finance/periods/${month()}/preview`),
    enabled: computed(() => month() !== undefined),
  })

/** What closing the month would keep of session cards. */
export const usePeriodCards = (month: () => string | undefined) =>
  useQuery({
    queryKey: computed(() => ['finance', 'cards', month()]),
    queryFn: () => request<CardsOfMonth>('GET', `/api/finance/periods/${month()}/session-cards`),
    enabled: computed(() => month() !== undefined),
  })

/** Closes the month or opens it again, or asks for it. */
export const changePeriod = (act: 'close' | 'reopen', month: string, reason: string) =>
  request<PeriodAnswer>('POST', `/api/finance/periods/${act}`, { month, reason })

/** What changes the months makes the waiting requests stale too. */
export const usePeriodsStale = () => useStale('finance', 'approvals')

export const downloadPeriods = (format: 'csv' | 'xlsx') =>
  download(`/api/finance/periods/file?format=${format.toUpperCase()}`, `periods.${format}`, currentLocale())
