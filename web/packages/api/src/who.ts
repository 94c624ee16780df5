import { computed, shallowRef } from 'vue'
import type { SessionView } from './shell'

const held = shallowRef<SessionView | null>()

/** Who is logged in; null when nobody is, undefined while that is not known. */
export const currentSession = computed(() => held.value)
export const sessionSettled = computed(() => held.value !== undefined)

export function setSession(session: SessionView | null) {
  held.value = session
}

/** Whether the person's posts carry a right; the server decides again on every call. */
export function can(permission: string | undefined): boolean {
  if (permission === undefined) return true
  return held.value?.permissions.some((grant) => grant.permission === permission) ?? false
}
