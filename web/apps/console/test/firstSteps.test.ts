import { describe, expect, it } from 'vitest'
import { stepsOf } from '@/features/access/firstSteps'
import type { Post, StaffMember, Unit } from '@/features/access/types'

const DAY = '2026-03-02'
const units = [{ kind: 'company', name: '总部' }] as Unit[]
const posts = [
  { id: 'admin', name: '管理员', retired: false, grants: [{ permission: 'access.administer' }] },
  { id: 'ops', name: '运营主管', retired: false, grants: [{ permission: 'intake.import' }] },
] as unknown as Post[]
const person = (name: string, post: string, more: object = {}) =>
  ({ name, appointments: [{ post, from: '2026-01-01', ...more }] }) as unknown as StaffMember
const open = (steps: ReturnType<typeof stepsOf>) => steps.filter((step) => !step.done).map((step) => step.key)

describe('the first steps of a company', () => {
  it('of a fresh installation leave everything to do but the posts that come with it', () => {
    expect(open(stepsOf(units, posts, [person('管理员', 'admin')], DAY))).toEqual(['units', 'staff', 'importers'])
  })

  it('are done by what is there, not by what was clicked', () => {
    const store = { kind: 'store', name: '上海徐汇店' } as Unit
    const staff = [person('管理员', 'admin'), person('陈望舒', 'ops')]
    const steps = stepsOf([...units, store], posts, staff, DAY)
    expect(open(steps)).toEqual([])
    expect(steps.map((step) => step.count)).toEqual([1, 2, 2, 1])
    expect(steps[3]!.names).toEqual(['陈望舒'])
  })

  it('are open again when the one who may import has left the post, the company, or the post is retired', () => {
    const importers = (staff: StaffMember[], known = posts) => stepsOf(units, known, staff, DAY)[3]!.done
    expect(importers([person('陈望舒', 'ops', { until: DAY })])).toBe(false)
    expect(importers([person('陈望舒', 'ops', { from: '2026-03-03' })])).toBe(false)
    expect(importers([{ ...person('陈望舒', 'ops'), leftOn: DAY }])).toBe(false)
    expect(importers([person('陈望舒', 'ops')], [{ ...posts[1]!, retired: true }])).toBe(false)
  })
})
