import { problemText } from '@guildhall/i18n'
import { ref } from 'vue'
import { toast } from '../overlay/toasts'

/** One deed at a time: busy meanwhile, told when done, its refusal kept in words until the next. */
export function useDeed(after: () => Promise<unknown>) {
  const failure = ref('')
  const busy = ref(false)
  async function act(run: () => Promise<unknown>, done: string) {
    failure.value = ''
    busy.value = true
    try {
      await run()
      toast.good(done)
      await after()
    } catch (error) {
      failure.value = problemText(error)
    } finally {
      busy.value = false
    }
  }
  return { failure, busy, act }
}
