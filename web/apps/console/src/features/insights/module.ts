import { defineModule } from '@/modules/define'
import { ChartNoAxesCombined } from '@lucide/vue'

export default defineModule({
  id: 'insights',
  menu: [{ group: 'insights', title: 'insights.dashboard', to: '/insights', permission: 'insights.read', order: 10 }],
  routes: [
    {
      path: '/insights',
      component: () => import('./pages/DashboardPage.vue'),
      meta: { title: 'insights.dashboard', permission: 'insights.read' },
    },
  ],
  panels: [
    {
      id: 'insights.headline',
      permission: 'insights.read',
      order: 10,
      posts: ['lead', 'ops', 'analyst'],
      wide: true,
      component: () => import('./components/HeadlinePanel.vue'),
    },
  ],
  actions: [
    {
      id: 'insights.open',
      title: 'insights.dashboard',
      permission: 'insights.read',
      to: '/insights',
      icon: ChartNoAxesCombined,
    },
  ],
})
