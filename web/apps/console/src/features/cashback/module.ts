import { defineModule } from '@/modules/define'
import { Banknote, CalendarCheck, HandCoins, Share2 } from '@lucide/vue'

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
      group: 'finance',
      title: 'cashback.payouts.title',
      to: '/commission-payouts',
      permission: 'cashback.payouts-read',
      order: 23,
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
    {
      path: '/commission-payouts',
      component: () => import('./pages/PayoutsPage.vue'),
      meta: { title: 'cashback.payouts.title', permission: 'cashback.payouts-read' },
    },
    {
      path: '/commission-payouts/:id',
      component: () => import('./pages/PayoutPage.vue'),
      meta: {
        title: 'cashback.payouts.title',
        permission: 'cashback.payouts-read',
        sample: { id: '/api/cashback/payouts?limit=1' },
      },
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
      id: 'cashback.payouts',
      title: 'cashback.payouts.title',
      permission: 'cashback.payouts-read',
      to: '/commission-payouts',
      icon: Banknote,
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
  approvalPanels: [
    {
      id: 'cashback.payout-asked',
      permission: 'cashback.payouts-read',
      fact: 'payout',
      component: () => import('./components/PayoutAsked.vue'),
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
