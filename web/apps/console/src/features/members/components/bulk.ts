import type { Selection } from '@guildhall/ui'
import type { Assignment, BulkAct } from '../lists'
import type { MemberFilter, MemberQuery, MemberStatus } from '../types'

export type BulkKind = 'adviser' | 'home' | 'addTag' | 'removeTag' | 'status'

export const emptyBulk = () => ({ target: '', reason: '' })

/** The members that a selection stands for: those named, or all the query finds without the ones left out. */
export function selectedQuery(query: MemberQuery, selection: Selection): MemberQuery {
  const ids: MemberFilter = { type: 'ids', in: selection.ids }
  if (!selection.all) return { filter: ids }
  const parts: MemberFilter[] = [
    ...(query.filter === undefined ? [] : [query.filter]),
    ...(selection.ids.length === 0 ? [] : [{ type: 'not' as const, of: ids }]),
  ]
  return {
    ...(query.text === undefined ? {} : { text: query.text }),
    ...(parts.length === 0 ? {} : { filter: parts.length === 1 ? parts[0]! : { type: 'all', of: parts } }),
  }
}

function assignmentOf(kind: BulkKind, target: string): Assignment {
  if (kind === 'adviser') return { adviser: target }
  if (kind === 'home') return { homeUnit: target }
  return kind === 'addTag' ? { addTags: [target] } : { removeTags: [target] }
}

/** The command for one act on the members of a query. */
export function bulkActOf(kind: BulkKind, draft: { target: string; reason: string }, query: MemberQuery): BulkAct {
  const act = { query, reason: draft.reason.trim() }
  if (kind === 'status') return { ...act, transitionTo: draft.target as MemberStatus }
  return { ...act, assignment: assignmentOf(kind, draft.target) }
}
