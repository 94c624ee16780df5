import { beforeEach, describe, expect, it, vi } from 'vitest'
import { onSessionEnded, ProblemError, request } from '../src'

const answer = (status: number, body?: unknown, headers: Record<string, string> = {}) =>
  new Response(body === undefined ? null : JSON.stringify(body), { status, headers })
const sent: Request[] = []
let answers: Response[] = []

beforeEach(() => {
  sent.length = 0
  vi.stubGlobal('fetch', async (call: Request) => {
    sent.push(call)
    const next = answers.shift()
    if (next === undefined) throw new TypeError('network')
    return next
  })
  document.cookie = 'XSRF-TOKEN=t%2F1; path=/'
})

describe('a call', () => {
  it('carries the token of the cookie when it writes, and none when it reads', async () => {
    answers = [answer(200, {}), answer(200, {})]
    await request('POST', '/api/things', { a: 1 })
    await request('GET', '/api/things')
    expect(sent.map((call) => call.headers.get('X-XSRF-TOKEN'))).toEqual(['t/1', null])
  })

  it('that is refused throws the problem with its code, facts, fields and request id', async () => {
    const fields = [{ field: 'mobile', rule: 'unique' }]
    const body = { status: 409, code: 'members.mobile-taken', facts: { holder: 'x' }, fields, requestId: 'r-1' }
    answers = [answer(409, body)]
    const error = await request('POST', '/api/members', {}).catch((refusal: unknown) => refusal as ProblemError)
    expect(error).toBeInstanceOf(ProblemError)
    expect(error).toMatchObject({ status: 409, code: body.code, facts: body.facts, fields, requestId: 'r-1' })
  })

  it('that fails without a problem still names itself by its status and the header', async () => {
    answers = [answer(502, undefined, { 'X-Request-Id': 'r-2' })]
    await expect(request('GET', '/api/x')).rejects.toMatchObject({ code: 'web.failure', requestId: 'r-2' })
  })

  it('that never arrives says so', async () => {
    answers = []
    await expect(request('GET', '/api/x')).rejects.toMatchObject({ code: 'web.unreachable' })
  })
})

describe('a session that ended', () => {
  it('is renewed over the page and the call is sent again with its body', async () => {
    const renew = vi.fn(async () => undefined)
    onSessionEnded(renew)
    answers = [answer(401, { code: 'access.session-expired' }), answer(200, { id: 7 })]
    await expect(request('POST', '/api/things', { a: 1 })).resolves.toEqual({ id: 7 })
    expect(renew).toHaveBeenCalledOnce()
    expect(await sent[1]!.json()).toEqual({ a: 1 })
  })

  it('is not renewed when the log-in itself is refused', async () => {
    const renew = vi.fn(async () => undefined)
    onSessionEnded(renew)
    answers = [answer(401, { code: 'access.bad-credentials' })]
    await expect(request('POST', '/api/session', {})).rejects.toMatchObject({ code: 'access.bad-credentials' })
    expect(renew).not.toHaveBeenCalled()
  })
})
