import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import FilterEditor from '../src/filters/FilterEditor.vue'
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

describe('a range of numbers', () => {
  it('is never opened at an end that can not be read: the list stays as it is and it is said', async () => {
    const heard: string[] = []
    const field = { key: 'spend', label: '消费', kind: 'number' as const }
    const editor = await mounted(FilterEditor, {
      props: { field, modelValue: '100..', 'onUpdate:modelValue': (next: string) => void heard.push(next) },
    })
    const [least, most] = editor.findAll('input')
    await least!.setValue('一百')
    await most!.setValue('500')
    expect(heard).toEqual([])
    expect(editor.find('[role="alert"]').text()).toContain('不是可识别的数字')
    await least!.setValue('200')
    expect(heard).toEqual(['200..500'])
    expect(editor.find('[role="alert"]').exists()).toBe(false)
  })
})
