import type { Money } from '@guildhall/api'
import { describe, expect, it } from 'vitest'
import { tendersOf } from '@guildhall/ui'
import { basketOf, emptyLine, milliOf, quantityText, wrongLines } from '@/features/checkout/basket'

const yuan = (amount: number) => ({ minor: amount * 100, currency: 'CNY' })

describe('a basket', () => {
  it('is sent when every priced line has a quantity', () => {
    const of = { member: '', store: 's-1', points: 0, stored: undefined, cashback: undefined, coupons: [], benefit: '' }
    const line = { product: ' 茶 ', category: '', quantity: '1.5', amount: yuan(3) }
    expect(basketOf(of, [line])).toEqual({
      store: 's-1',
      lines: [{ product: '茶', quantityMilli: 1500, amount: yuan(3) }],
    })
    expect(basketOf(of, [{ ...line, quantity: 'x' }])).toBeUndefined()
    expect(basketOf(of, [{ ...line, amount: undefined }])).toBeUndefined()
    expect(basketOf(of, [line, { ...line, amount: { minor: Number.NaN, currency: 'CNY' } }])).toBeUndefined()
    expect(basketOf({ ...of, store: '' }, [line])).toBeUndefined()
  })

  it('shows what is wrong with a line where the line is', () => {
    const of = (amount: Money | undefined) => ({ ...emptyLine(), amount })
    const drafts = [of(undefined), of(yuan(3)), of(undefined), of(yuan(-5))]
    const fields = [
      { field: 'lines[1].amount', text: '不能为负。' },
      { field: 'lines[1].quantityMilli', text: '须大于零。' },
      { field: 'lines[7].amount', text: '不见了' },
      { field: 'store', text: '别处' },
    ]
    expect(wrongLines(fields, drafts)).toEqual({ 3: '不能为负。 须大于零。' })
  })

  it('is paid in one way with all that is due, in several with what each says', () => {
    const row = { method: 'cash' as const, amount: undefined, reference: ' r ' }
    expect(tendersOf(yuan(5), [row])).toEqual([{ method: 'cash', amount: yuan(5), reference: 'r' }])
    expect(tendersOf(yuan(0), [row])).toEqual([])
    expect(tendersOf(undefined, [row])).toBeUndefined()
    expect(tendersOf(yuan(5), [{ ...row, amount: yuan(2) }, row])).toBeUndefined()
  })

  it('reads quantities as people write them', () => {
    expect(['2', '0.5', '0', 'a', '1.2345'].map(milliOf)).toEqual([2000, 500, undefined, undefined, undefined])
    expect(quantityText(1500)).toBe('1.5')
  })
})
