import { amountText, ensureMessages, parseAmount, setLocale } from '@guildhall/i18n'
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import { check } from '@/features/policies/check'
import DraftPanel from '@/features/policies/components/DraftPanel.vue'
import ObjectEditor from '@/features/policies/components/ObjectEditor.vue'
import { asVariant, blankItem, blankRecord, copyOf, moved } from '@/features/policies/form'
import type { FormField, JsonObject, PolicyDetail, PolicyForm } from '@/features/policies/types'
import { registerFeatureMessages } from '@/modules/registry'
import { mounted } from '../../../packages/ui/test/mounting'
import { logInAs } from './staff'

const field = (name: string, shape: FormField['shape'], more: Partial<FormField> = {}): FormField => ({
  name,
  shape,
  required: true,
  options: [],
  ...more,
})
const record = (...fields: FormField[]) => ({ fields, variants: {} })
const form: PolicyForm = {
  root: 'EarningPolicy',
  types: {
    EarningPolicy: record(
      field('rules', 'list', { longest: 3, items: field('', 'object', { type: 'EarningRule' }) }),
      field('stacking', 'enum', { options: ['MULTIPLY', 'BEST'] }),
      field('cap', 'integer', { required: false, min: 0 }),
    ),
    EarningRule: record(
      field('code', 'text', { longest: 60 }),
      field('when', 'list', { items: field('', 'object', { type: 'Condition' }) }),
      field('effect', 'object', { type: 'Effect' }),
    ),
    Condition: {
      fields: [],
      discriminator: 'kind',
      variants: { amount: 'Condition.AmountBetween', 'first-purchase': 'Condition.FirstPurchase' },
    },
    'Condition.AmountBetween': record(field('atLeast', 'money', { required: false })),
    'Condition.FirstPurchase': record(),
    Effect: {
      fields: [],
      discriminator: 'kind',
      variants: { 'points-per-money': 'Effect.PointsPerMoney', 'growth-per-money': 'Effect.GrowthPerMoney' },
    },
    'Effect.PointsPerMoney': record(field('perUnit', 'decimal', { min: 0, max: 1000 })),
    'Effect.GrowthPerMoney': record(field('perUnit', 'decimal', { min: 0, max: 1000 })),
  },
}
const rule = (code: string, perUnit = 1): JsonObject => ({
  code,
  when: [],
  effect: { kind: 'points-per-money', perUnit },
})
const policy = (...rules: JsonObject[]): JsonObject => ({ rules, stacking: 'MULTIPLY' })

beforeEach(async () => {
  document.body.replaceChildren()
  registerFeatureMessages()
  await setLocale('zh-CN', false)
  await ensureMessages('policies')
})
afterEach(() => vi.unstubAllGlobals())

describe('the form of a policy', () => {
  it('makes new items with the least their shape needs, optional fields left out', () => {
    expect(blankItem(form, form.types.EarningPolicy!.fields[0]!)).toEqual({
      code: '',
      when: [],
      effect: { kind: 'points-per-money', perUnit: 0 },
    })
    expect(blankRecord(form, 'EarningPolicy')).toEqual({ rules: [], stacking: 'MULTIPLY' })
  })

  it('keeps a value when the kind of effect changes and both have the field', () => {
    const effect = { kind: 'points-per-money', perUnit: 2.5 }
    expect(asVariant(form, 'Effect', effect, 'growth-per-money')).toEqual({ kind: 'growth-per-money', perUnit: 2.5 })
    expect(
      asVariant(form, 'Condition', { kind: 'amount', atLeast: { minor: 1, currency: 'CNY' } }, 'first-purchase'),
    ).toEqual({ kind: 'first-purchase' })
  })

  it('moves items within the list and never out of it', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b'])
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
  })

  it('copies an item under a code that is free', () => {
    expect(copyOf(rule('base'), [rule('base'), rule('base-2')])).toMatchObject({ code: 'base-3' })
  })
})

