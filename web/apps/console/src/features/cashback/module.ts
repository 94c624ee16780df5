import { defineModule } from '@/modules/define'
import { CalendarCheck, HandCoins, Share2 } from '@lucide/vue'

export default defineModule({
  id: 'cashback',
  menu: [
    { group: 'finance', title: 'cashback.title', to: '/cashback', permission: 'cashback.read', order: 20 },
    {
      group: 'finance',
      title: 'cashback.settle.title',
      to: '/cashback-settlements',
      permission: 'cashback.settle',
      order: 22,
    },
    {
      group: 'loyalty',
      title: 'cashback.promoters.title',
      to: '/promoters',
      permission: 'cashback.promoters-read',
      order: 37.6,
    },
  ],
  routes: [
    {
      path: '/cashback',
      component: () => import('./pages/RebatesPage.vue'),
      meta: { title: 'cashback.title', permission: 'cashback.read' },
    },
    {
      path: '/cashback-settlements',
      component: () => import('./pages/SettlementsPage.vue'),
      meta: { title: 'cashback.settle.title', permission: 'cashback.settle' },
    },
    {
      path: '/promoters',
      component: () => import('./pages/PromotersPage.vue'),
      meta: { title: 'cashback.promoters.title', permission: 'cashback.promoters-read' },
    },
  ],
  actions: [
    { id: 'cashback.list', title: 'cashback.title', permission: 'cashback.read', to: '/cashback', icon: HandCoins },
    {
      id: 'cashback.settle',
      title: 'cashback.settle.title',
      permission: 'cashback.settle',
      to: '/cashback-settlements',
      icon: CalendarCheck,
    },
    {
      id: 'cashback.promoters',
      title: 'cashback.promoters.title',
      permission: 'cashback.promoters-read',
      to: '/promoters',
      icon: Share2,
    },
  ],
  memberPanels: [
    {
      id: 'cashback.member',
      permission: 'cashback.read',
      order: 17,
      component: () => import('./components/MemberCashback.vue'),
    },
    {
      id: 'cashback.bond',
      permission: 'cashback.promoters-read',
      order: 17.5,
      component: () => import('./components/MemberBond.vue'),
    },
  ],
  counterPanels: [
    {
      id: 'cashback.counter',
      permission: 'cashback.use',
      order: 20,
      component: () => import('./components/MemberCashback.vue'),
    },
  ],
})
