import { factName, formatInteger, formatMoney, i18n, lastDayBefore, wordText } from '@guildhall/i18n'
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
function factText(key: string, value: unknown, facts: Record<string, unknown>): string {
  if (isMoney(value)) return formatMoney(value)
  if (typeof value === 'number') return figureText(key, formatInteger(value), facts)
  const text = String(value)
  if (key === 'change') return wordText('posting', `manual-${text}`)
  if (key === 'asset' || key === 'tier' || key === 'policy') return wordText(key, text)
  if (key === 'from') return translate('approvals.lotUntil', { day: lastDayBefore(text) })
  if (key === 'to') return translate('approvals.newUntil', { day: lastDayBefore(text) })
  if (key === 'runThrough' || key === 'reviewOn') return translate(`approvals.${key}`, { day: text })
  if (key === 'until') return translate('approvals.newUntil', { day: text })
  if (key === 'month') return translate('approvals.ofMonth', { month: text })
  return labelled(key, text)
}

function figureText(key: string, figure: string, facts: Record<string, unknown>): string {
  if (key === 'ofToday') return translate('approvals.ofToday', { amount: figure })
  if (key === 'members') return translate('approvals.toMembers', { n: figure })
  if (key === 'promoters') return translate('approvals.toPromoters', { n: figure })
  if (key === 'total') return translate('approvals.inAll', { amount: figure })
  // Beside the asset it is of, an amount needs no word; what each of many gets does.
  if (key !== 'amount') return labelled(key, figure)
  return 'members' in facts ? translate('approvals.toEach', { amount: figure }) : figure
}

/** A fact that has no sentence of its own, by what it is called. */
function labelled(key: string, text: string): string {
  const name = factName(key)
  return name === key ? text : translate('approvals.fact', { name, value: text })
}

const isMoney = (value: unknown): value is { minor: number; currency: string } =>
  typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value

const ORDER = [
  'policy',
  'runThrough',
  'change',
  'tier',
  'asset',
  'month',
  'sum',
  'promoters',
  'amount',
  'members',
  'total',
  'ofToday',
  'from',
  'to',
  'until',
  'reviewOn',
]
/** What a request goes by, not what it is about: a panel or a link tells of it. */
const HIDDEN = ['revision', 'payout']
const place = (key: string) => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length)

/** What a request is about, in a line. */
export function aboutOf(request: Approval): string {
  const facts = request.facts as Record<string, unknown>
  return Object.entries(facts)
    .filter(([key, value]) => !HIDDEN.includes(key) && (typeof value !== 'object' || isMoney(value)))
    .sort(([a], [b]) => place(a) - place(b))
    .map(([key, value]) => factText(key, value, facts))
    .join(' · ')
}
