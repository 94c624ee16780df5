import type { Money } from '@guildhall/api'
import { formatInteger, formatList, formatMoney } from '@guildhall/i18n'
import type { Tone } from '@guildhall/ui'
import { useI18n } from 'vue-i18n'
import type { Redemption, RedemptionState, RewardState } from './types'

interface Named {
  name: string
  nameTw?: string
  nameEn?: string
}

/** A reward's name in the reader's language, where it has one. */
export function useRewardName() {
  const { locale } = useI18n()
  return (reward: Named) => {
    if (locale.value === 'zh-TW') return reward.nameTw ?? reward.name
    return locale.value === 'en' ? (reward.nameEn ?? reward.name) : reward.name
  }
}

/** Prices and payments in words: points, and the money beside them. */
export function usePrice() {
  const { t } = useI18n()
  const money = (cash?: Money) => (cash === undefined ? {} : { cash: formatMoney(cash) })
  return {
    /** The bare figures, for a column that is headed as points. */
    pointsAnd: (points: number, cash: Money) => `${formatInteger(points)} + ${formatMoney(cash)}`,
    priceOf: (points: number, cash?: Money) =>
      t(cash === undefined ? 'mall.price.points' : 'mall.price.both', {
        points: formatInteger(points),
        ...money(cash),
      }),
    /** How it was paid, or how much of it was given back. */
    paidText: (redemption: Redemption, back: boolean) =>
      formatList(
        redemption.payments
          .filter(({ amount }) => amount.minor < 0 === back)
          .map(({ method, amount, reference }) =>
            [t(`ui.pay.by.${method}`), formatMoney({ ...amount, minor: Math.abs(amount.minor) }), reference]
              .filter(Boolean)
              .join(' '),
          ),
      ),
  }
}

export const rewardTone: Record<RewardState, Tone> = { draft: 'warn', 'on-sale': 'good', off: 'quiet' }

export const redemptionTone: Record<RedemptionState, Tone> = {
  waiting: 'warn',
  fulfilled: 'good',
  cancelled: 'quiet',
  expired: 'quiet',
  returned: 'quiet',
}

export const REWARD_STATES: RewardState[] = ['draft', 'on-sale', 'off']
export const REDEMPTION_STATES: RedemptionState[] = ['waiting', 'fulfilled', 'cancelled', 'expired', 'returned']
