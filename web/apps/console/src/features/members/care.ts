import { request } from '@guildhall/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed } from 'vue'
import type { Assignment } from './lists'
import type { MemberProfile, MemberRow, MemberView } from './types'

export const PURPOSES = ['MEMBERSHIP', 'MARKETING', 'PROFILING', 'SHARING', 'SENSITIVE', 'DIRECTORY'] as const
export const CHANNELS = ['ANY', 'SMS', 'PHONE', 'EMAIL', 'WECOM', 'POST', 'APP'] as const

export interface ConsentView {
  id: string
  purpose: (typeof PURPOSES)[number]
  channel: (typeof CHANNELS)[number]
  granted: boolean
  version: string
  evidence: string
  occurredAt: string
  actor: string
  current: boolean
}

export interface Duplicate {
  member: MemberRow
  agreements: ('MOBILE' | 'DOCUMENT' | 'CREDIT_CODE' | 'NAME_AND_BIRTHDAY')[]
}

const path = (id: string) => `/api/members/${id}`

export const useConsents = (id: () => string) =>
  useQuery({
    queryKey: computed(() => ['members', 'consents', id()]),
    queryFn: () => request<ConsentView[]>('GET', `${path(id())}/consents`),
  })

export const recordConsent = (id: string, body: object, headers: Record<string, string>) =>
  request<ConsentView[]>('POST', `${path(id)}/consents`, body, headers)

export const assignMember = (id: string, assignment: Assignment, headers: Record<string, string>) =>
  request<MemberView>('POST', `${path(id)}/assignment`, assignment, headers)

export const findDuplicates = (profile: MemberProfile) =>
  request<Duplicate[]>('POST', '/api/members/duplicates', profile)

/** An act on one member, after which everything about members is read again. */
export function useMemberAct<A>(act: (argument: A) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: act, onSuccess: () => client.invalidateQueries({ queryKey: ['members'] }) })
}

export const confirmContacts = (id: string) => request<MemberView>('POST', `${path(id)}/contact-confirmations`)
export const eraseMember = (erasure: { id: string; reason: string }) =>
  request<void>('POST', `${path(erasure.id)}/erasure`, { reason: erasure.reason })
