import { problemText } from '@guildhall/i18n'
import { toast } from '@guildhall/ui'
import { nextTick, ref } from 'vue'
import { wholeStatement, type Period } from './queries'
import type { Entry } from './types'

/** Prints the whole chosen period, not only the page on the screen: its rows stand in the table while it prints. */
export function usePrint(member: () => string, period: () => Period) {
  const rows = ref<Entry[]>()
  const busy = ref(false)
  async function print() {
    busy.value = true
    try {
      rows.value = await wholeStatement(member(), period())
      await nextTick()
      window.print()
    } catch (error) {
      toast.bad(problemText(error))
    } finally {
      rows.value = undefined
      busy.value = false
    }
  }
  return { rows, busy, print }
}
