import { ensureMessages, setLocale } from '@guildhall/i18n'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Component } from 'vue'
import { check } from '@/features/policies/check'
import ObjectEditor from '@/features/policies/components/ObjectEditor.vue'
import { fieldsOf, settled } from '@/features/policies/form'
import type { FormField, JsonObject, PolicyForm } from '@/features/policies/types'
import { registerFeatureMessages } from '@/modules/registry'
import { mounted } from '../../../packages/ui/test/mounting'

const field = (name: string, shape: FormField['shape'], more: Partial<FormField> = {}): FormField => ({
  name,
  shape,
  required: true,
  options: [],
  ...more,
})
const record = (...fields: FormField[]) => ({ fields, variants: {} })
const ladder: PolicyForm = {
  root: 'TiersPolicy',
  types: {
    TiersPolicy: record(
      field('measure', 'enum', { options: ['SPEND', 'FORMULA'] }),
      field('formula', 'list', { required: false, items: field('', 'object', { type: 'TiersPolicy.Term' }) }),
    ),
    'TiersPolicy.Term': record(
      field('measure', 'enum', { options: ['SPEND', 'VISITS'] }),
      field('weight', 'decimal', { min: 0 }),
    ),
  },
}

beforeEach(async () => {
  document.body.replaceChildren()
  registerFeatureMessages()
  await setLocale('zh-CN', false)
  await ensureMessages('policies')
})

describe('the formula of a ladder', () => {
  const names = (values: JsonObject) => fieldsOf('TiersPolicy', ladder.types.TiersPolicy!, values).map((f) => f.name)

  it('is there for the measure that needs it alone, begun with one term', async () => {
    expect(names({ measure: 'SPEND' })).toEqual(['measure'])
    expect(names({ measure: 'FORMULA' })).toEqual(['measure', 'formula'])
    const wrapper = await mounted(ObjectEditor as Component, {
      props: { form: ladder, type: 'TiersPolicy', value: { measure: 'SPEND' }, path: '', errors: {} },
    })
    await wrapper.get('select').setValue('FORMULA')
    const [begun] = wrapper.emitted('change')!.at(-1) as [JsonObject]
    expect(begun).toEqual({ measure: 'FORMULA', formula: [{ measure: 'SPEND', weight: 0 }] })
    await wrapper.setProps({ value: begun })
    expect(wrapper.text()).toContain('公式')
    expect(wrapper.text()).toContain('权重')
    expect(settled(ladder, 'TiersPolicy', { ...begun, measure: 'SPEND' }, 'measure')).toEqual({
      measure: 'SPEND',
    })
  })

  it('is asked for before sending', () => {
    expect(check(ladder, { measure: 'FORMULA' })).toEqual([{ field: 'formula', rule: 'required', facts: {} }])
    expect(check(ladder, { measure: 'SPEND' })).toEqual([])
  })
})
