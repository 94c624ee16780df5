import { computed } from 'vue'
import { useUnits, type UnitName } from './directory'
import { currentSession } from './who'

/** The units that a right reaches, as the server will judge: all of them, or one's own and what lies below. */
export function within(units: UnitName[], own: string[], everywhere: boolean): UnitName[] {
  if (everywhere) return units
  const parents = new Map(units.map((unit) => [unit.id, unit.parent]))
  const mine = (id: string | undefined): boolean => id !== undefined && (own.includes(id) || mine(parents.get(id)))
  return units.filter((unit) => mine(unit.id))
}

/** The units and stores that one may choose for an act that needs this right; all others would be refused. */
export function useReach(permission: string) {
  const { units } = useUnits()
  const reached = computed(() => {
    const grants = currentSession.value?.permissions.filter((grant) => grant.permission === permission) ?? []
    const own = currentSession.value?.posts.map((post) => post.unit) ?? []
    return within(
      units.value,
      own,
      grants.some((grant) => grant.scope === 'all'),
    )
  })
  return { units: reached, stores: computed(() => reached.value.filter((unit) => unit.kind === 'store')) }
}
