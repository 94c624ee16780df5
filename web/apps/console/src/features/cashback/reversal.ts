import { formatMoney, problemText } from '@guildhall/i18n'
import { confirm, toast } from '@guildhall/ui'
import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { keyed, payouts, useCashbackStale } from './queries'
import type { Payout, PayoutLine } from './types'

/** Takes a payment back, or all of a payout; says whether it is done or waits for somebody's yes. */
export function useReversal() {
  const { t } = useI18n()
  const stale = useCashbackStale()
  const failure = ref('')
  const busy = ref(false)
  const key = keyed()

  async function reverse(payout: Payout, line: PayoutLine | undefined) {
    const answer = await confirm({
      title: t(line === undefined ? 'cashback.payouts.reverseAll' : 'cashback.payouts.reverse'),
      effect: t('cashback.payouts.reverseEffect', {
        amount: formatMoney(line?.paid ?? payout.paid),
        month: payout.month,
      }),
      action: t('cashback.payouts.reverse'),
      danger: true,
      reason: true,
    })
    if (answer === undefined) return
    const body = { member: line?.member, reason: answer.reason }
    failure.value = ''
    busy.value = true
    try {
      const done = await payouts.reverse(payout.id, body, key({ payout: payout.id, ...body }))
      toast.good(t(done.request === undefined ? 'cashback.payouts.reversedDone' : 'cashback.payouts.waits'))
      await stale()
    } catch (error) {
      failure.value = problemText(error)
    } finally {
      busy.value = false
    }
  }

  return { failure, busy, reverse }
}
