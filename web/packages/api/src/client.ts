import createClient from 'openapi-fetch'
import { problemOf, unreachable } from './problem'
import type { paths } from './schema'

const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** Called when a session has ended; resolves once somebody has logged in again over the page. */
let reauthenticate: (() => Promise<void>) | undefined

export function onSessionEnded(handler: () => Promise<void>) {
  reauthenticate = handler
}

function csrfToken(): string | undefined {
  const found = document.cookie.match(/(?:^|;\s*)XSRF-TOKEN=([^;]+)/)?.[1]
  return found === undefined ? undefined : decodeURIComponent(found)
}

function withToken(call: Request): Request {
  const token = UNSAFE.has(call.method) ? csrfToken() : undefined
  if (token !== undefined) call.headers.set('X-XSRF-TOKEN', token)
  return call
}

async function send(call: Request): Promise<Response> {
  try {
    return await globalThis.fetch(withToken(call))
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw unreachable()
  }
}

/** Sends, waits for a new log-in when the session has ended, and throws a ProblemError for anything refused. */
async function guarded(call: Request): Promise<Response> {
  const again = call.clone()
  let response = await send(call)
  const aboutSession = new URL(call.url).pathname === '/api/session'
  if (response.status === 401 && reauthenticate !== undefined && !aboutSession) {
    await reauthenticate()
    response = await send(again)
  }
  if (!response.ok) throw await problemOf(response)
  return response
}

/** The typed client: every path and shape comes from the generated schema. */
export const api = createClient<paths>({
  baseUrl: location.origin,
  credentials: 'same-origin',
  headers: { Accept: 'application/json' },
  fetch: guarded,
  querySerializer: { array: { style: 'form', explode: true } },
})

/** The data of a call that did not throw. */
export async function data<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T
}

/** For the few calls of the shell, files and streams: the same guards without the generated types. */
export async function request<T>(method: string, path: string, body?: unknown, headers: HeadersInit = {}): Promise<T> {
  const init: RequestInit = { method, credentials: 'same-origin', headers: { Accept: 'application/json', ...headers } }
  if (body instanceof FormData || body instanceof Blob) init.body = body
  else if (body !== undefined) {
    init.body = JSON.stringify(body)
    init.headers = { ...init.headers, 'Content-Type': 'application/json' }
  }
  const response = await guarded(new Request(new URL(path, location.origin), init))
  if (response.status === 204 || response.headers.get('Content-Length') === '0') return undefined as T
  const text = await response.text()
  return (text === '' ? undefined : JSON.parse(text)) as T
}

/** A file that is complete before the browser is handed it to keep; headings in the given language. */
export async function download(path: string, fileName: string, language: string): Promise<void> {
  const call = new Request(new URL(path, location.origin), { headers: { 'Accept-Language': language } })
  const address = URL.createObjectURL(await (await guarded(call)).blob())
  Object.assign(document.createElement('a'), { href: address, download: fileName }).click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
