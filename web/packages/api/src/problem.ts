/** One field the server refused: which, what was sent, the rule it breaks and how to mend it. */
export interface FieldProblem {
  field: string
  value?: unknown
  rule: string
  facts?: Record<string, unknown>
}

/** RFC 9457 problem as the server sends it. */
export interface Problem {
  type?: string
  title?: string
  status?: number
  detail?: string
  code?: string
  facts?: Record<string, unknown>
  fields?: FieldProblem[]
  requestId?: string
}

/** What every failed call throws; screens translate it by its code. */
export class ProblemError extends Error {
  readonly status: number
  readonly code: string
  readonly facts: Record<string, unknown>
  readonly fields: FieldProblem[]
  readonly requestId: string | undefined

  constructor(status: number, problem: Problem, requestId?: string) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`)
    this.name = 'ProblemError'
    this.status = status
    this.code = problem.code ?? fallbackCode(status)
    this.facts = problem.facts ?? {}
    this.fields = problem.fields ?? []
    this.requestId = problem.requestId ?? requestId
  }
}

/** Reads a failed response, whatever its body is. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const requestId = response.headers.get('X-Request-Id') ?? undefined
  const body = (await response.json().catch(() => ({}))) as Problem | null
  return new ProblemError(response.status, body ?? {}, requestId)
}

/** The call never reached the server. */
export function unreachable(): ProblemError {
  return new ProblemError(0, { code: 'web.unreachable' })
}

export const isForbidden = (error: unknown) => error instanceof ProblemError && error.status === 403
export const isUnauthenticated = (error: unknown) => error instanceof ProblemError && error.status === 401
export const isConflict = (error: unknown) => error instanceof ProblemError && error.status === 409

function fallbackCode(status: number): string {
  if (status === 401) return 'web.unauthenticated'
  if (status === 403) return 'web.forbidden'
  if (status === 404) return 'web.not-found'
  if (status === 413) return 'web.too-large'
  if (status === 429) return 'web.too-many-requests'
  return status >= 500 ? 'web.failure' : 'web.refused'
}

/** There is no such thing within the reader's reach, or the address names none. */
export const isMissing = (error: unknown) =>
  error instanceof ProblemError &&
  (error.status === 404 || (error.status === 400 && error.fields?.some((one) => one.field === 'id') === true))
