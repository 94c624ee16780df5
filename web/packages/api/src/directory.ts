import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { request } from './client'
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

/** The staff by id, for names beside their ids; empty where the reader may not see them. */
export function useStaffNames() {
  const query = useQuery({
    queryKey: ['staff', 'names'],
    queryFn: () => request<Page<StaffName>>('GET', '/api/staff?limit=200'),
    enabled: computed(() => can('access.staff-read')),
    staleTime: MINUTES_5,
  })
  const staff = computed(() => query.data.value?.items ?? [])
  const byId = computed(() => new Map(staff.value.map((person) => [person.id, person])))
  return {
    staff,
    staffName: (id: string | undefined) => (id === undefined ? '' : (byId.value.get(id)?.name ?? '')),
  }
}
