import { describe, expect, it } from 'vitest'
import { conflictsOf, merged } from '@/features/policies/merge'
import type { JsonObject } from '@/features/policies/types'

const money = (minor: number) => ({ minor, currency: 'CNY' })
const theirs: JsonObject = {
  ladder: [
    { code: 'silver', threshold: 1000 },
    { code: 'gold', threshold: 6000 },
  ],
  measure: 'GROWTH',
  window: { type: 'rolling', months: 12 },
  cap: money(500),
  days: [1, 2],
}

describe('two drafts of one policy', () => {
  it('differ field by field, money and other kinds of a choice as a whole', () => {
    const mine: JsonObject = {
      ...theirs,
      ladder: [
        { code: 'silver', threshold: 1000 },
        { code: 'gold', threshold: 5000 },
      ],
      window: { type: 'year', start: 1 },
      cap: money(700),
      days: [1],
    }
    expect(conflictsOf(theirs, mine).map((one) => one.path)).toEqual(['ladder[1].threshold', 'window', 'cap', 'days'])
    expect(conflictsOf(theirs, JSON.parse(JSON.stringify(theirs)) as JsonObject)).toEqual([])
  })

  it('differ as a whole where a list grew, since its items have no place to be compared at', () => {
    const mine = { ...theirs, ladder: [...(theirs.ladder as JsonObject[]), { code: 'black', threshold: 9000 }] }
    expect(conflictsOf(theirs, mine).map((one) => one.path)).toEqual(['ladder'])
  })

  it('become one with theirs where theirs is chosen and mine everywhere else', () => {
    const mine: JsonObject = { ...theirs, measure: 'SPEND', cap: money(700), note: 'mine' }
    const conflicts = conflictsOf(theirs, mine)
    expect(merged(mine, conflicts, new Set(['cap', 'note']))).toEqual({ ...theirs, measure: 'SPEND' })
    expect(merged(mine, conflicts, new Set())).toEqual(mine)
    expect(mine.cap).toEqual(money(700))
  })
})
