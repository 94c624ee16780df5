import { ensureWords, formatDate, formatInteger, formatMoney, formatRange, wordText } from '@guildhall/i18n'
import type { Tone } from '@guildhall/ui'
import { useI18n } from 'vue-i18n'
import type { BenefitRule, CostBy, Entitlement, GrantKind, GrantState, Ground, Offer } from './types'

export const GRANT_KINDS: GrantKind[] = ['plan', 'person']
export const GRANT_STATES: GrantState[] = ['running', 'upcoming', 'over', 'revoked']
export const COST_BY: CostBy[] = ['benefit', 'tier', 'store', 'month']
export const grantTone: Record<GrantState, Tone> = { running: 'good', upcoming: 'warn', over: 'quiet', revoked: 'bad' }

/** A month's days as a filter takes them, within a reach whose ends may be open. */
export function monthDays(month: string, from: string, to: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const first = `${month}-01`
  const last = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
  return `${from > first ? from : first}..${to !== '' && to < last ? to : last}`
}

/** What benefits are, why somebody has them and what is left, in words. */
export function useBenefitWords() {
  const { t } = useI18n()
  void ensureWords()
  function offerText(offer: Offer): string {
    switch (offer.kind) {
      case 'discount':
        return t('benefits.offer.discount', { percent: offer.percent, ceiling: formatMoney(offer.ceiling) })
      case 'purchase-discount':
        return t('benefits.offer.purchaseDiscount', {
          percent: offer.percent,
          ceiling: formatMoney(offer.ceiling),
          goods:
            offer.categories.length > 0 ? t('benefits.offer.only', { categories: offer.categories.join(' ') }) : '',
        })
      case 'birthday-gift':
        return t('benefits.offer.birthdayGift', { item: offer.item, before: offer.daysBefore, after: offer.daysAfter })
      case 'free-service':
        return t('benefits.offer.freeService', { service: offer.service })
      case 'priority':
        return t('benefits.offer.priority', { queue: offer.queue })
      case 'lounge':
        return t('benefits.offer.lounge', { place: offer.place, guests: offer.guests })
      case 'training-place':
        return t('benefits.offer.trainingPlace', { course: offer.course })
    }
  }
  const costText = (offer: Offer) =>
    offer.kind === 'discount' || offer.kind === 'purchase-discount' ? t('benefits.costTaken') : formatMoney(offer.cost)
  const quotaText = (quota: BenefitRule['quota']) =>
    quota.kind === 'unlimited'
      ? t('benefits.quota.unlimited')
      : t('benefits.quota.limited', {
          times: formatInteger(quota.times),
          period: t(`benefits.period.${quota.period.toLowerCase().replace('_', '-')}`),
        })
  const tierText = (code: string) => (code === '' ? t('benefits.noTier') : wordText('tier', code))
  function groundText(ground: Ground): string {
    if (ground.by === 'tier') return t('benefits.ground.tier', { tier: tierText(ground.code) })
    const days =
      ground.lastDay === undefined
        ? t('benefits.ground.since', { day: formatDate(ground.firstDay!) })
        : formatRange(ground.firstDay!, ground.lastDay)
    return t(`benefits.ground.${ground.by}`, { name: ground.name ?? ground.code, days, reason: ground.reason ?? '' })
  }
  function leftText({ left }: Entitlement): string {
    if (left.most === undefined) return t('benefits.left.unlimited')
    const counts = { left: formatInteger(left.left ?? 0), most: formatInteger(left.most) }
    return left.lastDay === undefined
      ? t('benefits.left.ever', counts)
      : t('benefits.left.until', { ...counts, day: formatDate(left.lastDay) })
  }
  const hindranceText = ({ hindrance }: Entitlement) =>
    hindrance === undefined
      ? ''
      : t(`benefits.hindrance.${hindrance.why}`) +
        (hindrance.nextDay === undefined ? '' : t('benefits.hindrance.from', { day: formatDate(hindrance.nextDay) }))
  return { offerText, costText, quotaText, tierText, groundText, leftText, hindranceText }
}