describe('the check before sending', () => {
  it('names each broken field by the path the server would name', () => {
    const body = policy(rule(''), rule('far', 2000))
    expect(check(form, { ...body, cap: -1 })).toEqual([
      { field: 'rules[0].code', rule: 'required', facts: {} },
      { field: 'rules[1].effect.perUnit', rule: 'at-most', facts: { most: 1000 } },
      { field: 'cap', rule: 'at-least', facts: { least: 0 } },
    ])
  })

  it('refuses an amount that can not be read, optional or not', () => {
    const atLeast = { minor: Number.NaN, currency: 'CNY' }
    const body = policy({ ...rule('base'), when: [{ kind: 'amount', atLeast }] })
    expect(check(form, body)).toEqual([{ field: 'rules[0].when[0].atLeast', rule: 'amount-of-money', facts: {} }])
  })

  it('does not ask for what is optional', () => {
    expect(check(form, policy(rule('base')))).toEqual([])
  })
})

describe('amounts', () => {
  it('move between text and minor units digit by digit', () => {
    expect(parseAmount('90071992547409.91', 'CNY')).toBe(9007199254740991)
    expect(parseAmount('0.1', 'CNY')).toBe(10)
    expect(parseAmount('12', 'JPY')).toBe(12)
    expect(amountText(-5, 'CNY')).toBe('-0.05')
  })

  it('with too many decimals or letters are none', () => {
    expect(parseAmount('1.005', 'CNY')).toBeUndefined()
    expect(parseAmount('1.5', 'JPY')).toBeUndefined()
    expect(parseAmount('12块', 'CNY')).toBeUndefined()
  })
})

describe('the editor', () => {
  it('adds a rule, composes its condition and shows an error at its field', async () => {
    const wrapper = await mounted(ObjectEditor as Component, {
      props: {
        form,
        type: 'EarningPolicy',
        value: policy(rule('base')),
        path: '',
        errors: { 'rules[0].code': '不行' },
      },
    })
    expect(wrapper.find('[data-field="rules[0].code"]').attributes('aria-invalid')).toBe('true')
    expect(wrapper.text()).toContain('不行')
    const add = wrapper.findAll('button').find((button) => button.text() === '添加条件')!
    await add.trigger('click')
    const [next] = wrapper.emitted('change')!.at(-1) as [JsonObject]
    expect(next).toEqual(policy({ ...rule('base'), when: [{ kind: 'amount' }] }))
  })
})

describe('a row of the authority table', () => {
  const table: PolicyForm = {
    root: 'ApprovalPolicy',
    types: { 'ApprovalPolicy.Row': record(field('act', 'text'), field('from', 'integer', { min: 0 })) },
  }
  const shown = (act: string) =>
    mounted(ObjectEditor as Component, {
      props: {
        form: table,
        type: 'ApprovalPolicy.Row',
        value: { act, from: 500_000 },
        path: 'rows[0]',
        errors: {},
      },
    })

  it('writes the size of an act of money in yuan and keeps it in fen', async () => {
    const editor = await shown('cashback.payout')
    const from = editor.find('input[inputmode="decimal"]')
    expect((from.element as HTMLInputElement).value).toBe('5000.00')
    await from.setValue('6000')
    await from.trigger('change')
    expect(editor.emitted('change')?.at(-1)).toEqual([{ act: 'cashback.payout', from: 600_000 }])
  })

  it('writes the size of others as it is', async () => {
    const editor = await shown('adjustments.points')
    expect((editor.find('input[type="number"]').element as HTMLInputElement).value).toBe('500000')
  })
})

