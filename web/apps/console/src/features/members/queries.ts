import { request, takeOut, useKeyset, type FileWish, type Page } from '@guildhall/api'
import { useInfiniteQuery, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import type {
  MemberColumn,
  MemberField,
  MemberProfile,
  MemberQuery,
  MemberRow,
  MemberStatus,
  MemberView,
  TimelineEntry,
} from './types'

const PAGE = 50
const path = (id: string) => `/api/members/${id}`

export const searchMembers = (query: MemberQuery) => request<Page<MemberRow>>('POST', '/api/members/search', query)

export function useMemberList(query: MaybeRefOrGetter<MemberQuery>) {
  return useKeyset<MemberRow>({
    key: ['members', 'list'],
    ask: () => toValue(query) as Record<string, unknown>,
    load: (cursor) => searchMembers({ ...toValue(query), limit: PAGE, ...(cursor === undefined ? {} : { cursor }) }),
  })
}

/** How many members a view holds; the list itself is not fetched. */
export function useMemberCount(query: MaybeRefOrGetter<MemberQuery>) {
  return useQuery(computed(() => countOf(toValue(query))))
}

const countOf = (query: MemberQuery) => ({
  queryKey: ['members', 'count', query],
  queryFn: async () => (await searchMembers({ ...query, limit: 1 })).total,
  staleTime: 60_000,
})

/** The same for several queries, in their order. */
export function useMemberCounts(queries: () => MemberQuery[]) {
  return useQueries({ queries: computed(() => queries().map((query) => countOf(query))) })
}

/** Columns that other modules bring to the list. */
export function useMemberColumns() {
  return useQuery({
    queryKey: ['members', 'columns'],
    queryFn: () => request<MemberColumn[]>('GET', '/api/members/columns'),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export const readMember = (id: string) => request<MemberView>('GET', path(id))

export function useMember(id: MaybeRefOrGetter<string>, knownAt: MaybeRefOrGetter<string | undefined> = undefined) {
  return useQuery({
    queryKey: computed(() => ['members', 'one', toValue(id), toValue(knownAt)]),
    queryFn: () => request<MemberView>('GET', path(toValue(id)) + asOf(toValue(knownAt), '?')),
    enabled: computed(() => toValue(id) !== ''),
  })
}

const asOf = (knownAt: string | undefined, mark: '?' | '&') =>
  knownAt === undefined ? '' : `${mark}knownAt=${encodeURIComponent(knownAt)}`

export function useTimeline(id: () => string, kinds: () => string[], knownAt: () => string | undefined) {
  return useInfiniteQuery({
    queryKey: computed(() => ['members', 'timeline', id(), kinds(), knownAt()]),
    queryFn: ({ pageParam }) => {
      const chosen = kinds().map((kind) => `&kind=${encodeURIComponent(kind)}`)
      const cursor = pageParam === '' ? '' : `&cursor=${encodeURIComponent(pageParam)}`
      const rest = chosen.join('') + cursor + asOf(knownAt(), '&')
      return request<Page<TimelineEntry>>('GET', `${path(id())}/timeline?limit=30${rest}`)
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })
}

export const registerMember = (body: object, headers: Record<string, string>) =>
  request<{ member: MemberView }>('POST', '/api/members', body, headers)

export const updateMember = (id: string, body: object, headers: Record<string, string>) =>
  request<MemberView>('PATCH', path(id), body, headers)

export function useTransition(id: () => string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (step: { to: MemberStatus; reason: string; expectedVersion: number }) =>
      request<MemberView>('POST', `${path(id())}/transitions`, step),
    onSuccess: () => client.invalidateQueries({ queryKey: ['members'] }),
  })
}

export const revealMember = (id: string, fields: MemberField[], reason: string) =>
  request<MemberProfile>('POST', `${path(id)}/reveal`, { fields, reason })

export const exportMembers = (query: MemberQuery, file: FileWish) => takeOut('/api/members/exports', { query }, file)
