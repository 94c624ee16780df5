import { ref, watch, type Ref } from 'vue'

let owner = ''

/** Whose preferences are read and kept on this device. */
export function setPreferenceOwner(id: string) {
  owner = id
}

/** A value remembered per person on this device. */
export function usePreference<T>(name: string, fallback: T): Ref<T> {
  const key = `guildhall.${owner}.${name}`
  const value = ref(read(key, fallback)) as Ref<T>
  watch(value, (next) => localStorage.setItem(key, JSON.stringify(next)), { deep: true })
  return value
}

function read<T>(key: string, fallback: T): T {
  const stored = localStorage.getItem(key)
  if (stored === null) return fallback
  try {
    return JSON.parse(stored) as T
  } catch {
    localStorage.removeItem(key)
    return fallback
  }
}
