import { computed } from 'vue'
import type { useColumns } from './useColumns'

const TICK_WIDTH = 44

/** Where pinned columns stand: each to the right of the ones before it. */
export function usePins<R>(columns: ReturnType<typeof useColumns<R>>, selectable: () => boolean | undefined) {
  const offsets = computed(() => {
    const result = new Map<string, number>()
    let left = selectable() === true ? TICK_WIDTH : 0
    for (const column of columns.shown.value) {
      if (!columns.isPinned(column)) break
      result.set(column.key, left)
      left += column.width ?? 160
    }
    return result
  })
  return {
    has: (key: string) => offsets.value.has(key),
    style: (key: string) => {
      const left = offsets.value.get(key)
      return left === undefined ? undefined : { left: `${left}px` }
    },
  }
}
export type Pins = ReturnType<typeof usePins>
