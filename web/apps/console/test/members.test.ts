import { describe, expect, it } from 'vitest'
import { birthdayOf } from '@/features/members/components/birthday'
import { changeOf, commandOf, draftOf } from '@/features/members/components/draft'
import { selectedQuery } from '@/features/members/components/bulk'
import { byDay } from '@/features/members/components/timeline'
import { filterOf } from '@/features/members/filters'
import { valuesOf } from '@/features/members/savedFilters'
import type { MemberColumn, MemberView, TimelineEntry } from '@/features/members/types'

const tier: MemberColumn = {
  code: 'loyalty.tier',
  type: 'CHOICE',
  choices: ['silver', 'gold'],
  filterable: true,
  sortable: true,
}
const points: MemberColumn = { code: 'loyalty.points', type: 'NUMBER', choices: [], filterable: true, sortable: true }

describe('the chips of the member list', () => {
  it('mean every member when there are none', () => {
    expect(filterOf({}, [tier])).toBeUndefined()
  })

  it('stand alone when there is one', () => {
    expect(filterOf({ status: 'ACTIVE,EXPIRED' }, [])).toEqual({ type: 'status', in: ['ACTIVE', 'EXPIRED'] })
  })

  it('all have to hold when there are several, also those of other modules', () => {
    expect(filterOf({ adviser: 'none', 'loyalty.tier': 'gold', 'loyalty.points': '100..' }, [tier, points])).toEqual({
      type: 'all',
      of: [
        { type: 'adviser', in: [] },
        { type: 'column', code: 'loyalty.tier', test: 'IN', values: ['gold'] },
        { type: 'column', code: 'loyalty.points', test: 'AT_LEAST', values: ['100'] },
      ],
    })
  })

  it('of stores and none mean either, and so for advisers', () => {
    const filter = {
      type: 'any',
      of: [
        { type: 'home', in: ['s-1'] },
        { type: 'home', in: [] },
      ],
    } as const
    expect(filterOf({ home: 's-1,none' }, [])).toEqual(filter)
    expect(filterOf({ adviser: 'none,a-1' }, [])).toMatchObject({ type: 'any', of: [{ in: ['a-1'] }, { in: [] }] })
    expect(valuesOf({ filter: filterOf({ home: 's-1,none' }, [])! })).toEqual({ home: 's-1,none' })
  })

  it('leave an open end of a range out', () => {
    expect(filterOf({ joined: '2026-01-01..' }, [])).toEqual({ type: 'joined', from: '2026-01-01' })
  })
})

describe('a saved view', () => {
  const values = {
    status: 'ACTIVE',
    home: 'none',
    joined: '2026-01-01..',
    birthday: '3,4',
    mobile: 'unknown',
    'loyalty.tier': 'silver,gold',
    'loyalty.points': '100..500',
  }

  it('shows again the chips it was made from', () => {
    expect(valuesOf({ filter: filterOf(values, [tier, points])! })).toEqual(values)
  })

  it('of conditions that chips cannot show is left out', () => {
    expect(valuesOf({ filter: { type: 'any', of: [] } })).toBeUndefined()
  })
})

describe('a bulk act', () => {
  const query = { text: '王', filter: { type: 'status' as const, in: ['ACTIVE' as const] }, sort: 'name' }

  it('meets the members picked one by one, whatever the filter says now', () => {
    expect(selectedQuery(query, { all: false, ids: ['1'] })).toEqual({ filter: { type: 'ids', in: ['1'] } })
  })

  it('meets all that the query finds but those left out', () => {
    expect(selectedQuery(query, { all: true, ids: ['1'] })).toEqual({
      text: '王',
      filter: { type: 'all', of: [query.filter, { type: 'not', of: { type: 'ids', in: ['1'] } }] },
    })
  })
})

const member = {
  id: '1',
  kind: 'PERSON',
  version: 7,
  masked: ['MOBILE'],
  profile: { name: '林晓雯', mobile: '138****8000', email: 'lin@example.com' },
} as unknown as MemberView

describe('the form of a member', () => {
  it('never sends a masked value back', () => {
    expect(changeOf(member, draftOf(member))).toEqual({ expectedVersion: 7, set: {} })
  })

  it('sends only what was changed, and names what was emptied', () => {
    const draft = { ...draftOf(member), name: '林小雯', email: '', birthday: 'SOLAR 1990-2-3' }
    expect(changeOf(member, draft)).toEqual({
      expectedVersion: 7,
      set: { name: '林小雯', birthday: { calendar: 'SOLAR', year: 1990, month: 2, day: 3, leapMonth: false } },
      clear: ['EMAIL'],
    })
  })

  it('keeps a birthday by its calendar, with or without a year, and knows one that is not whole', () => {
    const birthday = { calendar: 'LUNAR', month: 5, day: 21, leapMonth: true } as const
    const lunar = { ...member, profile: { birthday } } as unknown as MemberView
    expect(draftOf(lunar).birthday).toBe('LUNAR -5-21 leap')
    expect(changeOf(lunar, draftOf(lunar))).toEqual({ expectedVersion: 7, set: {} })
    expect(birthdayOf('LUNAR -5-21 leap')).toEqual(birthday)
    expect(birthdayOf('SOLAR 1990-2-')).toBeUndefined()
  })

  it('leaves out of a new member what was not given', () => {
    const draft = { ...draftOf(undefined), name: ' 王芳 ' }
    expect(commandOf(draft)).toEqual({ kind: 'PERSON', profile: { name: '王芳' } })
  })
})

it('the timeline groups by the business day, not by the day in UTC', () => {
  const at = (occurredAt: string) => ({ id: occurredAt, occurredAt }) as TimelineEntry
  const days = byDay([at('2026-03-02T16:30:00Z'), at('2026-03-02T15:30:00Z'), at('2026-03-02T01:00:00Z')])
  expect(days.map((day) => [day.day, day.entries.length])).toEqual([
    ['2026-03-03', 1],
    ['2026-03-02', 2],
  ])
})
