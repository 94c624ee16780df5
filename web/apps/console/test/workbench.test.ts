import { setSession, type SessionView } from '@guildhall/api'
import { afterEach, describe, expect, it } from 'vitest'
import { visibleNavigation, visiblePanels } from '@/modules/registry'
import { listRoutes } from '@/modules/routes'
import { afterLogIn } from '@/router'

function as(post: string, ...permissions: string[]) {
  setSession({
    staff: '1',
    username: post,
    name: post,
    mustChangePassword: false,
    posts: [{ postCode: post, postName: post, unit: '1', unitName: '总部' }],
    permissions: permissions.map((permission) => ({ permission, scope: 'all' })),
  } as SessionView)
}
afterEach(() => setSession(null))

describe('the navigation', () => {
  it('shows only what exists and what the person may see', () => {
    as('store', 'members.read')
    expect(visibleNavigation().map((entry) => entry.group)).toEqual(['workbench', 'members', 'settings'])
  })

  it('keeps the order of the house', () => {
    as('lead', 'members.read', 'insights.read', 'access.audit-read', 'policies.read')
    const groups = visibleNavigation().map((entry) => entry.group)
    expect(groups).toEqual(['workbench', 'members', 'loyalty', 'insights', 'policies', 'settings'])
  })
})

describe('the workbench', () => {
  it('begins with the figures for the lead and with finding a member for service', () => {
    as('lead', 'members.read', 'insights.read')
    expect(visiblePanels()[0]?.id).toBe('insights.headline')
    as('svc', 'members.read', 'insights.read')
    expect(visiblePanels()[0]?.id).toBe('members.find')
  })
})

it('every route with a parameter names a list that shows it with a real id', () => {
  const without = listRoutes().filter((route) => route.path.includes(':') && route.sample === undefined)
  expect(without).toEqual([])
})

it('log-in goes on only to addresses of the console itself', () => {
  expect(afterLogIn('/members?q=1')).toBe('/members?q=1')
  for (const foreign of ['//evil.example', '/\\evil.example', 'https://evil.example', undefined]) {
    expect(afterLogIn(foreign)).toBe('/')
  }
})
