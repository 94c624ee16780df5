import { birthdayOf, keyOf } from './birthday'
import type { MemberField, MemberKind, MemberProfile, MemberView } from '../types'

/** A member as the form holds it: every value a string, empty when not given. */
export interface MemberDraft {
  kind: MemberKind
  name: string
  mobile: string
  email: string
  gender: string
  birthday: string
  homeUnit: string
  adviser: string
}

/** A masked value is not put into the form: what is left empty there stays as it is. */
export function draftOf(member: MemberView | undefined): MemberDraft {
  const profile = member?.profile ?? {}
  const shown = (field: MemberField, value: string | undefined) => (member?.masked.includes(field) ? '' : (value ?? ''))
  return {
    kind: member?.kind ?? 'PERSON',
    name: shown('NAME', profile.name),
    mobile: shown('MOBILE', profile.mobile),
    email: shown('EMAIL', profile.email),
    gender: profile.gender ?? '',
    birthday: shown('BIRTHDAY', keyOf(profile.birthday)),
    homeUnit: member?.homeUnit ?? '',
    adviser: member?.adviser ?? '',
  }
}

const given = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== undefined))

/** The personal values given; what is empty is left out. */
export function profileOf(draft: MemberDraft): MemberProfile {
  const person = draft.kind === 'PERSON'
  return given({
    name: draft.name.trim(),
    mobile: draft.mobile.trim(),
    email: draft.email.trim(),
    gender: person ? draft.gender : '',
    birthday: person ? birthdayOf(draft.birthday) : undefined,
  })
}

/** The command that enters a member. */
export function commandOf(draft: MemberDraft): object {
  return given({
    kind: draft.kind,
    homeUnit: draft.homeUnit,
    adviser: draft.adviser,
    profile: profileOf(draft),
  })
}

const FIELDS: [keyof MemberDraft, MemberField][] = [
  ['name', 'NAME'],
  ['mobile', 'MOBILE'],
  ['email', 'EMAIL'],
  ['gender', 'GENDER'],
  ['birthday', 'BIRTHDAY'],
]

/** Only what differs from the record: set values, and fields that were emptied. */
export function changeOf(member: MemberView, draft: MemberDraft, version = member.version): object {
  const before = draftOf(member)
  const set: Record<string, unknown> = {}
  const clear: MemberField[] = []
  for (const [key, field] of FIELDS) {
    const value = draft[key].trim()
    if (value === before[key]) continue
    if (value === '') clear.push(field)
    else set[key] = key === 'birthday' ? birthdayOf(value) : value
  }
  return { expectedVersion: version, set, ...(clear.length > 0 ? { clear } : {}) }
}
