import { ProblemError } from '@guildhall/api'
import { setLocale } from '@guildhall/i18n'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { useForm } from '../src/form/useForm'

const required = (value: string) => (value === '' ? 'required' : undefined)

describe('a form', () => {
  beforeEach(() => setLocale('zh-CN', false))

  it('is not sent while a field breaks its rule', async () => {
    const send = vi.fn()
    const form = useForm(() => ({ name: '' }), { name: required }, send)
    expect(await form.submit()).toBe(false)
    expect(form.errors.name).toBe('required')
    expect(send).not.toHaveBeenCalled()
  })

  it('sends the same content with the same key, other content with another', async () => {
    const keys: string[] = []
    const send = vi.fn(async (_values: object, headers: { 'Idempotency-Key': string }) => {
      keys.push(headers['Idempotency-Key'])
      throw new ProblemError(503, {})
    })
    const form = useForm(() => ({ name: 'a' }), {}, send)
    await form.submit()
    await form.submit()
    form.values.name = 'b'
    await form.submit()
    expect(keys[0]).toBe(keys[1])
    expect(keys[2]).not.toBe(keys[1])
  })

  it('makes a new act of what is sent again after success', async () => {
    const keys: string[] = []
    const form = useForm(
      () => ({ name: 'a' }),
      {},
      async (_values, headers) => keys.push(headers['Idempotency-Key']),
    )
    await form.submit()
    await form.submit()
    expect(new Set(keys).size).toBe(2)
  })

  it('puts what the server refuses at the field', async () => {
    const form = useForm(
      () => ({ mobile: '1' }),
      {},
      async () => {
        throw new ProblemError(400, { code: 'kernel.invalid-input', fields: [{ field: 'mobile', rule: 'unique' }] })
      },
    )
    await form.submit()
    expect(form.errors.mobile).toBe('已被占用，请换一个。')
    expect(form.failure.value).toBe('')
  })

  it('takes back what it said of a field as soon as that field is mended, and of no other', async () => {
    const refusedFields = ['note', 'mobile'].map((field) => ({ field, rule: 'unique' }))
    const form = useForm(
      () => ({ name: '', note: '', mobile: '' }),
      { name: required },
      async () => {
        throw new ProblemError(400, { code: 'kernel.invalid-input', fields: refusedFields })
      },
    )
    await form.submit()
    expect(Object.keys(form.errors)).toEqual(['name'])
    form.values.name = 'a'
    await nextTick()
    expect(form.errors).toEqual({})
    await form.submit()
    expect(Object.keys(form.errors)).toEqual(['note', 'mobile'])
    form.values.note = 'b'
    await nextTick()
    expect(Object.keys(form.errors)).toEqual(['mobile'])
  })

  it('keeps both values of a conflict until somebody settles it', async () => {
    const form = useForm(
      () => ({ name: '我的' }),
      {},
      async () => {
        throw new ProblemError(409, {
          code: 'x',
          facts: { actual: 2, conflicts: [{ field: 'name', yours: '我的', theirs: '别人的' }] },
        })
      },
    )
    await form.submit()
    expect(form.conflict.value).toEqual([{ field: 'name', mine: '我的', theirs: '别人的' }])
    form.settle('name', '别人的')
    expect(form.values.name).toBe('别人的')
    expect(form.conflict.value).toEqual([])
  })

  it('is sent against the newer version once the conflict is settled, not before', async () => {
    const versions: (number | undefined)[] = []
    const form = useForm(
      () => ({ name: '旧的', note: '旧的' }),
      {},
      async (_values, _headers, version) => {
        versions.push(version)
        if (version === undefined) throw new ProblemError(409, { code: 'x', facts: { expected: 1, actual: 2 } })
      },
      { latest: async () => ({ name: '别人的', note: '别人的' }) },
    )
    form.values.name = '我的'
    await form.submit()
    expect(form.conflict.value).toEqual([{ field: 'name', mine: '我的', theirs: '别人的' }])
    expect(form.values.note).toBe('别人的')
    expect(await form.submit()).toBe(false)
    form.settle('name', '我的')
    expect(await form.submit()).toBe(true)
    expect(versions).toEqual([undefined, 2])
  })

  it('asks for the record as it stands before it believes the refusal, and falls back when it can not be read', async () => {
    const conflicts = [{ field: 'name', yours: '我的', theirs: '拒绝里的' }]
    const refused = async () => {
      throw new ProblemError(409, { code: 'x', facts: { actual: 2, conflicts } })
    }
    const theirs = async (latest: () => Promise<{ name: string }>) => {
      const form = useForm(() => ({ name: '旧的' }), {}, refused, { latest })
      form.values.name = '我的'
      expect(await form.submit()).toBe(false)
      return form.conflict.value.map((one) => one.theirs)
    }
    expect(await theirs(async () => ({ name: '读到的' }))).toEqual(['读到的'])
    expect(await theirs(() => Promise.reject(new ProblemError(503, {})))).toEqual(['拒绝里的'])
  })

  it('puts what is refused of a part where the screen has a field of that name, else says it above', async () => {
    const fields = ['facts.day', 'facts.place'].map((field) => ({ field, rule: 'unique' }))
    document.body.innerHTML = '<input data-field="facts.day" />'
    const form = useForm(
      () => ({ facts: {} as Record<string, string> }),
      {},
      async () => {
        throw new ProblemError(400, { code: 'kernel.invalid-input', fields })
      },
    )
    await form.submit()
    expect(form.errors).toEqual({ 'facts.day': '已被占用，请换一个。' })
    expect(form.failure.value).toContain('facts.place')
    form.values.facts.day = '2026-01-01'
    await nextTick()
    expect(form.errors).toEqual({})
    document.body.replaceChildren()
  })

  it('takes up fields that come later, without a change and without touching what was typed', async () => {
    const form = useForm<Record<string, string>>(
      () => ({ name: '' }),
      {},
      async () => undefined,
    )
    form.supplement({ name: '', size: 'M' })
    expect(form.dirty.value).toBe(false)
    form.values.name = '甲'
    form.supplement({ name: '', size: 'L', colour: '红' })
    expect(form.values).toEqual({ name: '甲', size: 'M', colour: '红' })
    form.values.name = ''
    expect(form.dirty.value).toBe(false)
  })
})
