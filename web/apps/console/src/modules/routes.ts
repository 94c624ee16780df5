import type { RouteRecordRaw } from 'vue-router'
import { modules } from './registry'

export interface ListedRoute {
  path: string
  permission?: string
  sample?: Record<string, string>
}

/** The routes inside the shell: the features' own, marked with their feature, and the account pages. */
export function featureRoutes(): RouteRecordRaw[] {
  return modules.flatMap((module) =>
    module.routes.map((route) => ({ ...route, meta: { ...route.meta, feature: module.id } }) as RouteRecordRaw),
  )
}

export const accountRoutes: RouteRecordRaw[] = [
  {
    path: '/account/sessions',
    component: () => import('../pages/SessionsPage.vue'),
    meta: { title: 'sessions.title' },
  },
  {
    path: '/account/password',
    component: () => import('../pages/PasswordPage.vue'),
    meta: { title: 'password.title' },
  },
]

/** Every address with a page, for the browser tests. */
export function listRoutes(): ListedRoute[] {
  const inside = [...featureRoutes(), ...accountRoutes].filter((route) => route.redirect === undefined)
  const listed = inside.map((route) => ({
    path: route.path,
    ...(route.meta?.permission === undefined ? {} : { permission: route.meta.permission }),
    ...(route.meta?.sample === undefined ? {} : { sample: route.meta.sample }),
  }))
  return [{ path: '/login' }, ...listed, { path: '/no-such-page' }]
}
