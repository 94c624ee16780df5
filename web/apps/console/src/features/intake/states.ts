import type { Tone } from '@guildhall/ui'
import { hasStopped, isBusy } from './steps'
import type { ImportView } from './types'

export const IMPORT_KINDS = ['MEMBERS', 'PURCHASES', 'POINTS'] as const satisfies ImportView['kind'][]
export const IMPORT_STATES = [
  'UPLOADED',
  'READY',
  'CHECKING',
  'CHECKED',
  'IMPORTING',
  'IMPORTED',
  'UNDOING',
  'UNDONE',
] as const satisfies ImportView['state'][]

/** The colour of an import's state. */
export function toneOf(view: ImportView): Tone {
  if (hasStopped(view)) return 'bad'
  if (isBusy(view)) return 'info'
  if (view.state === 'IMPORTED') return 'good'
  return view.state === 'UNDONE' ? 'quiet' : 'warn'
}
