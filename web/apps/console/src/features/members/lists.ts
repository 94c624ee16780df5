import { request, type JobView, type Total } from '@guildhall/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import type { MemberQuery, MemberRow, MemberStatus } from './types'

export interface SavedMemberView {
  id: string
  name: string
  shared: boolean
  own: boolean
  query: MemberQuery
  version: number
}

export interface Assignment {
  homeUnit?: string
  clearHomeUnit?: boolean
  adviser?: string
  clearAdviser?: boolean
  addTags?: string[]
  removeTags?: string[]
}

export interface BulkAct {
  ids?: string[]
  query?: MemberQuery
  assignment?: Assignment
  transitionTo?: MemberStatus
  reason: string
}

export interface BulkPreview {
  members: Total
  eligible: Total
  sample: MemberRow[]
}

export interface MemberTag {
  tag: string
  colour: string
  description?: string
  retired: boolean
}

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
    mutationFn: (view: { name: string; shared: boolean; query: MemberQuery }) =>
      request<SavedMemberView>('POST', '/api/members/views', view),
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
