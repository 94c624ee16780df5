import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { request } from './client'
import { queryText } from './query'
import type { components } from './schema'
import type { Page } from './shell'
import { can } from './who'

export type UnitName = Pick<components['schemas']['Unit'], 'id' | 'kind' | 'code' | 'name' | 'parent'>
export type StaffName = Pick<components['schemas']['StaffMember'], 'id' | 'name' | 'username'>

const MINUTES_5 = 300_000

/** The organisation's units by id, for names beside their ids; empty where the reader may not see them. */
export function useUnits() {
  const query = useQuery({
    queryKey: ['units', 'names'],
    queryFn: () => request<UnitName[]>('GET', '/api/units'),
    enabled: computed(() => can('access.units-read')),
    staleTime: MINUTES_5,
  })
  const units = computed(() => query.data.value ?? [])
  const byId = computed(() => new Map(units.value.map((unit) => [unit.id, unit])))
  return {
    units,
    stores: computed(() => units.value.filter((unit) => unit.kind === 'store')),
    unitName: (id: string | undefined) => (id === undefined ? '' : (byId.value.get(id)?.name ?? '')),
  }
}

const PAGE = 200
const MOST_PAGES = 50

/** Everybody, page after page. */
async function allStaff(): Promise<StaffName[]> {
  const staff: StaffName[] = []
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const found = await request<Page<StaffName>>('GET', `/api/staff?${queryText({ limit: PAGE, cursor })}`)
    staff.push(...found.items)
    cursor = found.next
    if (cursor === undefined) break
  }
  return staff
}

/** The staff by id, for names beside their ids; empty where the reader may not see them. */
export function useStaffNames() {
  const query = useQuery({
    queryKey: ['staff', 'names'],
    queryFn: allStaff,
    enabled: computed(() => can('access.staff-read')),
    staleTime: MINUTES_5,
  })
  const staff = computed(() => query.data.value ?? [])
  const byId = computed(() => new Map(staff.value.map((person) => [person.id, person])))
  return {
    staff,
    staffName: (id: string | undefined) => (id === undefined ? '' : (byId.value.get(id)?.name ?? '')),
  }
}
