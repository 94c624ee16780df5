import { queryText, request, takeOut, useKeyset, type components, type FileWish, type Page } from '@guildhall/api'
import type { Tone } from '@guildhall/ui'

export type ChangeByHand = components['schemas']['ChangeByHand']
type Ask = Record<string, string>

const PAGE = 50

export const KINDS: ChangeByHand['kind'][] = ['grant', 'spend', 'adjust']

export const toneOf = (change: ChangeByHand): Tone => {
  if (change.reversed) return 'quiet'
  return change.amount > 0 ? 'good' : 'warn'
}

/** What was given and taken by hand, newest first. */
export const useChangesByHand = (ask: () => Ask) =>
  useKeyset<ChangeByHand>({
    key: ['loyalty', 'by-hand'],
    ask,
    load: (cursor) =>
      request<Page<ChangeByHand>>('GET', `/api/changes-by-hand?${queryText({ ...ask(), cursor, limit: PAGE })}`),
  })

export const exportChangesByHand = (query: Ask, file: FileWish) =>
  takeOut('/api/changes-by-hand/export', { query }, file)
