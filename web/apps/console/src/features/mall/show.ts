import type { Tone } from '@guildhall/ui'
import { useI18n } from 'vue-i18n'
import type { RedemptionState, RewardState } from './types'

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
