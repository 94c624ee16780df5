import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { usePreference } from './preferences'
import type { Column } from './types'

interface Kept {
  order: string[]
  hidden?: string[]
  pinned?: string[]
}

/** The columns as this person arranged them: order, visibility and pins survive new columns of later versions. */
export function useColumns<R>(name: string, source: MaybeRefOrGetter<Column<R>[]>) {
  const kept = usePreference<Kept>(`columns.${name}`, { order: [] })

  const ordered = computed(() => {
    const place = new Map(kept.value.order.map((key, index) => [key, index]))
    const columns = toValue(source).map((column, index) => ({ column, at: place.get(column.key) ?? 1000 + index }))
    return columns.toSorted((a, b) => a.at - b.at).map((entry) => entry.column)
  })
  const isShown = (column: Column<R>) =>
    column.required === true || !(kept.value.hidden?.includes(column.key) ?? column.hidden ?? false)
  const isPinned = (column: Column<R>) => kept.value.pinned?.includes(column.key) ?? column.pinned ?? false

  const shown = computed(() => {
    const visible = ordered.value.filter(isShown)
    return [...visible.filter(isPinned), ...visible.filter((column) => !isPinned(column))]
  })

  function change(next: Partial<Kept>) {
    const all = toValue(source)
    kept.value = {
      order: ordered.value.map((column) => column.key),
      hidden: all.filter((column) => !isShown(column)).map((column) => column.key),
      pinned: all.filter(isPinned).map((column) => column.key),
      ...next,
    }
  }
  const flip = (keys: string[], key: string) => (keys.includes(key) ? keys.filter((k) => k !== key) : [...keys, key])

  return {
    ordered,
    shown,
    isShown,
    isPinned,
    toggleShown(key: string) {
      const hidden = toValue(source).filter((column) => !isShown(column))
      change({
        hidden: flip(
          hidden.map((column) => column.key),
          key,
        ),
      })
    },
    togglePinned(key: string) {
      change({
        pinned: flip(
          toValue(source)
            .filter(isPinned)
            .map((column) => column.key),
          key,
        ),
      })
    },
    move(key: string, by: -1 | 1) {
      const order = ordered.value.map((column) => column.key)
      const from = order.indexOf(key)
      const to = from + by
      if (to < 0 || to >= order.length) return
      order.splice(to, 0, ...order.splice(from, 1))
      change({ order })
    },
    reset() {
      kept.value = { order: [] }
    },
  }
}
