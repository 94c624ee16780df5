import { defineModule } from '@/modules/define'
import { Wallet } from '@lucide/vue'

export default defineModule({
  id: 'prepaid',
  menu: [
    { group: 'loyalty', title: 'prepaid.title', to: '/stored-value', permission: 'prepaid.read', order: 36 },
    {
      group: 'loyalty',
      title: 'prepaid.day.title',
      to: '/stored-value/day',
      permission: 'prepaid.reconcile',
      order: 38,
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
  memberPanels: [
    {
      id: 'prepaid.account',
      permission: 'prepaid.read',
      order: 15,
      component: () => import('./components/MemberStoredValue.vue'),
    },
  ],
})
