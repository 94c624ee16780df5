import { problemText } from '@guildhall/i18n'
import { toast } from '@guildhall/ui'
import { nextTick, onBeforeUnmount, onMounted, ref } from 'vue'
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
  /** The keys for printing mean the same as the button: a browser asked to print can't wait for the other pages. */
  function onKey(event: KeyboardEvent) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'p') return
    event.preventDefault()
    if (!busy.value) void print()
  }
  onMounted(() => addEventListener('keydown', onKey))
  onBeforeUnmount(() => removeEventListener('keydown', onKey))
  return { rows, busy, print }
}
