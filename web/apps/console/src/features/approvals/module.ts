import { defineModule } from '@/modules/define'
import { ClipboardCheck } from '@lucide/vue'

export default defineModule({
  id: 'approvals',
  menu: [
    { group: 'workbench', title: 'approvals.title', to: '/approvals', permission: 'approvals.take-part', order: 20 },
  ],
  routes: [
    {
      path: '/approvals',
      component: () => import('./pages/ApprovalsPage.vue'),
      meta: { title: 'approvals.title', permission: 'approvals.take-part' },
    },
  ],
  actions: [
    {
      id: 'approvals.open',
      title: 'approvals.title',
      permission: 'approvals.take-part',
      to: '/approvals',
      icon: ClipboardCheck,
    },
  ],
  panels: [
    {
      id: 'approvals.inbox',
      permission: 'approvals.take-part',
      order: 10,
      posts: ['lead', 'ops'],
      component: () => import('./components/InboxPanel.vue'),
    },
  ],
})
