import { request } from './client'

/** Who is logged in, with which posts and permissions, until when at the latest. */
export interface SessionView {
  staff: string
  username: string
  name: string
  mustChangePassword: boolean
  posts: { postCode: string; postName: string; unit: string; unitName: string }[]
  permissions: { permission: string; scope: 'own' | 'group' | 'branch' | 'all' }[]
  expiresAt?: string
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
  changePassword: (current: string, next: string) => request<void>('PUT', '/api/session/password', { current, next }),
  logOut: () => request<void>('DELETE', '/api/session'),
}

/** A background job: where it stands and what came of it. */
export interface JobView {
  id: string
  kind: string
  state: 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED'
  done: number
  total: number
  actorName?: string
  createdAt: string
  finishedAt?: string
  result?: Record<string, unknown>
  failure?: Record<string, unknown>
}
