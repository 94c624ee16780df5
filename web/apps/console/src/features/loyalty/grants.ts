import {
  queryText,
  request,
  takeOut,
  useKeyset,
  useStale,
  type components,
  type FileWish,
  type Page,
} from '@guildhall/api'
import type { Tone } from '@guildhall/ui'
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'

type Schemas = components['schemas']
export type BatchGrant = Schemas['BatchGrant']
export type GrantToMany = Schemas['GrantToMany']
export type GrantAudience = Schemas['GrantAudience']
export type RunGrant = Schemas['RunGrant']
export type UndoGrant = Schemas['UndoGrant']
export type GrantUndoPreview = Schemas['GrantUndoPreview']

export const MOST_MEMBERS = 10_000
const PAGE = 50
const AGAIN_MS = 2_000

export type GrantState =
  | 'waiting'
  | 'rejected'
  | 'withdrawn'
  | 'running'
  | 'done'
  | 'failed'
  | 'undoing'
  | 'undone'
  | 'undoWaiting'

export const toneOf: Record<GrantState, Tone> = {
  waiting: 'warn',
  rejected: 'quiet',
  withdrawn: 'quiet',
  running: 'info',
  done: 'good',
  failed: 'bad',
  undoing: 'info',
  undone: 'quiet',
  undoWaiting: 'warn',
}

const waits = (asked: BatchGrant['asked']) => asked?.state === 'pending' || asked?.state === 'returned'

/** Where a grant stands, from being asked for to being undone. */
export function stateOf(grant: BatchGrant): GrantState {
  if (grant.undo?.state === 'done') return 'undone'
  if (grant.undo?.state === 'running') return 'undoing'
  if (waits(grant.undoAsked)) return 'undoWaiting'
  if (grant.run === undefined) {
    if (waits(grant.asked)) return 'waiting'
    return grant.asked?.state === 'withdrawn' ? 'withdrawn' : 'rejected'
  }
  if (grant.run.state === 'running') return 'running'
  return grant.run.state === 'done' ? 'done' : 'failed'
}

export const canBeUndone = (grant: BatchGrant) => ['done', 'failed'].includes(stateOf(grant))
const isAtWork = (grant: BatchGrant | undefined) =>
  grant !== undefined && ['running', 'undoing'].includes(stateOf(grant))

/** The numbers in a text, as people paste them. */
export const numbersIn = (text: string) => text.split(/[\s,;，；、]+/).filter((number) => number !== '')

export const useGrants = () =>
  useKeyset<BatchGrant>({
    key: ['loyalty', 'grants'],
    ask: () => ({}),
    load: (cursor) => request<Page<BatchGrant>>('GET', `/api/batch-grants?${queryText({ cursor, limit: PAGE })}`),
  })

/** One grant; asked again while it is at work. */
export const useGrant = (id: () => string) =>
  useQuery({
    queryKey: computed(() => ['loyalty', 'grant', id()]),
    queryFn: () => request<BatchGrant>('GET', `/api/batch-grants/${id()}`),
    refetchInterval: (query) => (isAtWork(query.state.data) ? AGAIN_MS : false),
  })

export const useGrantMembers = (id: () => string, version: () => string) =>
  useKeyset<RunGrant>({
    key: ['loyalty', 'grant-members'],
    ask: () => ({ id: id(), version: version() }),
    load: (cursor) =>
      request<Page<RunGrant>>('GET', `/api/batch-grants/${id()}/members?${queryText({ cursor, limit: PAGE })}`),
  })

export const grants = {
  preview: (command: GrantToMany) => request<GrantAudience>('POST', '/api/batch-grants/preview', command),
  give: (command: GrantToMany, headers: Record<string, string>) =>
    request<BatchGrant>('POST', '/api/batch-grants', command, headers),
  exportOne: (id: string, file: FileWish) => takeOut(`/api/batch-grants/${id}/export`, {}, file),
  undoPreview: (id: string) => request<GrantUndoPreview>('POST', `/api/batch-grants/${id}/undo-preview`, {}),
  undo: (id: string, command: UndoGrant) => request<BatchGrant>('POST', `/api/batch-grants/${id}/undo`, command),
}

export const useGrantsStale = () => useStale('loyalty', 'members')
