import { shallowRef, watch, type Ref } from 'vue'
import type { Command, ObjectSearch } from './types'

interface Found {
  title: string
  items: Command[]
  failed: boolean
}

const PAUSE_MS = 180

/** Asks every registered search once typing pauses; an older answer never overwrites a newer one. */
export function useObjectSearch(searches: () => ObjectSearch[], text: Ref<string>) {
  const found = shallowRef<Found[]>([])
  let running: AbortController | undefined

  watch(text, (asked, _before, onCleanup) => {
    running?.abort()
    const query = asked.trim()
    if (query === '') {
      found.value = []
      return
    }
    const mine = (running = new AbortController())
    const timer = setTimeout(async () => {
      const answers = await Promise.all(searches().map((search) => ask(search, query, mine.signal)))
      if (!mine.signal.aborted) found.value = answers
    }, PAUSE_MS)
    onCleanup(() => clearTimeout(timer))
  })
  return found
}

/** A search that fails leaves its group empty and says so: the palette goes on serving pages and actions. */
async function ask(search: ObjectSearch, query: string, signal: AbortSignal): Promise<Found> {
  try {
    return { title: search.title, items: await search.find(query, signal), failed: false }
  } catch {
    return { title: search.title, items: [], failed: true }
  }
}
