import { formatInteger, wordText } from '@guildhall/i18n'
import type { Tone } from '@guildhall/ui'
import type { Approval } from './types'

const TONES: Record<Approval['state'], Tone> = {
  pending: 'warn',
  approved: 'good',
  rejected: 'bad',
  returned: 'info',
  withdrawn: 'quiet',
}
export const toneOf = (request: Approval): Tone => TONES[request.state]

/** What a request is about, in a line: the policy by its name, other facts as they are. */
export function aboutOf(request: Approval): string {
  const { policy, ...others } = request.facts as Record<string, unknown>
  const name = typeof policy === 'string' ? [wordText('policy', policy)] : []
  const facts = Object.entries(others)
    .filter(([key]) => key !== 'revision')
    .map(([, value]) => (typeof value === 'number' ? formatInteger(value) : String(value)))
  return [...name, ...facts].join(' · ')
}
