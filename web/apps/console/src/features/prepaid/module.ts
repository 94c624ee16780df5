import { defineModule } from '@/modules/define'
import { Wallet } from '@lucide/vue'

export default defineModule({
  id: 'prepaid',
  menu: [
    { group: 'finance', title: 'prepaid.title', to: '/stored-value', permission: 'prepaid.read', order: 10 },
    {
      group: 'finance',
      title: 'prepaid.day.title',
      to: '/stored-value/day',
      permission: 'prepaid.reconcile',
      order: 12,
    },
  ],
  routes: [
    {
      path: '/stored-value',
      component: () => import('./pages/StoredValuePage.vue'),
      meta: { title: 'prepaid.title', permission: 'prepaid.read' },
    },
    {
      path: '/stored-value/day',
      component: () => import('./pages/DayPage.vue'),
      meta: { title: 'prepaid.day.title', permission: 'prepaid.reconcile' },
    },
  ],
  actions: [
    { id: 'prepaid.movements', title: 'prepaid.title', permission: 'prepaid.read', to: '/stored-value', icon: Wallet },
  ],
  panels: [
    {
      id: 'prepaid.advances',
      permission: 'prepaid.reconcile',
      order: 28,
      component: () => import('./components/AdvancePanel.vue'),
    },
  ],
  counterPanels: [
    {
      id: 'prepaid.counter',
      permission: 'prepaid.top-up',
      order: 12,
      others: true,
      component: () => import('./components/CounterTopUp.vue'),
    },
  ],
  memberPanels: [
    {
      id: 'prepaid.account',
      permission: 'prepaid.read',
      order: 15,
      component: () => import('./components/MemberStoredValue.vue'),
    },
  ],
})
