import { ensureExplainTexts, i18n } from '@guildhall/i18n'
import { expect, it } from 'vitest'
import ExplanationTree from '../src/figures/ExplanationTree.vue'
import { mounted } from './mounting'

it('an explanation reads as sentences with its clause, version and parts; an unknown code shows its facts', async () => {
  await ensureExplainTexts()
  i18n.global.mergeLocaleMessage('zh-CN', { explain: { test_points: '共得 {points} 分' } })
  const wrapper = await mounted(ExplanationTree, {
    props: {
      explanation: {
        code: 'test.points',
        facts: { points: 1234 },
        source: { policy: 'loyalty.earning', version: 2, effectiveFrom: '2026-01-01', clause: '3.2' },
        parts: [{ code: 'test.unknown', facts: { total: { minor: 38000, currency: 'CNY' } }, parts: [] }],
      },
    },
  })
  expect(wrapper.text()).toContain('共得 1,234 分')
  expect(wrapper.text()).toContain('条款 3.2')
  expect(wrapper.text()).toContain('第 2 版')
  expect(wrapper.find('li').text()).toBe('test.unknown · total ¥380.00')
})
