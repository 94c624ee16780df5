import { formatInteger, formatPercent } from '@guildhall/i18n'
import type { Tone } from '@guildhall/ui'
import { useI18n } from 'vue-i18n'
import type { Award, AwardKind, DrawState, LotteryState } from './types'

export const WHOLE = 1_000_000
export const STATES: LotteryState[] = ['draft', 'published', 'open', 'closed', 'revealed']
export const DRAW_STATES: DrawState[] = ['given', 'waiting', 'handed-out', 'cancelled']
export const KINDS: AwardKind[] = ['points', 'coupon', 'reward', 'thing', 'nothing']

export const lotteryTone: Record<LotteryState, Tone> = {
  draft: 'warn',
  published: 'warn',
  open: 'good',
  closed: 'quiet',
  revealed: 'quiet',
}
export const drawTone: Record<DrawState, Tone> = {
  given: 'quiet',
  waiting: 'warn',
  'handed-out': 'good',
  cancelled: 'bad',
}

/** Parts per million as a percentage, every digit that matters. */
export const oddsText = (odds: number) => formatPercent(odds / WHOLE, 4)

/** What a prize is, in words. */
export function useAwardWords() {
  const { t } = useI18n()
  return (award: Award): string =>
    award.kind === 'points'
      ? t('lottery.award.ofPoints', { points: formatInteger(award.points) })
      : t(`lottery.award.${award.kind}`)
}
