import { ensureEveryMessage, setLocale } from '@guildhall/i18n'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import PointsForm from '@/features/loyalty/components/PointsForm.vue'
import { registerFeatureMessages } from '@/modules/registry'
import { mounted } from '../../../packages/ui/test/mounting'
import { logInAs } from './staff'

const chain = [
  { mode: 'any', posts: ['运营主管', '会员中心经理'] },
  { mode: 'all', posts: ['财务', '审计员'] },
]
const asked: string[] = []
let answer: (amount: number) => object
let status = 200

beforeEach(async () => {
  asked.length = 0
  status = 200
  answer = (amount) => ({
    today: 0,
    waiting: 0,
    authority: { needed: Math.abs(amount) >= 1_000, from: 1_000, steps: chain },
  })
  document.body.replaceChildren()
  registerFeatureMessages()
  await setLocale('zh-CN')
  await ensureEveryMessage()
  logInAs('ops', 'ledger.adjust')
  vi.stubGlobal('fetch', async (call: Request) => {
    const { pathname, searchParams } = new URL(call.url)
    asked.push(pathname)
    const body = status === 200 ? answer(Number(searchParams.get('amount'))) : { code: 'x', status, facts: {} }
    const type = status === 200 ? 'application/json' : 'application/problem+json'
    return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': type } })
  })
})

async function drawer() {
  const page = await mounted(PointsForm as Component, { props: { member: 'm-1', modelValue: true } } as never)
  const settled = async () => {
    for (let turn = 0; turn < 4; turn += 1) await flushPromises()
  }
  await settled()
  const told = () => page.find('.outlook').text()
  const type = async (amount: string) => {
    await page.find('input[inputmode="numeric"]').setValue(amount)
    await settled()
    return told()
  }
  return { told, type }
}

describe('the drawer for changing points by hand', () => {
  it('says from when on somebody has to agree, and who, in the words of the server', async () => {
    const { told, type } = await drawer()
    expect(told()).toContain('合计达到 1,000 积分起须先经审批：运营主管或会员中心经理 → 财务、审计员')
    expect(await type('999')).toContain('权限内')
    expect(await type('1000')).toContain('将先提交审批：运营主管或会员中心经理')
    expect(await type('-1000')).toContain('将先提交审批')
    expect(asked.every((path) => path === '/api/members/m-1/points/outlook')).toBe(true)
  })

  it('tells what was done and what waits today, since it counts', async () => {
    answer = () => ({ today: 600, waiting: 700, authority: { needed: true, from: 1_000, steps: chain } })
    expect((await drawer()).told()).toContain('今天已手工调整 600，待审批 700')
  })

  it('tells of a table that asks nobody, and does not guess when it cannot know', async () => {
    answer = () => ({ today: 0, waiting: 0, authority: { needed: false, steps: [] } })
    expect((await drawer()).told()).toBe('按今天的审批权限表无需审批，保存即入账。')
    status = 403
    document.body.replaceChildren()
    expect((await drawer()).told()).not.toContain('审批')
  })
})
