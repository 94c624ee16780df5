import { request } from './client'
import type { components } from './schema'

type Schemas = components['schemas']

/** Who is logged in, with which posts and permissions, until when at the latest. */
export type SessionView = Schemas['SessionView']

/** One page of a list by keyset. */
export interface Page<T> {
  items: T[]
  next?: string
  total?: Total
}

/** Exact up to 10 000, above that a lower bound. */
export type Total = Schemas['Total']

/** Why a figure is what it is; rendered through `explain.<code>`. */
export type Explanation = Schemas['Explanation']
export type Money = Schemas['Money']

export const session = {
  /** Who is logged in, if anybody, and the company's time zone. */
  entrance: () => request<Schemas['EntranceView']>('GET', '/api/entrance'),
  logIn: (username: string, password: string) => request<SessionView>('POST', '/api/session', { username, password }),
  changePassword: (current: string, next: string) => request<void>('PUT', '/api/session/password', { current, next }),
  logOut: () => request<void>('DELETE', '/api/session'),
}

/** A background job: where it stands and what came of it. */
export type JobView = Schemas['JobView']
