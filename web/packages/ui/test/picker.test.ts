import { setSession } from '@guildhall/api'
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, ref } from 'vue'
import MemberPicker from '../src/form/MemberPicker.vue'
import { useFinding } from '../src/form/useFinding'
import { mounted } from './mounting'

const people = [
  { id: 'm-1', number: 'M1', name: '王小明' },
  { id: 'm-2', number: 'M2', name: '李雷' },
  { id: 'm-3', number: 'M3', name: '李梅' },
]
let refuse = false

beforeEach(() => {
  refuse = false
  document.body.replaceChildren()
  setSession({ permissions: [{ permission: 'members.read', scope: 'all' }] } as never)
  vi.stubGlobal('fetch', async (call: Request) => {
    const asked = (await call.json()) as { text?: string; filter?: { in: string[] } }
    const items = people.filter((one) =>
      asked.filter
        ? asked.filter.in.includes(one.id)
        : one.name.includes(asked.text ?? '') || one.number === asked.text,
    )
    return refuse
      ? new Response('', { status: 503 })
      : new Response(JSON.stringify({ items }), { headers: { 'Content-Type': 'application/json' } })
  })
})
afterEach(() => vi.unstubAllGlobals())

async function settled() {
  for (let turn = 0; turn < 8; turn += 1) await flushPromises()
}
async function picker(except?: string) {
  const model = ref('')
  const app = await mounted(MemberPicker, {
    props: {
      modelValue: '',
      ...(except && { except }),
      'onUpdate:modelValue': (next: string) => {
        model.value = next
        void app.setProps({ modelValue: next })
      },
    },
  })
  const search = async (text: string, how: KeyboardEventInit = {}) => {
    await app.find('input').setValue(text)
    await app.find('input').trigger('keydown', { key: 'Enter', ...how })
    await settled()
  }
  const names = () => app.findAll('li').map((item) => item.text())
  return { app, model, search, names }
}

describe('choosing a member', () => {
  it('shows who is chosen, and nobody is chosen while another is looked for', async () => {
    const { app, model, search, names } = await picker()
    await search('王小')
    expect(model.value).toBe('m-1')
    expect(app.text()).toContain('王小明')
    await app.find('button').trigger('click')
    expect(model.value).toBe('')
    await search('李')
    expect(names()).toEqual(['李雷 M2', '李梅 M3'])
    expect(model.value).toBe('')
  })

  it('leaves out the one it is for, and says when nobody is found', async () => {
    const { app, names, search } = await picker('m-2')
    await search('李雷')
    expect(names()).toEqual([])
    expect(app.text()).toContain('没有找到会员')
  })

  it('takes nobody by an Enter that ends a composition', async () => {
    const { model, search } = await picker()
    await search('王小', { isComposing: true })
    expect(model.value).toBe('')
  })

  it('says when it could not look', async () => {
    refuse = true
    const { app, search } = await picker()
    await search('王小')
    expect(app.find('[role="alert"]').text()).not.toBe('')
  })
})

describe('what a text finds', () => {
  it('is what was asked last, however late an earlier answer comes', async () => {
    const waiting: Record<string, (items: string[]) => void> = {}
    const scope = effectScope()
    const finding = scope.run(() => useFinding<string>((text) => new Promise((resolve) => (waiting[text] = resolve))))!
    finding.text.value = '王'
    const earlier = finding.find()
    finding.text.value = '李'
    void finding.find()
    waiting['李']!(['李雷'])
    await flushPromises()
    waiting['王']!(['王小明'])
    await flushPromises()
    expect(await earlier).toEqual([])
    expect(finding.found.value).toEqual(['李雷'])
    scope.stop()
  })
})
