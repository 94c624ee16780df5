import { readFileSync } from 'node:fs'
import { ProblemError } from '@guildhall/api'
import { ensureMessages, ensureProblemTexts, ensureWords, i18n, problemText, setLocale } from '@guildhall/i18n'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import CheckStep from '@/features/intake/components/CheckStep.vue'
import EarlierImports from '@/features/intake/components/EarlierImports.vue'
import MappingStep from '@/features/intake/components/MappingStep.vue'
import UploadBox from '@/features/intake/components/UploadBox.vue'
import * as mapping from '@/features/intake/mapping'
import { hasStopped, isBusy, reachable, stepOf } from '@/features/intake/steps'
import type { FieldSource, ImportView, Profile, Tally } from '@/features/intake/types'
import { registerFeatureMessages } from '@/modules/registry'
import { mounted } from '../../../packages/ui/test/mounting'
import { logInAs } from './staff'

interface Words {
  rule: Record<string, string>
  field: Record<string, string>
}
const RESOURCES = '../../../../src/main/resources/org/guildhall/intake'
const locales = import.meta.glob<{ default: Words }>('../src/features/intake/locales/*.ts')

const profile: Profile = {
  layout: { packing: 'PLAIN', shape: 'DELIMITED', charset: 'UTF-8', delimiter: ',', header: true },
  columns: ['顾客', '日期', '时刻', '金额', '空'].map((name) => ({
    name,
    type: name === '空' ? 'BLANK' : 'TEXT',
    filled: 2,
    blank: 0,
    distinct: 2,
    examples: [],
  })),
  rowsLookedAt: 2,
  sample: [
    { row: 2, cells: ['C1', '2025-12-31', '10:20', '99.50', ''] },
    { row: 3, cells: ['C2', '2026-01-02', '', '10', ''] },
  ],
  kind: 'PURCHASES',
  mapping: { fields: [{ field: 'EXTERNAL_ID', columns: ['顾客'] }] },
  settings: {
    source: 'pos',
    dateOrder: 'DAY_FIRST',
    decimalSign: 'POINT',
    currency: 'CNY',
    blankAmounts: 'REJECT',
    negativeAmounts: 'REJECT',
    identicalRows: 'DROP',
    unknownBuyers: 'STUB',
    unknownStores: 'WITHOUT_STORE',
    knownMembers: 'UPDATE',
  },
}
const tally: Tally = {
  rows: { read: 10, accepted: 8, dropped: 1, left: 0, rejected: 1 },
  facts: {
    entered: 0,
    updated: 0,
    stubs: 3,
    purchases: 8,
    returns: 0,
    unchanged: 0,
    points: 880,
    growth: 880,
    tierChanges: 0,
  },
  paid: { CNY: 88050, USD: 1200 },
  returned: {},
  unknownStores: {},
  rejectedByRule: { AMOUNT_NEGATIVE: 1 },
}
const view = (change: Partial<ImportView>): ImportView => ({
  id: 'i1',
  fileName: 'buys.csv',
  fileBytes: 100,
  kind: 'PURCHASES',
  state: 'UPLOADED',
  layout: profile.layout,
  mapping: profile.mapping,
  settings: profile.settings,
  revision: 1,
  uploadedBy: '何运营',
  createdAt: '2026-03-02T02:00:00Z',
  profile,
  ...change,
})
const source = (field: FieldSource['field'], ...columns: string[]): FieldSource => ({ field, columns })

beforeEach(async () => {
  document.body.replaceChildren()
  registerFeatureMessages()
  await setLocale('zh-CN', false)
  await ensureMessages('intake')
  logInAs('ops', 'intake.import')
})

