import { isConflict, ProblemError, useStale } from '@guildhall/api'
import { computed, ref, watch } from 'vue'
import { updateMember } from './queries'
import type { ContactPerson, DeliveryAddress, MemberField, MemberProfile, MemberView } from './types'

/** A person who speaks for an organisation, by what they are to it. */
export type Speaker = ContactPerson & { role: 'representatives' | 'contacts' }

/** A list in a member's profile; the server takes it as a whole. */
interface Part<E> {
  field: MemberField
  of: (profile: MemberProfile) => E[]
  /** The change that leaves the member with these entries. */
  change: (entries: E[]) => { set: Partial<MemberProfile>; clear?: MemberField[] }
}

export const DELIVERIES: Part<DeliveryAddress> = {
  field: 'DELIVERY_ADDRESSES',
  of: (profile) => profile.deliveryAddresses ?? [],
  change: (entries) =>
    entries.length === 0 ? { set: {}, clear: ['DELIVERY_ADDRESSES'] } : { set: { deliveryAddresses: entries } },
}

const ROLES = ['representatives', 'contacts'] as const

export const SPEAKERS: Part<Speaker> = {
  field: 'ORGANISATION',
  of: ({ organisation }) =>
    ROLES.flatMap((role) => (organisation?.[role] ?? []).map((person) => ({ ...person, role }))),
  change: (entries) => {
    const inRole = (wanted: Speaker['role']) =>
      entries
        .filter((entry) => entry.role === wanted)
        .map(({ name, title, mobile, email }) => ({ name, title, mobile, email }))
    return { set: { organisation: Object.fromEntries(ROLES.map((role) => [role, inRole(role)])) } }
  },
}

/** A mobile as people dial it at home: the country is left out where it is ours. */
export const dialled = (mobile: string | undefined) => mobile?.replace(/^\+86(?=1\d{10}$)/, '') ?? ''

interface Putting<E> {
  headers?: Record<string, string>
  /** What becomes of the entries beside the one that is put. */
  others?: (entry: E) => E
}

/** The entries of one part of a member: seen, revealed when masked, and changed one at a time. */
export function useEntries<E>(member: () => MemberView, part: Part<E>) {
  const stale = useStale('members')
  const revealed = ref<MemberProfile>()
  watch(
    () => [member().id, member().version],
    () => (revealed.value = undefined),
  )
  const masked = computed(() => revealed.value === undefined && member().masked.includes(part.field))
  const profile = computed<MemberProfile>(() => ({ ...member().profile, ...revealed.value }))
  const entries = computed(() => part.of(profile.value))

  /** Puts the entry in place of the one at the index, at the end when there is none, or takes that one out. */
  async function put(index: number | undefined, entry: E | undefined, options: Putting<E> = {}) {
    const next = entries.value.map((other) => options.others?.(other) ?? other)
    next.splice(index ?? next.length, 1, ...(entry === undefined ? [] : [entry]))
    const change = part.change(next)
    try {
      await updateMember(member().id, { expectedVersion: member().version, ...change }, options.headers ?? {})
    } catch (error) {
      // Two lists can't be put side by side field by field: the newer one is shown, and the act is done again on it.
      if (!(error instanceof ProblemError) || !isConflict(error)) throw error
      await stale()
      throw new ProblemError(error.status, { code: error.code, requestId: error.requestId })
    }
    await stale()
  }
  return { entries, masked, reveal: (values: MemberProfile) => (revealed.value = values), put }
}
