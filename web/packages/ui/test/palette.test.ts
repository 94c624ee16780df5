import { beforeAll, describe, expect, it, vi } from 'vitest'
import CommandPalette from '../src/palette/CommandPalette.vue'
import { loadPinyin, score } from '../src/palette/match'
import { mounted } from './mounting'

describe('the palette finds', () => {
  beforeAll(loadPinyin)

  it('words by their pinyin initials', () => {
    expect(score('审计记录', 'sjjl')).toBeGreaterThan(0)
    expect(score('审计记录', 'xyz')).toBe(0)
  })

  it('what begins with the text before what contains it, and that before initials', () => {
    expect(score('会员', '会员')).toBeGreaterThan(score('新建会员', '会员'))
    expect(score('members', 'emb')).toBeGreaterThan(score('员工 · 每班', 'mb'))
  })

  it('everything while nothing is typed', () => {
    expect(score('工作台', ' ')).toBeGreaterThan(0)
  })
})

it('the palette says which search failed instead of that nothing was found', async () => {
  const searches = [{ id: 'members', title: '会员', find: () => Promise.reject(new Error('away')) }]
  const palette = await mounted(CommandPalette, { props: { modelValue: true, commands: [], searches } })
  await palette.find('input').setValue('王')
  await vi.waitFor(() => expect(palette.find('[role="alert"]').text()).toContain('暂时查不了会员'))
  expect(palette.text()).not.toContain('没有找到')
})
