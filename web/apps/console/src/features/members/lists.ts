import { request, type components, type JobView, type Page } from '@guildhall/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import type { MemberQuery } from './types'

type Schemas = components['schemas']

export type SavedMemberView = Schemas['SavedView']
export type Assignment = Schemas['Assignment']
export type BulkAct = Schemas['BulkAct']
export type BulkPreview = Schemas['BulkPreview']
export type MemberTag = Schemas['Tag']

const MINUTES_5 = 300_000

export const useMemberTags = () =>
  useQuery({
    queryKey: ['member-tags'],
    queryFn: () => request<MemberTag[]>('GET', '/api/member-tags'),
    staleTime: MINUTES_5,
  })

export const useTimelineKinds = () =>
  useQuery({
    queryKey: ['timeline-kinds'],
    queryFn: () => request<string[]>('GET', '/api/timeline-kinds'),
    staleTime: MINUTES_5,
  })

/** The views that staff keep, with the acts that save and drop them. */
export function useSavedViews() {
  const client = useQueryClient()
  const stale = () => client.invalidateQueries({ queryKey: ['member-views'] })
  const list = useQuery({
    queryKey: ['member-views'],
    queryFn: () => request<SavedMemberView[]>('GET', '/api/members/views'),
  })
  const save = useMutation({
    mutationFn: (view: Schemas['SaveView']) => request<SavedMemberView>('POST', '/api/members/views', view),
    onSuccess: stale,
  })
  const drop = useMutation({
    mutationFn: (id: string) => request<void>('DELETE', `/api/members/views/${id}`),
    onSuccess: stale,
  })
  return { list, save, drop }
}

const MOST_OF_A_PAGE = 200
/** One page more than a file or an act can take: enough to be told that there are too many. */
const MOST_NUMBERS = 10_000

/** The numbers of the members a query finds, page by page; beyond what acts can take no more are fetched. */
export async function numbersOf(query: MemberQuery): Promise<string[]> {
  const numbers: string[] = []
  let cursor: string | undefined
  do {
    const page = await request<Page<Schemas['MemberRow']>>('POST', '/api/members/search', {
      ...query,
      sort: 'number',
      limit: MOST_OF_A_PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    })
    numbers.push(...page.items.map((row) => row.number))
    cursor = page.next
  } while (cursor !== undefined && cursor !== null && numbers.length <= MOST_NUMBERS)
  return numbers
}

export const bulk = {
  preview: (act: BulkAct) => request<BulkPreview>('POST', '/api/members/bulk/preview', act),
  start: (act: BulkAct, headers: Record<string, string>) => request<JobView>('POST', '/api/members/bulk', act, headers),
  undo: (job: string, reason: string) => request<JobView>('POST', `/api/members/bulk/${job}/undo`, { reason }),
}