describe('a draft', () => {
  const detail = (revision?: number): PolicyDetail => ({
    summary: {
      kind: 'loyalty.earning',
      module: 'loyalty',
      clause: '4.1',
      version: 0,
      effectiveFrom: '1970-01-01',
      upcoming: 0,
      previewable: true,
    },
    form,
    versions: [
      {
        kind: 'loyalty.earning',
        version: 0,
        state: 'in-force',
        effectiveFrom: '1970-01-01',
        clause: '4.1',
        body: policy(rule('base')),
      },
    ],
    ...(revision === undefined
      ? {}
      : {
          draft: {
            id: 'd',
            kind: 'loyalty.earning',
            revision,
            basedOn: 0,
            body: policy(rule('base', 2)),
            differences: [{ path: 'rules[base].effect.perUnit', from: 1, to: 2 }],
            editedBy: 'staff:s',
            editorName: '何运营',
            editedAt: '2026-03-02T02:00:00Z',
          },
        }),
  })
  const staff = (...permissions: string[]) => logInAs('ops', ...permissions)

  it('begins with what is in force and is saved against the revision it was edited from', async () => {
    staff('policies.draft')
    const sent: unknown[] = []
    vi.stubGlobal('fetch', async (call: Request) => {
      if (call.method === 'PUT') sent.push(await call.json())
      return Response.json({})
    })
    const wrapper = await mounted(DraftPanel as Component, { props: { detail: detail() } })
    const save = () => wrapper.findAll('button').find((button) => button.text() === '保存草稿')!
    expect(save().attributes('disabled')).toBeDefined()
    await wrapper.find('[data-field="rules[0].effect.perUnit"]').setValue('3')
    await save().trigger('click')
    await flushPromises()
    expect(sent).toEqual([{ body: policy(rule('base', 3)), expectedRevision: 0 }])
  })

  it('does not offer to publish without the right to', async () => {
    staff('policies.draft')
    const wrapper = await mounted(DraftPanel as Component, { props: { detail: detail(1) } })
    expect(wrapper.text()).not.toContain('发布…')
    staff('policies.draft', 'policies.publish')
    await flushPromises()
    expect(wrapper.text()).toContain('发布…')
  })

  it('says who was faster and lets a person choose between both drafts', async () => {
    staff('policies.draft')
    vi.stubGlobal('fetch', async () =>
      Response.json(
        { code: 'policies.stale-draft', detail: '草稿已被修改', facts: { expected: 1, actual: 4, editor: '陈经理' } },
        { status: 409 },
      ),
    )
    const wrapper = await mounted(DraftPanel as Component, { props: { detail: detail(1) } })
    await wrapper.find('[data-field="rules[0].effect.perUnit"]').setValue('3')
    await wrapper
      .findAll('button')
      .find((button) => button.text() === '保存草稿')!
      .trigger('click')
    await flushPromises()
    const row = wrapper.find('[data-conflict="rules[0].effect.perUnit"]')
    expect(row.text()).toContain('积分规则 › 第 1 项 › 效果 › 每元积分')
    expect(row.findAll('label').map((label) => label.text())).toEqual(['2', '3'])
    expect(wrapper.find('[role=alert]').text()).toContain('采用对方的草稿')
    expect(wrapper.findAll('[data-conflict]')).toHaveLength(1)
  })

  it('keeps what is typed when somebody else saves meanwhile, and saves it from where it began', async () => {
    staff('policies.draft')
    const sent: unknown[] = []
    vi.stubGlobal('fetch', async (call: Request) => {
      if (call.method === 'PUT') sent.push(((await call.json()) as { expectedRevision: number }).expectedRevision)
      return Response.json({})
    })
    const wrapper = await mounted(DraftPanel as Component, { props: { detail: detail(1) } })
    await wrapper.setProps({ detail: detail(2) })
    const perUnit = wrapper.find<HTMLInputElement>('[data-field="rules[0].effect.perUnit"]')
    await perUnit.setValue('7')
    await wrapper.setProps({ detail: detail(3) })
    expect(perUnit.element.value).toBe('7')
    await wrapper
      .findAll('button')
      .find((button) => button.text() === '保存草稿')!
      .trigger('click')
    await flushPromises()
    expect(sent).toEqual([2])
  })

  it('names what differs in the words of the editor', async () => {
    staff('policies.draft')
    const wrapper = await mounted(DraftPanel as Component, { props: { detail: detail(1) } })
    expect(wrapper.find('[data-difference="rules[base].effect.perUnit"]').text()).toContain(
      '积分规则 › base › 效果 › 每元积分',
    )
  })
})
