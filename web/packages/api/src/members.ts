import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { request } from './client'
import type { components } from './schema'
import type { Page } from './shell'
import { can } from './who'

export type MemberName = Pick<components['schemas']['MemberRow'], 'id' | 'number' | 'name'>

/** Members by their identifiers: who they are to the reader, and whether they are known to lie beyond the reader's reach. */
export interface NamedMembers {
  of: (id: string) => MemberName | undefined
  /** Absent where nobody beyond it is named. */
  beyond?: (id: string) => boolean
}

/** The most ids one search may name. */
const MOST = 200

/** The first members that a number, mobile, name or pinyin finds. */
export const findMembers = async (text: string, limit = 8) =>
  (await request<Page<MemberName>>('POST', '/api/members/search', { text, limit })).items

/** Names and numbers beside member ids, masked as the reader may see them; empty without the right to see members. */
export function useMemberNames(ids: () => string[]) {
  const wanted = computed(() => [...new Set(ids())].slice(0, MOST).toSorted())
  const query = useQuery({
    queryKey: computed(() => ['members', 'names', wanted.value]),
    queryFn: () =>
      request<Page<MemberName>>('POST', '/api/members/search', {
        filter: { type: 'ids', in: wanted.value },
        limit: wanted.value.length,
      }),
    enabled: computed(() => can('members.read') && wanted.value.length > 0),
    staleTime: 60_000,
  })
  const byId = computed(() => new Map((query.data.value?.items ?? []).map((member) => [member.id, member])))
  return {
    of: (id: string) => byId.value.get(id),
    beyond: (id: string) =>
      !can('members.read') || (query.data.value !== undefined && wanted.value.includes(id) && !byId.value.has(id)),
    settled: computed(() => !query.isFetching.value),
  }
}
