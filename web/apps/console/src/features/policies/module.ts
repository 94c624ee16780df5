import { defineModule } from '@/modules/define'
import { BookOpenText, ScrollText } from '@lucide/vue'

export default defineModule({
  id: 'policies',
  menu: [
    { group: 'policies', title: 'policies.title', to: '/policies', permission: 'policies.read', order: 10 },
    { group: 'policies', title: 'policies.handbook', to: '/handbook', permission: 'policies.read', order: 20 },
  ],
  routes: [
    {
      path: '/policies',
      component: () => import('./pages/PoliciesPage.vue'),
      meta: { title: 'policies.title', permission: 'policies.read' },
    },
    {
      path: '/policies/:kind',
      component: () => import('./pages/PolicyPage.vue'),
      meta: { title: 'policies.page', permission: 'policies.read', sample: { kind: '/api/policies' } },
    },
    {
      path: '/handbook',
      component: () => import('./pages/HandbookPage.vue'),
      meta: { title: 'policies.handbook', permission: 'policies.read' },
    },
  ],
  panels: [
    {
      id: 'policies.drafts',
      permission: 'policies.read',
      order: 30,
      posts: ['ops'],
      component: () => import('./components/DraftsPanel.vue'),
    },
  ],
  actions: [
    {
      id: 'policies.open',
      title: 'policies.title',
      permission: 'policies.read',
      to: '/policies',
      icon: ScrollText,
    },
    {
      id: 'policies.handbook',
      title: 'policies.handbook',
      permission: 'policies.read',
      to: '/handbook',
      icon: BookOpenText,
    },
  ],
})
