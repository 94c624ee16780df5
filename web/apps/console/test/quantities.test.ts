import { ensureEveryMessage, setLocale } from '@guildhall/i18n'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import BasketLines from '@/features/checkout/components/BasketLines.vue'
import ReturnForm from '@/features/checkout/components/ReturnForm.vue'
import ProductForm from '@/features/sessioncards/components/ProductForm.vue'
import { registerFeatureMessages } from '@/modules/registry'
import { mounted } from '../../../packages/ui/test/mounting'
import { logInAs } from './staff'

const yuan = (amount: number) => ({ minor: amount * 100, currency: 'CNY' })
const sent: string[] = []
const answers: Record<string, unknown> = {
  '/api/session-cards/services': [
    {
      id: 'tea',
      details: { name: '茶艺', minutes: 60, listed: yuan(100), needsStaff: true, needsPlace: true, offered: true },
      revision: 1,
    },
  ],
}
vi.stubGlobal('fetch', async (call: Request) => {
  const { pathname } = new URL(call.url)
  sent.push(`${call.method} ${pathname}`)
  return Response.json(answers[pathname] ?? [])
})

beforeEach(async () => {
  document.body.replaceChildren()
  sent.length = 0
  registerFeatureMessages()
  await setLocale('zh-CN')
  await ensureEveryMessage()
  logInAs('lead', 'checkout.sell', 'checkout.return', 'sessioncards.read', 'access.units-read')
})

describe('a quantity that can not be read', () => {
  it('is said at the line of the basket', async () => {
    const line = { product: '', category: '', quantity: 'two', amount: yuan(10) }
    const page = await mounted(BasketLines, { props: { modelValue: [line], wrong: {} } })
    expect(page.find('[role="alert"]').text()).toContain('数量须为大于零的数字')
  })

  it('is said at the line that comes back, and keeps the others from going back without it', async () => {
    const line = (n: number) => ({
      line: n,
      product: `茶 ${n}`,
      quantityMilli: 2000,
      returnedMilli: 0,
      amount: yuan(10),
    })
    const of = { checkout: { id: 'c-1' }, lines: [line(1), line(2)], returns: [] }
    const page = await mounted(ReturnForm, { props: { of: of as never } })
    const [first, second] = page.findAll('input.num')
    await first!.setValue('1')
    await second!.setValue('1个')
    await page.find('input[maxlength="300"]').setValue('不要了')
    await flushPromises()
    expect(page.findAll('[role="alert"]').map((one) => one.text())).toEqual(['数量须为大于零的数字，最多三位小数'])
    expect(page.find('button[type="submit"]').attributes('disabled')).toBeDefined()
    expect(sent.filter((one) => one.includes('return'))).toEqual([])
  })

  it('of sessions on a card is refused, and so is one below zero', async () => {
    const page = await mounted(ProductForm, { props: { modelValue: false } })
    await page.setProps({ modelValue: true })
    await flushPromises()
    await vi.waitFor(() => expect(page.find('input.count').exists()).toBe(true))
    const count = page.find<HTMLInputElement>('input.count')
    for (const [typed, told] of [
      ['三', '不是可识别的数字'],
      ['-3', '0'],
    ] as const) {
      await count.setValue(typed)
      await page.find('form').trigger('submit')
      await flushPromises()
      expect(page.find('fieldset [role="alert"]').text()).toContain(told)
    }
    expect(sent.filter((one) => one.startsWith('POST'))).toEqual([])
  })
})
