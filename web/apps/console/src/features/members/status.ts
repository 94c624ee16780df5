import type { Tone } from '@guildhall/ui'
import type { MemberStatus } from './types'

export const STATUS_TONE: Record<MemberStatus, Tone> = {
  APPLICANT: 'info',
  ACTIVE: 'good',
  SUSPENDED: 'warn',
  EXPIRED: 'quiet',
  WITHDRAWN: 'quiet',
  TERMINATED: 'bad',
  MERGED: 'quiet',
}

/** Steps after which the member no longer lives in the registry. */
export const ENDING: MemberStatus[] = ['WITHDRAWN', 'TERMINATED']
