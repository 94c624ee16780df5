import type { Money } from '@guildhall/api'
import { holdsUnreadable } from '@guildhall/i18n'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick, reactive } from 'vue'
import MoneyInput from '../src/form/MoneyInput.vue'
import { useForm } from '../src/form/useForm'
import { mounted } from './mounting'

beforeEach(() => document.body.replaceChildren())

async function field(before?: Money) {
  const held = reactive<{ amount: Money | undefined }>({ amount: before })
  const app = await mounted(MoneyInput, {
    props: {
      modelValue: held.amount,
      'onUpdate:modelValue': (next: Money | undefined) => {
        held.amount = next
        void app.setProps({ modelValue: next })
      },
    },
  })
  const input = app.find('input')
  const type = async (text: string) => {
    await input.setValue(text)
    await input.trigger('change')
  }
  return { app, held, input, type }
}

describe('an amount as it is typed', () => {
  it('is the amount, or nothing where nothing is typed', async () => {
    const { held, type } = await field()
    await type('1,200.5')
    expect(held.amount).toEqual({ minor: 120050, currency: 'CNY' })
    await type(' ')
    expect(held.amount).toBeUndefined()
  })

  it.each(['￥50', '50元', '12.345', '１２３'])(
    '%s is neither an amount nor nothing, and stays to be mended',
    async (text) => {
      const { held, input, type } = await field({ minor: 100, currency: 'CNY' })
      await type(text)
      expect(holdsUnreadable(held)).toBe(true)
      expect(input.element.value).toBe(text)
      expect(input.attributes('aria-invalid')).toBe('true')
      await type('50')
      expect(held.amount).toEqual({ minor: 5000, currency: 'CNY' })
      expect(input.attributes('aria-invalid')).toBeUndefined()
    },
  )

  it('goes when the form is emptied, and is told again where the field comes back', async () => {
    const { app, held, input, type } = await field()
    await type('￥50')
    const again = await field(held.amount)
    expect(again.input.element.value).toBe('￥50')
    await app.setProps({ modelValue: undefined })
    expect(input.element.value).toBe('')
  })
})

describe('a form with an amount that can not be read', () => {
  const unreadable = { minor: Number.NaN, currency: 'CNY' }

  it('is not sent, even where the amount is optional', async () => {
    const send = vi.fn()
    const form = useForm(() => ({ amount: undefined as Money | undefined }), {}, send)
    form.values.amount = unreadable
    expect(await form.submit()).toBe(false)
    expect(form.errors.amount).toContain('不是可识别的金额')
    form.values.amount = { minor: 1, currency: 'CNY' }
    await nextTick()
    expect(form.errors).toEqual({})
    expect(await form.submit()).toBe(true)
    expect(send).toHaveBeenCalledOnce()
  })

  it('is not sent with one among its lines', async () => {
    const send = vi.fn()
    const form = useForm(
      () => ({ lines: [{ price: undefined as Money | undefined }] }),
      { lines: () => undefined },
      send,
    )
    form.values.lines[0]!.price = unreadable
    expect(await form.submit()).toBe(false)
    expect(form.errors.lines).toContain('不是可识别的金额')
    expect(send).not.toHaveBeenCalled()
  })
})
