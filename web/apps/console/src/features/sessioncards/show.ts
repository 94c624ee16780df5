import { formatDate, formatInteger } from '@guildhall/i18n'
import type { Tone } from '@guildhall/ui'
import { useI18n } from 'vue-i18n'
import type { BookingState, Card, CardState, PaymentMethod, ProductState, RefundGround, Share, Starts } from './types'

export const PRODUCT_STATES: ProductState[] = ['draft', 'on-sale', 'withdrawn']
export const productTone: Record<ProductState, Tone> = { draft: 'warn', 'on-sale': 'good', withdrawn: 'quiet' }
export const CARD_STATES: CardState[] = ['open', 'over', 'used-up', 'refunded']
export const cardTone: Record<CardState, Tone> = { open: 'good', over: 'warn', 'used-up': 'quiet', refunded: 'bad' }
export const BOOKING_STATES: BookingState[] = ['booked', 'attended', 'cancelled', 'late-cancelled', 'no-show']
export const bookingTone: Record<BookingState, Tone> = {
  booked: 'warn',
  attended: 'good',
  cancelled: 'quiet',
  'late-cancelled': 'bad',
  'no-show': 'bad',
}
export const METHODS: PaymentMethod[] = ['cash', 'transfer', 'card', 'code']
export const GROUNDS: RefundGround[] = ['consumer', 'merchant', 'without-reason']
export const STARTS: Starts[] = ['endless', 'sale', 'first-use']
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** Whether a session of it can be used or booked; on a card of unlimited use always. */
export const usable = (share: Share) => share.left === undefined || share.left > 0

/** The day so many days from another, as the address has it. */
export function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** What is left of a card and until when, in words. */
export function useCardWords() {
  const { t } = useI18n()
  const leftText = (share: Share) => {
    const held = share.held > 0
    const limited = held ? 'sessioncards.leftAndHeld' : 'sessioncards.left'
    const unlimited = held ? 'sessioncards.leftUnlimitedHeld' : 'sessioncards.leftUnlimited'
    return t(share.left === undefined ? unlimited : limited, {
      name: share.name,
      left: formatInteger(share.left ?? 0),
      sessions: formatInteger(share.sessions ?? 0),
      used: formatInteger(share.used),
      held: formatInteger(share.held),
    })
  }
  const briefText = (share: Share) =>
    share.left === undefined
      ? t('sessioncards.unlimited', { name: share.name })
      : `${share.name} ${share.left}/${share.sessions}`
  /** What a product holds of a service. */
  const itemText = (name: string, count: number | undefined) =>
    count === undefined ? t('sessioncards.unlimited', { name }) : t('sessioncards.times', { name, sessions: count })
  const dailyText = (daily: number | undefined) =>
    daily === undefined ? '' : t('sessioncards.daily', { daily: formatInteger(daily) })
  const termText = ({ term }: Card) =>
    term === undefined
      ? ''
      : [
          t('sessioncards.termLeft', { left: formatInteger(term.left), days: formatInteger(term.days) }),
          dailyText(term.daily),
        ]
          .filter(Boolean)
          .join(' · ')
  const validText = (days: number | undefined, starts: Starts) =>
    t(`sessioncards.valid.${starts}`, { days: formatInteger(days ?? 0) })
  const untilText = (card: Card) =>
    card.lastDay === undefined
      ? validText(card.days, card.starts)
      : t('sessioncards.until', { day: formatDate(card.lastDay) })
  return { leftText, briefText, itemText, dailyText, termText, validText, untilText }
}
