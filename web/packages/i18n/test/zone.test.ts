import { afterEach, expect, it } from 'vitest'
import { dayOf, endOfDay, formatDateTime, instantAt, readableDay, setBusinessZone, startOfDay } from '../src'

afterEach(() => setBusinessZone('Asia/Shanghai'))

it('a time typed is a time of the business zone, whichever it is', () => {
  expect(instantAt('2026-03-02T09:30')).toBe('2026-03-02T01:30:00.000Z')
  setBusinessZone('Asia/Tokyo')
  expect(instantAt('2026-03-02T09:30')).toBe('2026-03-02T00:30:00.000Z')
  expect(formatDateTime('2026-03-02T00:30:00Z')).toBe('2026-03-02 09:30')
  expect(dayOf('2026-03-01T15:00:00Z')).toBe('2026-03-02')
})

it('a business day ends where the next one begins, also when clocks are changed in between', () => {
  expect([startOfDay('2026-12-31'), endOfDay('2026-12-31')]).toEqual([
    '2026-12-30T16:00:00.000Z',
    '2026-12-31T16:00:00.000Z',
  ])
  setBusinessZone('Europe/Berlin')
  expect([startOfDay('2026-03-29'), endOfDay('2026-03-29')]).toEqual([
    '2026-03-28T23:00:00.000Z',
    '2026-03-29T22:00:00.000Z',
  ])
})

it('only a day is a day', () => {
  expect(['2026-02-28', '2026-02-30', 'x', undefined].map(readableDay)).toEqual([
    '2026-02-28',
    undefined,
    undefined,
    undefined,
  ])
})
