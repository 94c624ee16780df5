import { queryText, request, useKeyset, useStale, type JobView, type Page } from '@guildhall/api'
import { useMutation, useQuery } from '@tanstack/vue-query'
import { toValue, type MaybeRefOrGetter } from 'vue'
import type { ApiKey, AuditRow, OneTimePassword, Post, StaffMember, Unit } from './types'

const PAGE = 50

type Ask = Record<string, string | undefined>
type Headers = Record<string, string>

function keyset<T>(path: string, ask: MaybeRefOrGetter<Ask>) {
  return useKeyset<T>({
    key: [path],
    ask,
    load: (cursor) => request<Page<T>>('GET', `${path}?${queryText({ ...toValue(ask), cursor, limit: PAGE })}`),
  })
}

export const useStaffList = (ask: MaybeRefOrGetter<Ask>) => keyset<StaffMember>('/api/staff', ask)
export const useAuditLog = (ask: MaybeRefOrGetter<Ask>) => keyset<AuditRow>('/api/audit', ask)

const list = <T>(key: string, path: string) => useQuery({ queryKey: [key], queryFn: () => request<T[]>('GET', path) })
export const useOrganisation = () => list<Unit>('units', '/api/units')
export const usePosts = () => list<Post>('posts', '/api/posts')
export const usePermissions = () => list<string>('permissions', '/api/permissions')
/** All colleagues at work, page after page. */
export async function everybody(): Promise<StaffMember[]> {
  const all: StaffMember[] = []
  let cursor: string | undefined
  do {
    const ask = queryText({ working: 'true', limit: 200, cursor })
    const page: Page<StaffMember> = await request<Page<StaffMember>>('GET', `/api/staff?${ask}`)
    all.push(...page.items)
    cursor = page.next
  } while (cursor !== undefined)
  return all
}
export const useEverybody = () => useQuery({ queryKey: ['/api/staff', 'everybody'], queryFn: everybody })
export const useApiKeys = () => list<ApiKey>('api-keys', '/api/api-keys')

export const access = {
  units: () => request<Unit[]>('GET', '/api/units'),
  post: (id: string) => request<Post>('GET', `/api/posts/${id}`),
  hire: (body: object, headers: Headers) => request<OneTimePassword>('POST', '/api/staff', body, headers),
  change: (id: string, body: object, headers: Headers) =>
    request<StaffMember>('PUT', `/api/staff/${id}`, body, headers),
  appoint: (id: string, body: object, headers: Headers) =>
    request<StaffMember>('POST', `/api/staff/${id}/posts`, body, headers),
  endAppointment: (id: string, appointment: string, until: string) =>
    request<StaffMember>('PUT', `/api/staff/${id}/posts/${appointment}/end`, { until }),
  resetPassword: (id: string) => request<OneTimePassword>('POST', `/api/staff/${id}/password`),
  revokeSessions: (id: string) => request<void>('DELETE', `/api/staff/${id}/sessions`),
  openUnit: (body: object, headers: Headers) => request<Unit>('POST', '/api/units', body, headers),
  changeUnit: (id: string, body: object, headers: Headers) => request<Unit>('PUT', `/api/units/${id}`, body, headers),
  definePost: (body: object, headers: Headers) => request<Post>('POST', '/api/posts', body, headers),
  revisePost: (id: string, body: object, headers: Headers) => request<Post>('PUT', `/api/posts/${id}`, body, headers),
  createKey: (body: object, headers: Headers) =>
    request<{ key: ApiKey; bearer: string }>('POST', '/api/api-keys', body, headers),
  revokeKey: (id: string) => request<void>('DELETE', `/api/api-keys/${id}`),
  verifyAudit: () => request<JobView>('POST', '/api/audit/verify'),
}

/** An act after which these lists are read again. */
export function useAct<A, R>(act: (argument: A) => Promise<R>, ...stale: string[]) {
  return useMutation({ mutationFn: act, onSuccess: useStale(...stale) })
}
