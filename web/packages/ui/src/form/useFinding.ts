import { problemText } from '@guildhall/i18n'
import { onScopeDispose, ref, shallowRef } from 'vue'

const PAUSE_MS = 250

/**
 * What a typed text finds, asked when the typing pauses. An answer counts only while the text is still the one it was
 * asked for, however late it comes; what fails is told in words.
 */
export function useFinding<T>(ask: (text: string) => Promise<T[]>) {
  const text = ref('')
  const found = shallowRef<T[]>([])
  const searched = ref(false)
  const failure = ref('')
  let timer: ReturnType<typeof setTimeout> | undefined
  let latest = 0
  onScopeDispose(() => clearTimeout(timer))

  function onType() {
    clearTimeout(timer)
    timer = setTimeout(() => void find(), PAUSE_MS)
  }
  /** What counts of the answer: nothing when the text is another one meanwhile, or when it failed. */
  async function find(): Promise<T[]> {
    clearTimeout(timer)
    const own = ++latest
    const wanted = text.value.trim()
    failure.value = ''
    try {
      const items = wanted === '' ? [] : await ask(wanted)
      if (own !== latest || wanted !== text.value.trim()) return []
      found.value = items
      searched.value = wanted !== ''
      return items
    } catch (error) {
      if (own !== latest) return []
      found.value = []
      searched.value = false
      failure.value = problemText(error)
      return []
    }
  }
  function clear() {
    clearTimeout(timer)
    latest += 1
    text.value = ''
    found.value = []
    searched.value = false
    failure.value = ''
  }
  return { text, found, searched, failure, onType, find, clear }
}
