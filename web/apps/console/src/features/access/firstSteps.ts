import { businessToday } from '@guildhall/i18n'
import type { Post, StaffMember, Unit } from './types'

export interface Step {
  key: 'units' | 'posts' | 'staff' | 'importers'
  done: boolean
  count: number
  /** Some of those it is about, where they have names worth reading. */
  names: string[]
}

const FEW = 3
const IMPORT = 'intake.import'

/** How far a company is: places besides the company itself, posts, colleagues, and somebody who may import members. */
export function stepsOf(units: Unit[], posts: Post[], staff: StaffMember[], day = businessToday()): Step[] {
  const places = units.filter((unit) => unit.kind !== 'company')
  const inUse = posts.filter((post) => !post.retired)
  const atWork = staff.filter((person) => person.leftOn === undefined || person.leftOn > day)
  const importing = new Set(
    inUse.filter((post) => post.grants.some((grant) => grant.permission === IMPORT)).map((post) => post.id),
  )
  const importers = atWork.filter((person) =>
    person.appointments.some(
      (held) => importing.has(held.post) && held.from <= day && (held.until === undefined || held.until > day),
    ),
  )
  const step = (key: Step['key'], found: { name?: string }[], least = 1): Step => ({
    key,
    done: found.length >= least,
    count: found.length,
    names: found.slice(0, FEW).map((one) => one.name ?? ''),
  })
  return [step('units', places), step('posts', inUse), step('staff', atWork, 2), step('importers', importers)]
}
