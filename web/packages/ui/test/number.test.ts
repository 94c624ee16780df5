import { parseNumber } from '@guildhall/i18n'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { reactive } from 'vue'
import NumberInput from '../src/form/NumberInput.vue'
import { useForm } from '../src/form/useForm'
import { mounted } from './mounting'

beforeEach(() => document.body.replaceChildren())

async function field(before?: number) {
  const held = reactive<{ count: number | undefined }>({ count: before })
  const app = await mounted(NumberInput, {
    props: {
      modelValue: held.count,
      'onUpdate:modelValue': (next: number | undefined) => {
        held.count = next
        void app.setProps({ modelValue: next })
      },
    },
  })
  return { app, held, input: app.find('input') }
}

describe('a number as it is typed', () => {
  it('is the number, or nothing where nothing is typed', async () => {
    const { held, input } = await field()
    await input.setValue('1,200')
    expect(held.count).toBe(1200)
    expect(input.element.value).toBe('1,200')
    await input.setValue(' ')
    expect(held.count).toBeUndefined()
  })

  it.each(['3人', '1.5', '1e3', '--', '３'])(
    '%s is neither a number nor nothing, and stays to be mended',
    async (text) => {
      const { held, input } = await field(2)
      await input.setValue(text)
      expect(held.count).toBeNaN()
      expect(input.element.value).toBe(text)
      expect(input.attributes('aria-invalid')).toBe('true')
      expect(input.attributes('title')).toContain('不是可识别的数字')
      await input.setValue('4')
      expect(held.count).toBe(4)
      expect(input.attributes('aria-invalid')).toBeUndefined()
    },
  )

  it('follows the form when that is emptied', async () => {
    const { app, input } = await field(2)
    expect(input.element.value).toBe('2')
    await input.setValue('two')
    await app.setProps({ modelValue: undefined })
    expect(input.element.value).toBe('')
  })

  it('has as many decimals as are asked for, and no more than a number holds', () => {
    expect(parseNumber('1.25', 2)).toBe(1.25)
    expect(parseNumber('-7')).toBe(-7)
    for (const text of ['1.255', '', '0x10', 'Infinity', '9999999999999999'])
      expect(parseNumber(text, 2), text).toBeUndefined()
  })
})

describe('a form with a number that can not be read', () => {
  it('is not sent, even where the number is optional or one among several', async () => {
    const send = vi.fn()
    const form = useForm(
      () => ({ guests: undefined as number | undefined, items: { tea: undefined as number | undefined } }),
      { items: () => undefined },
      send,
    )
    form.values.guests = Number.NaN
    expect(await form.submit()).toBe(false)
    expect(form.errors.guests).toContain('不是可识别的数字')
    form.values.guests = 2
    form.values.items.tea = Number.NaN
    expect(await form.submit()).toBe(false)
    expect(form.errors.items).toContain('不是可识别的数字')
    form.values.items.tea = undefined
    expect(await form.submit()).toBe(true)
    expect(send).toHaveBeenCalledOnce()
  })
})
