import { setSession } from '@guildhall/api'
import { afterEach, describe, expect, it } from 'vitest'
import { visibleNavigation, visiblePanels } from '@/modules/registry'
import { logInAs } from './staff'
import { listRoutes } from '@/modules/routes'
import { afterLogIn } from '@/router'

afterEach(() => setSession(null))

describe('the navigation', () => {
  it('shows only what exists and what the person may see', () => {
    logInAs('store', 'members.read')
    expect(visibleNavigation().map((entry) => entry.group)).toEqual(['workbench', 'members', 'settings'])
  })

  it('keeps the order of the house', () => {
    logInAs('lead', 'members.read', 'insights.read', 'access.audit-read', 'policies.read')
    const groups = visibleNavigation().map((entry) => entry.group)
    expect(groups).toEqual(['workbench', 'members', 'loyalty', 'insights', 'policies', 'settings'])
  })
})

describe('the workbench', () => {
  it('begins with the figures for the lead and with finding a member for service', () => {
    logInAs('lead', 'members.read', 'insights.read')
    expect(visiblePanels()[0]?.id).toBe('insights.headline')
    logInAs('svc', 'members.read', 'insights.read')
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
