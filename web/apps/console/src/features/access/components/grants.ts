import type { Grant, ScopeLevel } from '../types'

export const SCOPES: ScopeLevel[] = ['own', 'group', 'branch', 'all']

/** Permissions gathered under their module, in the order of their codes. */
export function byModule(permissions: string[]): { module: string; permissions: string[] }[] {
  const groups = new Map<string, string[]>()
  for (const permission of permissions.toSorted()) {
    const module = permission.split('.')[0]!
    groups.set(module, [...(groups.get(module) ?? []), permission])
  }
  return [...groups].map(([module, list]) => ({ module, permissions: list }))
}

/** The grants with one permission set to a reach, or taken away. */
export function withGrant(grants: Grant[], permission: string, scope: ScopeLevel | ''): Grant[] {
  const others = grants.filter((grant) => grant.permission !== permission)
  return scope === '' ? others : [...others, { permission, scope }]
}
