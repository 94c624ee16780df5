import { describe, expect, it } from 'vitest'
import type { AttributeDefinition } from '@/features/members/attributes'
import { detailsChange, detailsOf } from '@/features/members/components/details'
import { changesOf } from '@/features/members/components/timeline'
import type { MemberView, TimelineEntry } from '@/features/members/types'

const attribute = (code: string, type: AttributeDefinition['type']): AttributeDefinition => ({
  code,
  type,
  label: { 'zh-CN': code },
  choices: [],
  personal: false,
  position: 0,
  retired: false,
})
const attributes = [attribute('shoe', 'NUMBER'), attribute('vip', 'BOOLEAN')]
const person = {
  kind: 'PERSON',
  version: 4,
  masked: ['DOCUMENT'],
  profile: {
    document: { kind: 'RESIDENT_ID', number: '9900**********307X' },
    address: { regionCode: '310104', line: '漕溪北路 88 号' },
    preferences: { remark: '喜欢绿茶', interests: ['茶'] },
    attributes: { shoe: 41, vip: true },
  },
} as unknown as MemberView
const changed = (edit: Record<string, string>) =>
  detailsChange(person, { ...detailsOf(person, attributes), ...edit }, attributes)

describe('the further values of a member', () => {
  it('that nobody touched are not sent', () => {
    expect(changed({})).toEqual({ expectedVersion: 4, set: {} })
  })

  it('that are masked are not in the form, and stay when it is left empty', () => {
    expect(detailsOf(person, attributes)['document.number']).toBe('')
    expect(changed({ 'document.kind': 'PASSPORT' })).toEqual({ expectedVersion: 4, set: {} })
    expect(changed({ 'document.kind': 'PASSPORT', 'document.number': 'E123' })).toMatchObject({
      set: { document: { kind: 'PASSPORT', number: 'E123' } },
    })
  })

  it('are sent one by one: what the form does not show, or shows masked, stays', () => {
    expect(changed({ 'preferences.remark': '改喝红茶' })).toMatchObject({
      set: { preferences: { remark: '改喝红茶' } },
    })
    const masked = { ...person, masked: ['ADDRESS'] } as MemberView
    expect(detailsOf(masked, attributes)['address.line']).toBe('')
    const draft = { ...detailsOf(masked, attributes), 'address.postcode': '200030' }
    expect(detailsChange(masked, draft, attributes)).toEqual({
      expectedVersion: 4,
      set: { address: { postcode: '200030' } },
    })
  })

  it('that were emptied are cleared by name', () => {
    expect(changed({ 'address.regionCode': '', 'address.line': '漕溪北路 90 号' })).toEqual({
      expectedVersion: 4,
      set: { address: { line: '漕溪北路 90 号' } },
      clearParts: ['address.regionCode'],
    })
  })

  it('of the house are sent as their types; one that was emptied goes without the others', () => {
    expect(changed({ 'attributes.shoe': '42.5' })).toEqual({ expectedVersion: 4, set: { attributes: { shoe: 42.5 } } })
    expect(changed({ 'attributes.shoe': '' })).toEqual({
      expectedVersion: 4,
      set: {},
      clearParts: ['attributes.shoe'],
    })
  })
})

describe('what was changed of a member', () => {
  const change = (before: unknown, after: unknown) =>
    changesOf({ facts: { values: [{ path: 'address', before, after }] } } as unknown as TimelineEntry)[0]

  it('reads as people write it, without codes and braces', () => {
    expect(change(undefined, '{"regionCode":"310104","line":"漕溪北路 88 号","postcode":"200030"}')).toEqual({
      field: 'address',
      from: '',
      to: '漕溪北路 88 号 200030',
    })
    expect(change('{"calendar":"SOLAR","year":1990,"month":3,"day":7}', { month: 3, day: 8 })).toMatchObject({
      from: '1990-3-7',
      to: '3-8',
    })
    expect(change('{甲}', ['茶', '酒'])).toMatchObject({ from: ' {甲}', to: '茶、酒' })
  })
})
