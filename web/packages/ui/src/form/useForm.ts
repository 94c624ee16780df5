import { idempotency, ProblemError } from '@guildhall/api'
import { ensureProblemTexts, fieldText, holdsUnreadable, i18n, problemText, unreadableKey } from '@guildhall/i18n'
import { computed, nextTick, reactive, ref, watch, type Ref } from 'vue'

export type Rules<T> = { [K in keyof T]?: (value: T[K], all: T) => string | undefined }

export interface Form<T extends object> {
  values: T
  errors: Record<string, string>
  failure: Ref<string>
  conflict: Ref<{ field: string; mine: unknown; theirs: unknown }[]>
  busy: Ref<boolean>
  dirty: Ref<boolean>
  check: (field: keyof T & string) => void
  reset: (values: T) => void
  /** Takes what came later of the record: fields the form doesn't have yet; none of it counts as a change. */
  supplement: (later: T) => void
  /** Ends the conflict about one field with the value that shall stand. */
  settle: (field: string, value: unknown) => void
  submit: () => Promise<boolean>
}

interface Options<T> {
  /** What the record holds now; asked when somebody else was faster, to show both values. */
  latest?: () => Promise<T>
}

/**
 * The life of one form: checked on blur, never sent with an amount or a number that can't
 * be read, sent once per content (the key makes a double click one act), the server's
 * field refusals at their fields with focus on the first, a conflict kept with both values.
 */
export function useForm<T extends object>(
  initial: () => T,
  rules: Rules<T>,
  /** `version` is the record's newest one once a conflict was settled; before, the record's own holds. */
  send: (values: T, headers: { 'Idempotency-Key': string }, version?: number) => Promise<unknown>,
  options: Options<T> = {},
): Form<T> {
  const values = reactive(initial()) as T
  const errors = reactive<Record<string, string>>({})
  const failure = ref('')
  const conflict = ref<{ field: string; mine: unknown; theirs: unknown }[]>([])
  const busy = ref(false)
  const clean = ref(JSON.stringify(values))
  const key = idempotency()
  let version: number | undefined

  const valueOf = (name: string) => (values as Record<string, unknown>)[name]

  function check(field: keyof T & string) {
    const unreadable = unreadableKey(values[field])
    const found = unreadable === undefined ? rules[field]?.(values[field], values) : i18n.global.t(unreadable)
    if (found === undefined) delete errors[field]
    else errors[field] = found
  }

  // What is wrong with a field stops being said while it is mended, not only when it is left: a message that goes
  // between the press and the release of a button moves the button away from under the pointer.
  watch(
    () => Object.fromEntries(Object.entries(values).map(([field, value]) => [field, JSON.stringify(value)])),
    (now, before) => {
      for (const field of Object.keys(errors)) {
        const own = field in now ? field : field.split('.')[0]!
        if (now[own] !== before[own]) recheck(field as keyof T & string)
      }
    },
  )
  function recheck(field: keyof T & string) {
    if (rules[field] === undefined && !holdsUnreadable(values[field])) delete errors[field]
    else check(field)
  }

  function reset(next: T) {
    for (const field of Object.keys(errors)) delete errors[field]
    Object.assign(values, next)
    clean.value = JSON.stringify(values)
    failure.value = ''
    conflict.value = []
    version = undefined
  }

  function supplement(later: T) {
    const missing = Object.fromEntries(Object.entries(later).filter(([field]) => !(field in values)))
    Object.assign(values, missing)
    clean.value = JSON.stringify({ ...(JSON.parse(clean.value) as T), ...missing })
  }

  function settle(field: string, value: unknown) {
    ;(values as Record<string, unknown>)[field] = value
    conflict.value = conflict.value.filter((entry) => entry.field !== field)
  }

  async function focusFirst() {
    await nextTick()
    document.querySelector<HTMLElement>('[data-field][aria-invalid="true"]')?.focus()
  }

  /**
   * Somebody else was faster: what both changed is put side by side, what only they changed is taken over. The record
   * as it stands knows more than the refusal, which may name its fields otherwise; the refusal serves when it can't be read.
   */
  async function overtaken(error: ProblemError) {
    if (typeof error.facts.actual !== 'number') return
    const theirs = await options.latest?.().catch(() => undefined)
    if (theirs !== undefined) conflict.value = merge(theirs)
    else if (Array.isArray(error.facts.conflicts)) conflict.value = conflictOf(error, values)
    else return
    version = error.facts.actual
  }

  function merge(theirs: T) {
    const before = JSON.parse(clean.value) as Record<string, unknown>
    const mine = values as Record<string, unknown>
    const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b)
    const both: { field: string; mine: unknown; theirs: unknown }[] = []
    for (const [field, value] of Object.entries(theirs)) {
      if (!differs(mine[field], value) || !differs(before[field], value)) continue
      if (differs(mine[field], before[field])) both.push({ field, mine: mine[field], theirs: value })
      else mine[field] = value
    }
    return both
  }

  /** The field a refusal belongs to: the form's own, one on the screen by that very name, or the last of its path. */
  function placeOf(path: string): string | undefined {
    if (path in values || document.querySelector(`[data-field="${CSS.escape(path)}"]`) !== null) return path
    const last = path.split('.').at(-1)!
    return last in values ? last : undefined
  }

  async function refused(error: unknown) {
    await ensureProblemTexts()
    const unplaced: string[] = []
    if (error instanceof ProblemError) {
      for (const field of error.fields) {
        const name = placeOf(field.field)
        if (name !== undefined) errors[name] = fieldText(field)
        else unplaced.push(i18n.global.t('ui.named', { name: field.field, value: fieldText(field) }))
      }
      if (error.status === 409) await overtaken(error)
    }
    if (conflict.value.length > 0) return
    const shownAtFields = error instanceof ProblemError && error.fields.length > unplaced.length
    failure.value = [...(shownAtFields ? [] : [problemText(error)]), ...unplaced].join(' ')
    await focusFirst()
  }

  async function submit() {
    if (busy.value || conflict.value.length > 0) return false
    const ruled = new Set([
      ...Object.keys(rules),
      ...Object.keys(values).filter((name) => holdsUnreadable(valueOf(name))),
    ])
    for (const field of ruled) check(field as keyof T & string)
    if ([...ruled].some((field) => errors[field])) {
      await focusFirst()
      return false
    }
    for (const field of Object.keys(errors)) delete errors[field]
    busy.value = true
    failure.value = ''
    try {
      await send(values, key.headers({ values, version }), version)
      key.done()
      clean.value = JSON.stringify(values)
      return true
    } catch (error) {
      await refused(error)
      return false
    } finally {
      busy.value = false
    }
  }

  const dirty = computed(() => JSON.stringify(values) !== clean.value)
  return { values, errors, failure, conflict, busy, dirty, check, reset, supplement, settle, submit }
}

interface Conflict {
  field: string
  yours?: unknown
  theirs?: unknown
}

/** The fields that two people changed, as the server names them with both values. */
function conflictOf(error: ProblemError, values: object) {
  const conflicts = (error.facts.conflicts ?? []) as Conflict[]
  const mine = values as Record<string, unknown>
  return conflicts.map((c) => ({ field: c.field, mine: mine[c.field] ?? c.yours, theirs: c.theirs }))
}
