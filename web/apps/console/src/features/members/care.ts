import { request, type components } from '@guildhall/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed } from 'vue'
import type { Assignment } from './lists'
import type { MemberProfile, MemberView } from './types'

type Schemas = components['schemas']

export const PURPOSES = [
  'MEMBERSHIP',
  'MARKETING',
  'PROFILING',
  'SHARING',
  'SENSITIVE',
  'DIRECTORY',
] as const satisfies Schemas['ConsentPurpose'][]
export const CHANNELS = [
  'ANY',
  'SMS',
  'PHONE',
  'EMAIL',
  'WECOM',
  'POST',
  'APP',
] as const satisfies Schemas['ConsentChannel'][]

export type ConsentView = Schemas['ConsentView']
export type Duplicate = Schemas['Duplicate']

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
