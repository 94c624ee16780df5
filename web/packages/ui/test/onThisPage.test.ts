import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { h, ref, type Component } from 'vue'
import { OnThisPage, UiPanel } from '@guildhall/ui'
import { mounted } from './mounting'

const titles = ref<string[]>([])
beforeEach(() => {
  titles.value = ['资料', '动态', '当前等级']
  document.body.replaceChildren()
  Element.prototype.scrollIntoView = vi.fn<() => void>()
})

async function page() {
  const root = ref<HTMLElement | null>(null)
  const shown = await mounted(
    {
      render: () => [
        root.value === null ? null : h(OnThisPage, { of: root.value }),
        h('div', { ref: root }, [
          ...titles.value.map((title) =>
            h(UiPanel, { title, key: title }, () => h('section', [h('h2', '里面的标题')])),
          ),
          h('input', { class: 'typed' }),
        ]),
      ],
    } as Component,
    {},
  )
  await flushPromises()
  const list = () => shown.findAll('nav li').map((entry) => entry.text())
  const press = async (key: string, at: Element = document.body) => {
    at.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    await flushPromises()
  }
  const open = async () => {
    const popover = shown.find<HTMLElement>('[popover]')
    const event = Object.assign(new Event('toggle'), { newState: 'open' })
    popover.element.hidePopover = vi.fn<() => void>()
    popover.element.dispatchEvent(event)
    await flushPromises()
  }
  return { shown, list, press, open }
}

describe('what is on a long page', () => {
  it('lists the panels by their titles and their keys, also those that come later', async () => {
    const { list, open } = await page()
    await open()
    expect(list()).toEqual(['1 资料', '2 动态', '3 当前等级'])
    titles.value = [...titles.value, '优惠券']
    await flushPromises()
    await new Promise((done) => setTimeout(done, 20))
    expect(list()).toContain('4 优惠券')
  })

  it('brings the second key to its panel and the focus with it', async () => {
    const { shown, press, open } = await page()
    await open()
    await press('2', shown.find('nav ol').element)
    const panel = shown.findAll('[data-panel]')[1]!.element
    expect(document.activeElement).toBe(panel)
    expect(panel.scrollIntoView).toHaveBeenCalledWith({ block: 'start' })
  })

  it('is opened by P, but not while somebody writes, and leaves other keys alone', async () => {
    const { shown, press } = await page()
    const button = shown.find<HTMLButtonElement>('nav button').element
    const clicked = vi.spyOn(button, 'click')
    await press('p', shown.find('.typed').element)
    await press('x')
    expect(clicked).not.toHaveBeenCalled()
    await press('p')
    expect(clicked).toHaveBeenCalledTimes(1)
  })

  it('keeps away from a page of one panel', async () => {
    titles.value = ['资料']
    const { shown } = await page()
    expect(shown.find('nav').attributes('style')).toContain('display: none')
  })
})
