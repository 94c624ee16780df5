/**
 * One key per submitted form: sending the same form twice is one act, changing it makes another.
 * The key lives until the content changes or the act has succeeded.
 */
export function idempotency() {
  let key: string | undefined
  let content: string | undefined
  return {
    headers(body: unknown): { 'Idempotency-Key': string } {
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
