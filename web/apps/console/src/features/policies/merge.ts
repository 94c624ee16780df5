import { isObject, join } from './form'
import type { Json, JsonObject } from './types'

/** A field that two people left differently: what theirs says and what mine says. */
export interface Conflict {
  path: string
  theirs: Json | undefined
  mine: Json | undefined
}

const same = (one: Json | undefined, other: Json | undefined) => JSON.stringify(one) === JSON.stringify(other)

/** Values that mean something only as a whole: amounts of money, and variants of another kind. */
function whole(one: JsonObject, other: JsonObject): boolean {
  return 'minor' in one || 'minor' in other || ['type', 'kind'].some((name) => one[name] !== other[name])
}

const records = (value: Json | undefined): value is JsonObject[] => Array.isArray(value) && value.every(isObject)

/** Where two bodies differ, field by field; lists that grew or shrank differ as a whole. */
export function conflictsOf(theirs: Json | undefined, mine: Json | undefined, path = ''): Conflict[] {
  if (same(theirs, mine)) return []
  if (isObject(theirs) && isObject(mine) && !whole(theirs, mine)) {
    const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])]
    return names.flatMap((name) => conflictsOf(theirs[name], mine[name], join(path, name)))
  }
  if (records(theirs) && records(mine) && theirs.length === mine.length) {
    return theirs.flatMap((item, index) => conflictsOf(item, mine[index], `${path}[${index}]`))
  }
  return [{ path, theirs, mine }]
}

/** Mine, with theirs in the fields chosen. */
export function merged(mine: JsonObject, conflicts: Conflict[], chosen: ReadonlySet<string>): JsonObject {
  const body = JSON.parse(JSON.stringify(mine)) as JsonObject
  for (const conflict of conflicts) if (chosen.has(conflict.path)) put(body, conflict.path, conflict.theirs)
  return body
}

function put(body: JsonObject, path: string, value: Json | undefined) {
  const steps = [...path.matchAll(/[^.[\]]+/g)].map(([step]) => step)
  const last = steps.pop()!
  let at = body as { [name: string]: Json | undefined }
  for (const step of steps) at = at[step] as { [name: string]: Json | undefined }
  if (value === undefined) delete at[last]
  else at[last] = JSON.parse(JSON.stringify(value)) as Json
}
