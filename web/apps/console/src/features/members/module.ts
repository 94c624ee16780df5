import { defineModule } from '@/modules/define'
import { UserPlus, UserRound } from '@lucide/vue'
import { searchMembers } from './queries'

export default defineModule({
  id: 'members',
  menu: [
    { group: 'members', title: 'members.title', to: '/members', permission: 'members.read', order: 10 },
    {
      group: 'settings',
      title: 'members.attributes.title',
      to: '/settings/attributes',
      permission: 'members.configure',
      order: 35,
    },
  ],
  routes: [
    {
      path: '/members',
      component: () => import('./pages/MembersPage.vue'),
      meta: { title: 'members.title', permission: 'members.read' },
    },
    {
      path: '/members/:id',
      component: () => import('./pages/MemberPage.vue'),
      meta: { title: 'members.page', permission: 'members.read', sample: { id: '/api/members?limit=1' } },
    },
    {
      path: '/settings/attributes',
      component: () => import('./pages/AttributesPage.vue'),
      meta: { title: 'members.attributes.title', permission: 'members.configure' },
    },
  ],
  actions: [
    {
      id: 'members.create',
      title: 'members.form.create',
      permission: 'members.write',
      to: '/members?create=1',
      icon: UserPlus,
    },
  ],
  panels: [
    {
      id: 'members.find',
      permission: 'members.read',
      order: 20,
      posts: ['svc', 'store', 'acq'],
      component: () => import('./components/FindPanel.vue'),
    },
    {
      id: 'members.lists',
      permission: 'members.read',
      order: 30,
      posts: ['acq', 'svc'],
      component: () => import('./components/ListsPanel.vue'),
    },
  ],
  searches: [
    {
      id: 'members',
      title: 'members.title',
      permission: 'members.read',
      async find(text, _signal, router) {
        const { items } = await searchMembers({ text, limit: 8 })
        return items.map((row) => ({
          id: `member-${row.id}`,
          title: row.name ?? row.number,
          kind: 'object' as const,
          hint: [row.number, row.mobile].filter(Boolean).join(' · '),
          icon: UserRound,
          run: () => void router.push(`/members/${row.id}`),
        }))
      },
    },
  ],
})
