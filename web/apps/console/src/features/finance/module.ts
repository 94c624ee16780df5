import { defineModule } from '@/modules/define'
import { BookCheck, Landmark } from '@lucide/vue'

export default defineModule({
  id: 'finance',
  menu: [
    {
      group: 'finance',
      title: 'finance.liability.title',
      to: '/finance/liability',
      permission: 'finance.read',
      order: 30,
    },
    { group: 'finance', title: 'finance.periods.title', to: '/finance/periods', permission: 'finance.read', order: 40 },
  ],
  routes: [
    {
      path: '/finance/liability',
      component: () => import('./pages/LiabilityPage.vue'),
      meta: { title: 'finance.liability.title', permission: 'finance.read' },
    },
    {
      path: '/finance/periods',
      component: () => import('./pages/PeriodsPage.vue'),
      meta: { title: 'finance.periods.title', permission: 'finance.read' },
    },
  ],
  actions: [
    {
      id: 'finance.periods',
      title: 'finance.periods.title',
      permission: 'finance.read',
      to: '/finance/periods',
      icon: BookCheck,
    },
    {
      id: 'finance.liability',
      title: 'finance.liability.title',
      permission: 'finance.read',
      to: '/finance/liability',
      icon: Landmark,
    },
  ],
})
