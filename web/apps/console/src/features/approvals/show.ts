import { formatInteger, i18n, lastDayBefore, wordText } from '@guildhall/i18n'
import type { Tone } from '@guildhall/ui'
import type { Approval } from './types'

const translate = (key: string, facts: Record<string, unknown>) => i18n.global.t(key, facts)

const TONES: Record<Approval['state'], Tone> = {
  pending: 'warn',
  approved: 'good',
  rejected: 'bad',
  returned: 'info',
  withdrawn: 'quiet',
}
export const toneOf = (request: Approval): Tone => TONES[request.state]

/** The member a request is about, as the reader may see them. */
export const peopleOf = (request: Approval) => ({
  of: (id: string) => (request.about && id === request.member ? { id, ...request.about } : undefined),
})

/** What a post is called; one that is no more goes by its code. */
export const postName = (request: Pick<Approval, 'posts'>, code: string) => request.posts[code] ?? code

/** How a fact of a request is said: codes by their words, figures as figures. */
function factText(key: string, value: unknown): string {
  if (typeof value === 'number') {
    const figure = formatInteger(value)
    if (key === 'ofToday') return translate('approvals.ofToday', { amount: figure })
    if (key === 'members') return translate('approvals.toMembers', { n: figure })
    return key === 'total' ? translate('approvals.inAll', { amount: figure }) : figure
  }
  const text = String(value)
  if (key === 'change') return wordText('posting', `manual-${text}`)
  if (key === 'asset' || key === 'tier' || key === 'policy') return wordText(key, text)
  if (key === 'from') return translate('approvals.lotUntil', { day: lastDayBefore(text) })
  if (key === 'to') return translate('approvals.newUntil', { day: lastDayBefore(text) })
  if (key === 'runThrough' || key === 'reviewOn') return translate(`approvals.${key}`, { day: text })
  if (key === 'until') return translate('approvals.newUntil', { day: text })
  return text
}

const ORDER = [
  'policy',
  'runThrough',
  'change',
  'tier',
  'asset',
  'amount',
  'members',
  'total',
  'ofToday',
  'from',
  'to',
  'until',
  'reviewOn',
]
const place = (key: string) => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length)

/** What a request is about, in a line. */
export function aboutOf(request: Approval): string {
  return Object.entries(request.facts as Record<string, unknown>)
    .filter(([key, value]) => key !== 'revision' && typeof value !== 'object')
    .sort(([a], [b]) => place(a) - place(b))
    .map(([key, value]) => factText(key, value))
    .join(' · ')
}
