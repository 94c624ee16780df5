import { describe, expect, it } from 'vitest'
import { benefitComplete, detailsOf, draftOf, forgetUnreadable, linesOf } from '../src/features/coupons/edit'
import type { BatchDetails, Benefit } from '../src/features/coupons/types'

const yuan = (n: number) => ({ minor: n * 100, currency: 'CNY' })

const details = (benefit: Benefit): BatchDetails => ({
  code: 'WELCOME-20',
  name: '入会礼',
  benefit,
  validity: { kind: 'days-from-issue', days: 30 },
  stores: ['s-1'],
  categories: ['茶'],
  products: ['龙井', '碧螺春'],
  quantity: 100,
  limitPerMember: 2,
  transfers: 1,
  exclusive: true,
  place: 3,
})

const BENEFITS: Benefit[] = [
  { kind: 'cash', amount: yuan(20), floor: yuan(100) },
  { kind: 'discount', percent: 12.5, ceiling: yuan(50) },
  {
    kind: 'full-reduction',
    steps: [
      { over: yuan(200), off: yuan(20) },
      { over: yuan(300), off: yuan(40) },
    ],
  },
  { kind: 'gift', item: '杯垫' },
]

describe('the editor of a batch', () => {
  it.each(BENEFITS)('gives back what it was given: $kind', (benefit) => {
    const draft = draftOf(details(benefit))
    expect(benefitComplete(draft)).toBe(true)
    expect(detailsOf(draft)).toEqual(details(benefit))
  })

  it('keeps fixed days and leaves out what is not said', () => {
    const fixed: ReturnType<typeof details> = {
      ...details(BENEFITS[0]!),
      validity: { kind: 'fixed-days', from: '2026-03-01', to: '2026-03-31' },
    }
    delete fixed.limitPerMember
    expect(detailsOf(draftOf(fixed))).toEqual(fixed)
  })

  it('forgets what can not be read with the kind that asked for it, and nothing else', () => {
    const unreadable = { minor: Number.NaN, currency: 'CNY' }
    const draft = { ...draftOf(), amount: { minor: 100, currency: 'CNY' }, floor: unreadable, ceiling: unreadable }
    draft.steps = [{ over: unreadable, off: undefined }]
    forgetUnreadable(draft)
    expect([draft.amount?.minor, draft.floor, draft.ceiling, draft.steps]).toEqual([
      100,
      undefined,
      undefined,
      [{ over: undefined, off: undefined }],
    ])
  })

  it('is not complete while its kind lacks something', () => {
    const empty = draftOf()
    for (const { kind } of BENEFITS) expect(benefitComplete({ ...empty, kind })).toBe(false)
    expect(benefitComplete({ ...empty, kind: 'discount', percent: '0' })).toBe(false)
    expect(benefitComplete({ ...empty, kind: 'cash', amount: yuan(0) })).toBe(false)
  })

  it('reads lists line by line', () => {
    expect(linesOf(' 茶 \n\n 烟\n')).toEqual(['茶', '烟'])
  })
})
