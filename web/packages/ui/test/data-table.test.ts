import { ProblemError } from '@guildhall/api'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import DataTable from '../src/table/DataTable.vue'
import { setPreferenceOwner } from '../src/table/preferences'
import { isSelected, selectedCount, toggled, type Selection } from '../src/table/types'
import { mounted } from './mounting'

interface Row {
  id: string
  name: string
}
const rows: Row[] = [
  { id: '1', name: '林晓雯' },
  { id: '2', name: '张伟' },
  { id: '3', name: '王芳' },
]
const columns = [
  { key: 'name', title: '姓名', required: true, sortable: true, text: (row: Row) => row.name },
  { key: 'id', title: '编号', text: (row: Row) => row.id },
]
const base = { name: 'test', caption: '测试', columns, rowKey: (row: Row) => row.id }
const table = (props: object) => mounted(DataTable as Component, { props: { ...base, ...props } })
const press = (key: string) => document.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }))

beforeEach(() => {
  document.body.replaceChildren()
  localStorage.clear()
  setPreferenceOwner('somebody')
})
afterEach(() => vi.useRealTimers())

describe('a list without rows', () => {
  it('shows nothing for 200 ms and then the shape of what comes', async () => {
    vi.useFakeTimers()
    const wrapper = await table({})
    expect(wrapper.find('[data-state="loading"] .line').exists()).toBe(false)
    await vi.advanceTimersByTimeAsync(210)
    expect(wrapper.findAll('[data-state="loading"] .line')).toHaveLength(10)
  })

  it('says that nothing is there yet', async () => {
    const wrapper = await table({ rows: [] })
    expect(wrapper.find('[data-state="empty"]').text()).toContain('还没有内容')
  })

  it('says that nothing matches, and offers to clear the filters', async () => {
    const wrapper = await table({ rows: [], filtered: true })
    expect(wrapper.find('[data-state="no-match"]').text()).toContain('没有符合条件')
    await wrapper.find('[data-state="no-match"] button').trigger('click')
    expect(wrapper.emitted('clearFilters')).toHaveLength(1)
  })

  it('says that the reader has no right', async () => {
    const wrapper = await table({ error: new ProblemError(403, { code: 'access.denied' }) })
    expect(wrapper.find('[data-state="forbidden"]').text()).toContain('没有权限')
  })

  it('says what failed, with a request id to copy and a way to try again', async () => {
    const retry = vi.fn()
    const wrapper = await table({ error: new ProblemError(500, { requestId: 'req-17' }), retry })
    expect(wrapper.find('[data-state="error"]').text()).toContain('req-17')
    await wrapper.findAll('[data-state="error"] button').at(-1)!.trigger('click')
    expect(retry).toHaveBeenCalledOnce()
  })
})

describe('a list with rows', () => {
  it('is walked with J and K, picked with X and opened with Enter', async () => {
    const wrapper = await table({ rows, selectable: true })
    for (const key of ['j', 'j', 'x', 'Enter']) press(key)
    expect(wrapper.emitted('update:selection')).toEqual([[{ all: false, ids: ['2'] }]])
    expect(wrapper.emitted('open')).toEqual([[rows[1]]])
  })

  it('does not take keys that somebody types into a field', async () => {
    const wrapper = await table({ rows })
    const field = document.body.appendChild(document.createElement('input'))
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))
    expect(wrapper.find('tr.current').exists()).toBe(false)
  })

  it('sorts largest first, then smallest first, then not at all', async () => {
    const wrapper = await table({ rows })
    const head = wrapper.find('th button')
    for (const sort of [undefined, { key: 'name', direction: 'desc' }, { key: 'name', direction: 'asc' }]) {
      await wrapper.setProps({ sort })
      await head.trigger('click')
    }
    expect(wrapper.emitted('update:sort')).toEqual([
      [{ key: 'name', direction: 'desc' }],
      [{ key: 'name', direction: 'asc' }],
      [undefined],
    ])
  })

  it('keeps its bulk bar above the pager, not over it', async () => {
    const wrapper = await table({
      rows,
      selectable: true,
      selection: { all: false, ids: ['1'] },
      total: { value: 5000, exact: true },
      hasNext: true,
    })
    const children = [...wrapper.find('.table-foot').element.children].map((child) => child.className)
    expect(children.findIndex((name) => name.startsWith('bulk'))).toBe(
      children.findIndex((n) => n.startsWith('pager')) - 1,
    )
    expect(wrapper.find('.bulk').text()).toContain('选择全部 5,000 项')
  })

  it('that is picked from page by page keeps nothing picked that is not seen, and never offers the whole', async () => {
    const wrapper = await table({
      rows,
      selectable: 'page',
      selection: { all: false, ids: ['1', '3'] },
      total: { value: 5000, exact: true },
    })
    expect(wrapper.find('.bulk').text()).toContain('2')
    expect(wrapper.find('.bulk').text()).not.toContain('5,000')
    await wrapper.setProps({ rows: rows.slice(1) })
    expect(wrapper.emitted('update:selection')).toEqual([[{ all: false, ids: ['3'] }]])
  })

  it('remembers hidden columns for the person and not for another', async () => {
    localStorage.setItem('guildhall.somebody.columns.test', JSON.stringify({ order: [], hidden: ['id'] }))
    expect((await table({ rows })).findAll('th')).toHaveLength(1)
    setPreferenceOwner('another')
    expect((await table({ rows })).findAll('th')).toHaveLength(2)
  })
})

describe('a selection', () => {
  const everything: Selection = { all: true, ids: [] }

  it('of everything leaves out what is unpicked', () => {
    const some = toggled(everything, '7')
    expect(isSelected(some, '7')).toBe(false)
    expect(isSelected(some, '8')).toBe(true)
    expect(selectedCount(some, 5000)).toBe(4999)
  })

  it('is undone by picking twice', () => {
    expect(toggled(toggled(everything, '7'), '7')).toEqual(everything)
  })
})
