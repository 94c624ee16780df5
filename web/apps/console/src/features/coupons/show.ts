import { formatDate, formatInteger, formatMoney, formatRange } from '@guildhall/i18n'
import type { Tone } from '@guildhall/ui'
import { useI18n } from 'vue-i18n'
import type { BatchDetails, BatchState, Benefit, CouponState, Kind } from './types'

export const KINDS: Kind[] = ['cash', 'discount', 'full-reduction', 'gift']
export const BATCH_STATES: BatchState[] = ['draft', 'open', 'closed']
export const COUPON_STATES: CouponState[] = ['issued', 'locked', 'used', 'expired', 'withdrawn']

export const batchTone: Record<BatchState, Tone> = { draft: 'warn', open: 'good', closed: 'quiet' }
export const couponTone: Record<CouponState, Tone> = {
  issued: 'good',
  locked: 'warn',
  used: 'quiet',
  expired: 'quiet',
  withdrawn: 'bad',
}

/** What coupons bring and when they can be used, in words. */
export function useCouponWords() {
  const { t } = useI18n()
  function benefitText(benefit: Benefit): string {
    switch (benefit.kind) {
      case 'cash':
        return benefit.floor.minor === 0
          ? t('coupons.benefit.cashAny', { amount: formatMoney(benefit.amount) })
          : t('coupons.benefit.cash', { amount: formatMoney(benefit.amount), floor: formatMoney(benefit.floor) })
      case 'discount':
        return benefit.ceiling === undefined
          ? t('coupons.benefit.discount', { percent: benefit.percent })
          : t('coupons.benefit.discountCapped', { percent: benefit.percent, ceiling: formatMoney(benefit.ceiling) })
      case 'full-reduction':
        return benefit.steps
          .map((step) => t('coupons.benefit.step', { over: formatMoney(step.over), off: formatMoney(step.off) }))
          .join(' · ')
      case 'gift':
        return t('coupons.benefit.gift', { item: benefit.item })
    }
  }
  const validityText = ({ validity }: BatchDetails) =>
    validity.kind === 'fixed-days'
      ? formatRange(validity.from, validity.to)
      : t('coupons.validity.days', { days: formatInteger(validity.days) })
  const daysText = (coupon: { firstDay: string; lastDay: string }) =>
    t('coupons.validity.range', { from: formatDate(coupon.firstDay), to: formatDate(coupon.lastDay) })
  return { benefitText, validityText, daysText }
}
