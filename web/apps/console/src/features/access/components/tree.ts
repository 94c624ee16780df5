import type { Unit } from '../types'

const ROOT = ''

export interface Placed {
  unit: Unit
  depth: number
}

/** The units as a list in which children follow their parent; one whose parent is not shown stands at the top. */
export function inTreeOrder(units: Unit[]): Placed[] {
  const known = new Set(units.map((unit) => unit.id))
  const children = new Map<string, Unit[]>()
  for (const unit of units) {
    const parent = unit.parent !== undefined && known.has(unit.parent) ? unit.parent : ROOT
    children.set(parent, [...(children.get(parent) ?? []), unit])
  }
  const placed: Placed[] = []
  const place = (parent: string, depth: number) => {
    for (const unit of children.get(parent) ?? []) {
      placed.push({ unit, depth })
      place(unit.id, depth + 1)
    }
  }
  place(ROOT, 0)
  return placed
}
