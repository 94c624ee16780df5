import { ensureEveryMessage, ensureProblemTexts, setLocale } from '@guildhall/i18n'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import AttributeForm from '@/features/members/components/AttributeForm.vue'
import { registerFeatureMessages } from '@/modules/registry'
import { mounted } from '../../../packages/ui/test/mounting'
import { logInAs } from './staff'

const shirt = {
  code: 'shirt',
  type: 'CHOICE' as const,
  label: { 'zh-CN': '衬衫' },
  choices: ['S', 'M'],
  personal: false,
  position: 0,
  retired: false,
  version: 1,
}
const theirs = { ...shirt, choices: ['S', 'M', 'L'], personal: true, version: 2 }
const sent: Record<string, unknown>[] = []

beforeEach(async () => {
  document.body.replaceChildren()
  sent.length = 0
  registerFeatureMessages()
  await setLocale('zh-CN')
  await ensureEveryMessage()
  await ensureProblemTexts()
  logInAs('admin', 'members.read', 'members.configure')
  vi.stubGlobal('fetch', async (call: Request) => {
    if (call.method !== 'POST') return Response.json([theirs])
    const body = (await call.clone().json()) as Record<string, unknown>
    sent.push(body)
    if (body.version === 2) return Response.json({ ...body, version: 3 })
    const facts = { expected: body.version ?? 0, actual: 2, conflicts: [] }
    const problem = { status: 409, code: 'members.stale-version', facts }
    return Response.json(problem, { status: 409, headers: { 'Content-Type': 'application/problem+json' } })
  })
})

async function form(definition?: typeof shirt) {
  const page = await mounted(AttributeForm, { props: { modelValue: false, ...(definition && { definition }) } })
  await page.setProps({ modelValue: true })
  await flushPromises()
  const save = async () => {
    await page.find('form').trigger('submit')
    await flushPromises()
  }
  return { page, save }
}

describe('an attribute that two people define', () => {
  it('shows both values of what both changed, takes over what only they changed, and saves over their version', async () => {
    const { page, save } = await form(shirt)
    await page.find('textarea').setValue('S\nM\nXL')
    await save()
    expect(sent.at(-1)).toMatchObject({ version: 1, choices: ['S', 'M', 'XL'] })
    const table = page.find('section.conflict')
    expect(table.findAll('dt').map((one) => one.text())).toEqual(['选项'])
    expect(table.text()).toMatch(/XL.*L/s)
    await table.findAll('button')[0]!.trigger('click')
    await save()
    expect(sent.at(-1)).toMatchObject({ version: 2, choices: ['S', 'M', 'XL'], personal: true })
  })

  it('is not entered a second time under the same code', async () => {
    const { page, save } = await form()
    await vi.waitFor(async () => {
      await page.find('[data-field="code"]').setValue('shirt')
      await page.find('[data-field="nameSimplified"]').setValue('帽子')
      await save()
      expect(page.text()).toContain('已有同样代码的资料项')
    })
    expect(sent).toEqual([])
  })
})
