import type { JobView } from '@guildhall/api'
import { formatInteger } from '@guildhall/i18n'
import type { Tone } from '@guildhall/ui'

export const JOB_TONE: Record<JobView['state'], Tone> = {
  WAITING: 'info',
  RUNNING: 'info',
  DONE: 'good',
  FAILED: 'bad',
  CANCELLED: 'quiet',
}

/** "1,200 / 5,000", or only what is done while the end is not known. */
export function progressOf(job: JobView): string {
  const done = formatInteger(job.done)
  return job.total > 0 ? `${done} / ${formatInteger(job.total)}` : done
}
