/** What names an act to the server. */
export type IdempotencyKey = { 'Idempotency-Key': string }

/**
 * One key per submitted form: sending the same form twice is one act, changing it makes another.
 * The key lives until the content changes or the act has succeeded.
 */
export function idempotency() {
  let key: string | undefined
  let content: string | undefined
  return {
    headers(body: unknown): IdempotencyKey {
      const next = JSON.stringify(body)
      if (key === undefined || next !== content) {
        key = crypto.randomUUID()
        content = next
      }
      return { 'Idempotency-Key': key }
    },
    done() {
      key = undefined
    },
  }
}

/** One key for each act of a screen that has no form around it, told apart by all that is sent. */
export function keyed() {
  const key = idempotency()
  return (body: unknown) => key.headers(body)
}
