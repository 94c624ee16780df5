import { beforeAll, describe, expect, it } from 'vitest'
import { loadPinyin, score } from '../src/palette/match'

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
