import { beforeEach, describe, expect, it, vi } from 'vitest'
import { confirm } from '../src/overlay/confirm'
import { endMany } from '../src/overlay/endMany'
import { toast } from '../src/overlay/toasts'

vi.mock('../src/overlay/confirm', () => ({ confirm: vi.fn<typeof confirm>() }))
const good = vi.spyOn(toast, 'good')
const bad = vi.spyOn(toast, 'bad')
const words = {
  title: '作废 2 张？',
  effect: '不可恢复',
  action: '作废',
  done: (done: number) => `${done} 张`,
  partly: (done: number, left: number) => `${done} 张，${left} 张不能`,
}
const answered = (reason?: string) =>
  vi.mocked(confirm).mockResolvedValue(reason === undefined ? undefined : { reason })

beforeEach(() => vi.clearAllMocks())

describe('ending several things', () => {
  it('does nothing when somebody thinks better of it', async () => {
    answered()
    const run = vi.fn<() => Promise<boolean[]>>()
    expect(await endMany(words, run)).toBe(false)
    expect(run).not.toHaveBeenCalled()
  })

  it('asks for a reason, hands it on and says how many were ended', async () => {
    answered('错发')
    const run = vi.fn<(reason: string) => Promise<boolean[]>>().mockResolvedValue([true, true])
    expect(await endMany(words, run)).toBe(true)
    expect(vi.mocked(confirm).mock.calls[0]?.[0]).toMatchObject({ danger: true, reason: true, action: '作废' })
    expect(run).toHaveBeenCalledWith('错发')
    expect(good).toHaveBeenCalledWith('2 张')
  })

  it('says when some could not be', async () => {
    answered('错发')
    expect(await endMany(words, async () => [true, false, false])).toBe(true)
    expect(bad).toHaveBeenCalledWith('1 张，2 张不能')
    expect(good).not.toHaveBeenCalled()
  })

  it('keeps what was chosen when the call fails', async () => {
    answered('错发')
    expect(await endMany(words, () => Promise.reject(new Error('offline')))).toBe(false)
    expect(bad).toHaveBeenCalledTimes(1)
  })
})
