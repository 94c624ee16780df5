import { ProblemError } from '@guildhall/api'
import { setLocale } from '@guildhall/i18n'
import { beforeEach, expect, it } from 'vitest'
import type { Component } from 'vue'
import ErrorState from '../src/layout/ErrorState.vue'
import { mounted } from './mounting'

const shown = (status: number) =>
  mounted(ErrorState as Component, {
    props: {
      error: new ProblemError(status, { detail: '详情', code: 'checkout.above-sale-limit' }, 'request-1'),
      retry: () => undefined,
    },
  })

beforeEach(() => setLocale('zh-CN', false))

it('offers what failed once more, with the request to report', async () => {
  const state = await shown(500)
  expect(state.text()).toContain('没能载入')
  expect(state.text()).toContain('request-1')
  expect(state.find('button').exists()).toBe(true)
  expect(state.text()).toContain('重试')
})

it.each([409, 422])('offers nothing once more that a rule refuses (%i)', async (status) => {
  const state = await shown(status)
  expect(state.text()).toContain('不能这样办理')
  expect(state.text()).not.toContain('request-1')
  expect(state.text()).not.toContain('重试')
})
