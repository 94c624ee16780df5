import { defineModule } from '@/modules/define'
import { KeyRound, UserPlus } from '@lucide/vue'

const page = (name: string, permission: string, order: number) => ({
  menu: { group: 'settings' as const, title: `access.${name}.title`, to: `/settings/${name}`, permission, order },
  meta: { title: `access.${name}.title`, permission },
})
const staff = page('staff', 'access.staff-read', 10)
const units = page('units', 'access.units-read', 20)
const posts = page('posts', 'access.posts-read', 30)
const keys = page('keys', 'access.keys-write', 40)
const audit = page('audit', 'access.audit-read', 50)

export default defineModule({
  id: 'access',
  menu: [staff.menu, units.menu, posts.menu, keys.menu, audit.menu],
  routes: [
    { path: staff.menu.to, component: () => import('./pages/StaffPage.vue'), meta: staff.meta },
    { path: units.menu.to, component: () => import('./pages/UnitsPage.vue'), meta: units.meta },
    { path: posts.menu.to, component: () => import('./pages/PostsPage.vue'), meta: posts.meta },
    { path: keys.menu.to, component: () => import('./pages/ApiKeysPage.vue'), meta: keys.meta },
    { path: audit.menu.to, component: () => import('./pages/AuditPage.vue'), meta: audit.meta },
  ],
  panels: [
    {
      id: 'access.first-steps',
      permission: 'access.administer',
      order: 40,
      posts: ['admin'],
      component: () => import('./components/FirstSteps.vue'),
    },
  ],
  actions: [
    {
      id: 'access.hire',
      title: 'access.staff.hire',
      permission: 'access.staff-write',
      to: '/settings/staff?hire=1',
      icon: UserPlus,
    },
    {
      id: 'access.key',
      title: 'access.keys.create',
      permission: 'access.keys-write',
      to: '/settings/keys?create=1',
      icon: KeyRound,
    },
  ],
})
