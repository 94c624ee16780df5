import { expect, it } from 'vitest'
import type { UnitName } from '../src'
import { within } from '../src/reach'

const unit = (id: string, parent?: string): UnitName =>
  ({ id, kind: 'store', code: id, name: id, ...(parent && { parent }) }) as UnitName
const UNITS = [
  unit('hq'),
  unit('east', 'hq'),
  unit('west', 'hq'),
  unit('e1', 'east'),
  unit('e2', 'east'),
  unit('w1', 'west'),
]
const ids = (own: string[], everywhere = false) => within(UNITS, own, everywhere).map((one) => one.id)

it('a right of a region reaches the region and its stores, one of a store the store alone', () => {
  expect(ids(['east'])).toEqual(['east', 'e1', 'e2'])
  expect(ids(['w1'])).toEqual(['w1'])
  expect(ids(['e1', 'west'])).toEqual(['west', 'e1', 'w1'])
})

it('a right over everything reaches everything, and who holds no post reaches nothing', () => {
  expect(ids([], true)).toHaveLength(UNITS.length)
  expect(ids([])).toEqual([])
})
