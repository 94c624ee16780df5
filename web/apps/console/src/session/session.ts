import { currentSession, session, sessionSettled, setSession } from '@guildhall/api'
import type { SessionView } from '@guildhall/api'
import { setBusinessZone } from '@guildhall/i18n'
import { setPreferenceOwner } from '@guildhall/ui'
import { shallowRef } from 'vue'

/** Asks once who is logged in; the answer also brings the token that guards writes. */
export async function ensureSession(): Promise<SessionView | null> {
  if (!sessionSettled.value) await refreshSession()
  return currentSession.value ?? null
}

export async function refreshSession() {
  const entrance = await session.entrance()
  setBusinessZone(entrance.zone)
  const view = entrance.session ?? null
  if (view !== null) setPreferenceOwner(view.staff)
  setSession(view)
}

export async function logIn(username: string, password: string) {
  await session.logIn(username, password)
  await refreshSession()
}

export async function logOut() {
  await session.logOut()
  location.assign('/login')
}

/** Set while somebody must log in again over the page; the calls that found out wait for it. */
export const relogin = shallowRef<{ promise: Promise<void>; done: () => void }>()

export function reauthenticate(): Promise<void> {
  if (relogin.value === undefined) {
    let resolve = () => {}
    const promise = new Promise<void>((settle) => (resolve = settle))
    relogin.value = {
      promise,
      done() {
        relogin.value = undefined
        resolve()
      },
    }
  }
  return relogin.value.promise
}
