import { onScopeDispose, ref, type Ref } from 'vue'

const now = ref(Date.now())
let readers = 0
let timer: ReturnType<typeof setInterval> | undefined

/** One clock for all relative times on the screen, turning once a minute. */
export function useNow(): Ref<number> {
  readers += 1
  now.value = Date.now()
  timer ??= setInterval(() => (now.value = Date.now()), 60_000)
  onScopeDispose(() => {
    readers -= 1
    if (readers === 0) {
      clearInterval(timer)
      timer = undefined
    }
  })
  return now
}
