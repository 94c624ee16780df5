import type { ImportState, ImportView } from './types'

export const STEPS = ['file', 'mapping', 'settings', 'check', 'result'] as const
export type Step = (typeof STEPS)[number]

const EDITABLE: ImportState[] = ['UPLOADED', 'READY', 'CHECKED']
const BUSY: ImportState[] = ['CHECKING', 'IMPORTING', 'UNDOING']

/** Whether layout, mapping and settings can still be changed. */
export const isEditable = (view: ImportView) => EDITABLE.includes(view.state) && view.fileGoneAt === undefined

/** Whether a job is at work; a failed or cancelled one can be started again. */
export function isBusy(view: ImportView): boolean {
  const ended = view.job?.state === 'FAILED' || view.job?.state === 'CANCELLED'
  return BUSY.includes(view.state) && !ended
}

/** A job that stopped before its work was done. */
export const hasStopped = (view: ImportView) => BUSY.includes(view.state) && !isBusy(view)

/** The steps that can be looked at now. */
export function reachable(view: ImportView): Step[] {
  if (isEditable(view))
    return view.state === 'UPLOADED' ? ['file', 'mapping', 'settings'] : ['file', 'mapping', 'settings', 'check']
  return view.state === 'CHECKING' ? ['check'] : ['result']
}

/** The step shown: the one asked for if it can be, else the one the import stands at. */
export function stepOf(view: ImportView, asked: string | undefined): Step {
  const open = reachable(view)
  const wanted = open.find((step) => step === asked)
  if (wanted !== undefined) return wanted
  if (view.state === 'UPLOADED') return 'file'
  return open.at(-1)!
}
