import { ensureEveryMessage, ensureExplainTexts, setLocale } from '@guildhall/i18n'
import { toast } from '@guildhall/ui'
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import MemberOccasions from '@/features/loyalty/components/MemberOccasions.vue'
import { commandOf } from '@/features/loyalty/occasions'
import { check } from '@/features/policies/check'
import ObjectEditor from '@/features/policies/components/ObjectEditor.vue'
import { blankRecord } from '@/features/policies/form'
import type { FormField, PolicyForm } from '@/features/policies/types'
import { registerFeatureMessages } from '@/modules/registry'
import { mounted } from '../../../packages/ui/test/mounting'
import { logInAs } from './staff'

const MEMBER = '00000000-0000-7000-8000-000000000001'
const draft = { kind: 'SURVEY_ANSWERED' as const, occurredAt: '', store: '', survey: ' 春季问卷 ', referred: 'm-2' }
const occasion = {
  id: 'o-1',
  kind: 'CHECK_IN',
  source: 'api',
  number: 'n',
  member: MEMBER,
  occurredAt: '2026-03-02T02:00:00Z',
  recordedAt: '2026-03-02T02:00:00Z',
  points: 5,
  growth: 1,
}
const nothing = { code: 'loyalty.occasion.not-day', facts: { occasion: 'CHECK_IN', most: 1 }, parts: [] }
let sent: { path: string; body: Record<string, unknown> }[] = []
let brought = 5

beforeEach(async () => {
  sent = []
  brought = 5
  document.body.replaceChildren()
  registerFeatureMessages()
  await setLocale('zh-CN')
  await ensureEveryMessage()
  await ensureExplainTexts()
  vi.stubGlobal('fetch', async (call: Request) => {
    const { pathname } = new URL(call.url)
    if (call.method === 'POST') sent.push({ path: pathname, body: await call.clone().json() })
    const receipt = {
      occasion: { ...occasion, points: brought, growth: brought === 0 ? 0 : 1 },
      replayed: false,
      why: { code: 'loyalty.occasion', facts: {}, parts: brought === 0 ? [nothing] : [] },
      tier: 'regular',
      tierChanged: false,
    }
    const answer = call.method === 'POST' ? receipt : pathname === '/api/occasions' ? { items: [occasion] } : []
    return new Response(JSON.stringify(answer), { status: 200, headers: { 'Content-Type': 'application/json' } })
  })
})
afterEach(() => vi.unstubAllGlobals())
async function settled() {
  for (let turn = 0; turn < 8; turn += 1) await flushPromises()
}

describe('what is sent', () => {
  it('is only what the kind asks for', () => {
    expect(commandOf(MEMBER, draft)).toEqual({ kind: 'SURVEY_ANSWERED', member: MEMBER, survey: '春季问卷' })
    expect(commandOf(MEMBER, { ...draft, kind: 'REFERRAL' })).toMatchObject({ kind: 'REFERRAL', referred: 'm-2' })
    expect(commandOf(MEMBER, { ...draft, kind: 'CHECK_IN' })).not.toHaveProperty('survey')
  })
})

describe('the panel of a member', () => {
  const button = (page: Awaited<ReturnType<typeof mounted>>, text: string) =>
    page.findAll('button').find((one) => one.text() === text)

  it('offers what one may: reading alone neither records nor takes back', async () => {
    logInAs('auditor', 'loyalty.read')
    const page = await mounted(MemberOccasions as Component, { props: { member: MEMBER } } as never)
    await settled()
    expect(page.find('[data-occasion]').text()).toContain('+5 积分')
    expect(button(page, '签到')).toBeUndefined()
    expect(button(page, '撤回')).toBeUndefined()
  })

  it('checks in with one press, and says why when it brings nothing', async () => {
    logInAs('svc', 'loyalty.read', 'loyalty.record-occasions', 'loyalty.take-back-occasions')
    const page = await mounted(MemberOccasions as Component, { props: { member: MEMBER } } as never)
    await settled()
    brought = 0
    const said = vi.spyOn(toast, 'good').mockImplementation(() => undefined as never)
    await button(page, '签到')!.trigger('click')
    await settled()
    expect(sent).toEqual([{ path: '/api/occasions', body: { kind: 'CHECK_IN', member: MEMBER } }])
    expect(said).toHaveBeenCalledWith(expect.stringContaining('当天签到已计满 1 次'))
    expect(button(page, '撤回')).toBeDefined()
  })
})

describe('the policy in the editor', () => {
  const field = (name: string, shape: FormField['shape'], more: Partial<FormField> = {}): FormField => ({
    name,
    shape,
    required: true,
    options: [],
    ...more,
  })
  const form: PolicyForm = {
    root: 'OccasionsPolicy',
    types: {
      OccasionsPolicy: {
        fields: [
          field('rules', 'list', { longest: 10, items: field('', 'object', { type: 'OccasionRule' }) }),
          field('profile', 'list', { items: field('', 'enum', { options: ['NAME', 'MOBILE'] }) }),
          field('streak', 'object', { required: false, type: 'OccasionsPolicy.Streak' }),
          field('pointsPerDay', 'integer', { required: false, min: 0 }),
          field('daysBack', 'integer', { min: 0, max: 31 }),
        ],
        variants: {},
      },
      OccasionRule: {
        fields: [
          field('kind', 'enum', { options: ['CHECK_IN', 'REFERRAL'] }),
          field('points', 'integer', { min: 0 }),
          field('perDay', 'integer', { required: false, min: 1 }),
        ],
        variants: {},
      },
      'OccasionsPolicy.Streak': {
        fields: [field('days', 'integer', { min: 2, max: 366 }), field('points', 'integer', { min: 1 })],
        variants: {},
      },
    },
  }

  it('begins empty and names what is broken where it stands', () => {
    expect(blankRecord(form, 'OccasionsPolicy')).toEqual({ rules: [], profile: [], daysBack: 0 })
    const body = {
      rules: [{ kind: 'CHECK_IN', points: 5, perDay: 0 }],
      profile: ['NAME'],
      streak: { days: 1, points: 20 },
      daysBack: 40,
    }
    expect(check(form, body).map((one) => one.field)).toEqual(['rules[0].perDay', 'streak.days', 'daysBack'])
  })

  it('calls its fields and words by name', async () => {
    const page = await mounted(
      ObjectEditor as Component,
      {
        props: {
          form,
          type: 'OccasionsPolicy',
          path: '',
          errors: {},
          value: { rules: [{ kind: 'CHECK_IN', points: 5, perDay: 1 }], profile: ['MOBILE'], daysBack: 3 },
        },
      } as never,
    )
    expect(page.text()).toContain('每天最多计几次')
    expect(page.text()).toContain('签到')
    expect(page.text()).toContain('手机')
    expect(page.text()).not.toMatch(/perDay|CHECK_IN|daysBack/)
  })
})
