export { api, data, download, onSessionEnded, request } from './client'
export { idempotency, keyed, type IdempotencyKey } from './idempotency'
export { useKeyset, type KeysetList, type KeysetQuery } from './keyset'
export {
  isConflict,
  isForbidden,
  isMissing,
  isUnauthenticated,
  ProblemError,
  type FieldProblem,
  type Problem,
} from './problem'
export { createQueryClient, queryText, useStale } from './query'
export { takeOut, useJob, type FileWish } from './jobs'
export { useReach } from './reach'
export { useStaffNames, useUnits, type StaffName, type UnitName } from './directory'
export { findMembers, useMemberNames, type MemberName, type NamedMembers } from './members'
export { session, type Explanation, type JobView, type Money, type Page, type SessionView, type Total } from './shell'
export type { components, paths } from './schema'
export { can, currentSession, sessionSettled, setSession } from './who'