describe('a mapping', () => {
  it('of purchases needs somebody, a time and an amount, as the server does', () => {
    expect(mapping.lacking('PURCHASES', { fields: [] }).map((lack) => lack.anyOf[0])).toEqual([
      'EXTERNAL_ID',
      'OCCURRED_AT',
      'AMOUNT',
    ])
    const enough = [source('MOBILE', '顾客'), source('OCCURRED_AT', '日期'), source('AMOUNT', '金额')]
    expect(mapping.lacking('POINTS', { fields: [] }).map((lack) => lack.anyOf)).toEqual([
      ['EXTERNAL_ID', 'MEMBER_NUMBER', 'MOBILE'],
      ['OCCURRED_AT'],
      ['POINTS_EARNED', 'POINTS_REDEEMED', 'POINTS_EXPIRED'],
    ])
    expect(mapping.lacking('PURCHASES', { fields: enough })).toEqual([])
  })

  it('puts columns together in the order in which they were picked', () => {
    const both = mapping.withColumn(mapping.withColumn(source('OCCURRED_AT'), '日期'), '时刻')
    expect(mapping.exampleOf(both, profile)).toEqual(['2025-12-31 10:20', '2026-01-02'])
  })

  it('takes a constant or columns, never both', () => {
    const constant = mapping.withConstant(source('CURRENCY', '金额'), 'CNY')
    expect(constant).toEqual({ field: 'CURRENCY', columns: [], constant: 'CNY' })
    expect(mapping.withColumn(constant, '金额')).toEqual({ field: 'CURRENCY', columns: ['金额'] })
  })

  it('loses a field whose last column is taken away', () => {
    const one = { fields: [source('AMOUNT', '金额')] }
    expect(mapping.withSource(one, mapping.withoutColumn(source('AMOUNT', '金额'), '金额'))).toEqual({ fields: [] })
  })

  it('saved for another file drops the columns this one lacks, and names them', () => {
    const saved = { fields: [source('AMOUNT', '实付'), source('OCCURRED_AT', '日期', '钟点')] }
    expect(mapping.onlyKnownColumns(saved, profile)).toEqual({
      mapping: { fields: [source('OCCURRED_AT', '日期')] },
      missing: ['实付', '钟点'],
    })
  })

  it('names the filled columns that nothing uses', () => {
    expect(mapping.unusedColumns(profile.mapping, profile)).toEqual(['日期', '时刻', '金额'])
  })
})

describe('the steps of an import', () => {
  it('follow its state and not what the address wishes', () => {
    expect(stepOf(view({}), 'check')).toBe('file')
    expect(stepOf(view({ state: 'CHECKED' }), undefined)).toBe('check')
    expect(stepOf(view({ state: 'IMPORTED' }), 'mapping')).toBe('result')
    expect(reachable(view({ state: 'CHECKED', fileGoneAt: '2026-03-03T00:00:00Z' }))).toEqual(['result'])
  })

  it('do not wait for a job that failed', () => {
    const failed = view({ state: 'IMPORTING', job: { state: 'FAILED', done: 1, total: 9, failure: 'platform.fault' } })
    expect(isBusy(failed)).toBe(false)
    expect(hasStopped(failed)).toBe(true)
    expect(isBusy(view({ state: 'IMPORTING' }))).toBe(true)
  })
})

describe('the upload', () => {
  const give = async (file: File, send = vi.fn(async () => undefined)) => {
    const wrapper = await mounted(UploadBox as Component, { props: { send } })
    const input = wrapper.find('input[type=file]').element as HTMLInputElement
    Object.defineProperty(input, 'files', { value: [file] })
    await wrapper.find('input[type=file]').trigger('change')
    await flushPromises()
    return { wrapper, send }
  }

  it('refuses an empty file and one beyond the limit before sending anything', async () => {
    const empty = await give(new File([], 'none.csv'))
    expect(empty.wrapper.find('[role=alert]').text()).toContain('none.csv 是空文件')
    const large = new File(['x'], 'large.csv')
    Object.defineProperty(large, 'size', { value: 201 * 1024 * 1024 })
    const refused = await give(large)
    expect(refused.wrapper.find('[role=alert]').text()).toContain('超过 200 MB 的上限')
    expect(refused.send).not.toHaveBeenCalled()
  })

  it('says what the server refuses', async () => {
    const send = vi.fn(async () => {
      throw new ProblemError(400, { code: 'none.such', detail: '读不出来' })
    })
    expect((await give(new File(['x'], 'a.csv'), send)).wrapper.find('[role=alert]').text()).toContain('读不出来')
  })
})

