import { request, type components, type JobView } from '@guildhall/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'

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

export const bulk = {
  preview: (act: BulkAct) => request<BulkPreview>('POST', '/api/members/bulk/preview', act),
  start: (act: BulkAct, headers: Record<string, string>) => request<JobView>('POST', '/api/members/bulk', act, headers),
  undo: (job: string, reason: string) => request<JobView>('POST', `/api/members/bulk/${job}/undo`, { reason }),
}
