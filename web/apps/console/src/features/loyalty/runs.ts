import { queryText, request, useKeyset, useStale, type components, type JobView, type Page } from '@guildhall/api'
import type { Tone } from '@guildhall/ui'
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'

type Schemas = components['schemas']
export type Run = Schemas['RunView']
export type RunState = Schemas['RunState']
export type RunKind = Schemas['RunKind']
export type RunMove = Schemas['RunMove']
export type RunUndoPreview = Schemas['RunUndoPreview']
export type UndoOfRun = Schemas['UndoOfRun']

const PAGE = 50
const AGAIN_MS = 2_000

export const KINDS: RunKind[] = ['expiry', 'review', 'warning']
export const UNDOABLE = ['ledger.expiry', 'loyalty.review']
export const stateTone: Record<RunState, Tone> = { running: 'info', done: 'good', failed: 'bad', 'cut-short': 'warn' }

export const ofExpiry = (run: Run) => run.kind.startsWith('ledger.expiry')
/** Warnings move nobody; what they tell is in the outbox. */
export const warns = (run: Run) => run.kind === 'loyalty.warning'
export const canBeUndone = (run: Run) =>
  UNDOABLE.includes(run.kind) && run.state !== 'running' && run.undoneBy === undefined

export function useRuns(ask: () => Record<string, string | undefined>) {
  return useKeyset<Run>({
    key: ['loyalty', 'runs'],
    ask,
    load: (cursor) => request<Page<Run>>('GET', `/api/loyalty/runs?${queryText({ ...ask(), cursor, limit: PAGE })}`),
  })
}

/** One run; asked again while it is at work. */
export function useRun(id: () => string) {
  return useQuery({
    queryKey: computed(() => ['loyalty', 'run', id()]),
    queryFn: () => request<Run>('GET', `/api/loyalty/runs/${id()}`),
    refetchInterval: (query) => (query.state.data?.state === 'running' ? AGAIN_MS : false),
  })
}

/** Whether undoing a run waits for somebody's yes. */
export const waits = (undo: UndoOfRun | undefined) =>
  undo?.run === undefined && (undo?.asked?.state === 'pending' || undo?.asked?.state === 'returned')

/** Whether undoing a run was asked for; of runs that can be undone. */
export function useUndoOfRun(run: () => Run | undefined) {
  return useQuery({
    queryKey: computed(() => ['loyalty', 'run-undo-state', run()?.id]),
    queryFn: () => request<UndoOfRun>('GET', `/api/loyalty/runs/${run()!.id}/undo-state`),
    enabled: computed(() => run() !== undefined && canBeUndone(run()!)),
  })
}

export function useRunMembers(id: () => string, ask: () => Record<string, string | undefined>) {
  return useKeyset<RunMove>({
    key: ['loyalty', 'run-members'],
    ask: () => ({ id: id(), ...ask() }),
    load: (cursor) =>
      request<Page<RunMove>>(
        'GET',
        `/api/loyalty/runs/${id()}/members?${queryText({ ...ask(), cursor, limit: PAGE })}`,
      ),
  })
}

export const runs = {
  carryOut: (kind: RunKind, through: string, asset?: string) =>
    request<JobView>('POST', '/api/loyalty/runs', { kind, through, ...(asset && { asset }) }),
  preview: (id: string) => request<RunUndoPreview>('GET', `/api/loyalty/runs/${id}/undo`),
  undo: (id: string, body: { until: string; reason: string }) =>
    request<UndoOfRun>('POST', `/api/loyalty/runs/${id}/undo`, body),
}

export const useRunsStale = () => useStale('loyalty', 'members')