describe('a file that came before', () => {
  const earlier = {
    last: '01890000-0000-7000-8000-000000000001',
    at: '2026-03-01T02:00:00Z',
    sources: ['pos'],
    count: 3,
  }
  const shown = async (from: string) =>
    (await mounted(EarlierImports as Component, { props: { earlier, source: from } })).text()

  it('is told once, with its time, and promises nothing that another source would break', async () => {
    expect(await shown('pos')).toContain('来源系统：pos')
    expect(await shown('pos')).toContain('2026')
    expect(await shown('pos')).toContain('还导入过 2 次')
    expect(await shown('pos')).not.toContain('会再记一次')
    expect(await shown('till')).toContain('相同的消费会再记一次')
  })

  it('can not be read: said in words, never by a code or a row 0', async () => {
    await ensureProblemTexts()
    await ensureWords()
    const facts = { problem: 'unknown-encoding' }
    const told = problemText({ code: 'intake.unreadable-file', facts })
    expect(told).toContain('认不出文字编码')
    expect(told).not.toMatch(/unknown|0/)
  })
})

describe('the words of the rejected rows', () => {
  const fileWords = (locale: string) =>
    readFileSync(`${import.meta.dirname}/${RESOURCES}/rules_${locale.replace('-', '_')}.properties`, 'utf8')

  it.each(['zh-CN', 'zh-TW', 'en'] as const)('are the same on screen and in the file in %s', async (locale) => {
    const words = Object.fromEntries(
      fileWords(locale)
        .split('\n')
        .map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]),
    )
    const screen = (await locales[`../src/features/intake/locales/${locale}.ts`]!()).default
    for (const [rule, shown] of Object.entries(screen.rule)) expect(shown, rule).toBe(words[rule])
    for (const [field, shown] of Object.entries(screen.field)) expect(shown, field).toBe(words[`field.${field}`])
  })
})

describe('the mapping step', () => {
  it('says what is lacking and takes the column that is picked', async () => {
    const wrapper = await mounted(MappingStep as Component, {
      props: { kind: 'PURCHASES', profile, modelValue: profile.mapping },
    })
    expect(wrapper.find('.lacks').text()).toContain('时间或期间')
    const select = wrapper.find('tr[data-field=AMOUNT] select')
    await select.setValue('金额')
    const [next] = wrapper.emitted('update:modelValue')!.at(-1) as [{ fields: FieldSource[] }]
    expect(next.fields).toContainEqual(source('AMOUNT', '金额'))
  })
})

describe('the dry run', () => {
  it('shows rows, money of each currency and the broken rules before anything is stored', async () => {
    vi.stubGlobal('fetch', async () => Response.json({ items: [], total: { value: 1, exact: true } }))
    const wrapper = await mounted(CheckStep as Component, {
      props: { view: view({ state: 'CHECKED', checked: tally }) },
    })
    await flushPromises()
    expect(wrapper.find('[data-figure=rejected]').text()).toContain('1')
    expect(wrapper.find('[data-currency=CNY]').text()).toContain('¥880.50')
    expect(wrapper.find('[data-currency=USD]').text()).toContain('$12.00')
    expect(wrapper.find('[data-rule=AMOUNT_NEGATIVE]').text()).toContain(i18n.global.t('intake.rule.AMOUNT_NEGATIVE'))
    vi.unstubAllGlobals()
  })

  it('does not offer to import what has no usable row', async () => {
    vi.stubGlobal('fetch', async () => Response.json({ items: [] }))
    const nothing = { ...tally, rows: { ...tally.rows, accepted: 0 } }
    const wrapper = await mounted(CheckStep as Component, {
      props: { view: view({ state: 'CHECKED', checked: nothing }) },
    })
    const begin = wrapper.findAll('button').find((button) => button.text() === '开始导入')!
    expect(begin.attributes('disabled')).toBeDefined()
    vi.unstubAllGlobals()
  })
})
