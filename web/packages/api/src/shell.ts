import { request } from './client'

/** Who is logged in, where they belong and what they may do. */
export interface SessionView {
  staff: { id: string; name: string; username: string }
  unit: { id: string; name: string }
  posts: { code: string; name: string }[]
  permissions: string[]
  locale?: string
  mustChangePassword?: boolean
}

/** One page of a list by keyset. */
export interface Page<T> {
  items: T[]
  next?: string
  total?: Total
}

/** Exact up to 10 000, above that a lower bound. */
export interface Total {
  value: number
  exact: boolean
}

/** Why a figure is what it is; rendered through `explain.<code>`. */
export interface Explanation {
  code: string
  facts?: Record<string, unknown>
  source?: { policy?: string; version?: number | string; clause?: string }
  parts?: Explanation[]
}

export interface Money {
  minor: number
  currency: string
}

export const session = {
  current: () => request<SessionView>('GET', '/api/session'),
  logIn: (username: string, password: string) => request<SessionView>('POST', '/api/session', { username, password }),
  logOut: () => request<void>('DELETE', '/api/session'),
}
