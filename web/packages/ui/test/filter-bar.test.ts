import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import FilterBar from '../src/filters/FilterBar.vue'
import { mounted } from './mounting'

beforeEach(() => {
  document.body.replaceChildren()
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

async function bar() {
  const asked: string[] = []
  const app = await mounted(FilterBar, {
    props: {
      fields: [],
      searchLabel: '查找',
      filters: {},
      search: '',
      'onUpdate:search': (text: string) => {
        asked.push(text)
        void app.setProps({ search: text })
      },
    },
  })
  return { app, asked, input: app.find('input') }
}

describe('the search of a list', () => {
  it('leaves the blank that somebody types before the next word', async () => {
    const { asked, input } = await bar()
    await input.setValue('wang ')
    await vi.advanceTimersByTimeAsync(300)
    expect(asked).toEqual(['wang'])
    expect(input.element.value).toBe('wang ')
  })

  it('asks nothing any more once its page is gone', async () => {
    const { app, asked, input } = await bar()
    await input.setValue('wang')
    app.unmount()
    await vi.advanceTimersByTimeAsync(300)
    expect(asked).toEqual([])
  })
})
