import { defineModule } from '@/modules/define'
import { Gift, ScanLine } from '@lucide/vue'

export default defineModule({
  id: 'mall',
  menu: [
    { group: 'rewards', title: 'mall.rewards.title', to: '/rewards', permission: 'mall.read', order: 30 },
    { group: 'rewards', title: 'mall.redemptions.title', to: '/redemptions', permission: 'mall.read', order: 32 },
    { group: 'counter', title: 'mall.pickUp.title', to: '/pick-up', permission: 'mall.hand-out', order: 30 },
  ],
  routes: [
    {
      path: '/rewards',
      component: () => import('./pages/RewardsPage.vue'),
      meta: { title: 'mall.rewards.title', permission: 'mall.read' },
    },
    {
      path: '/rewards/new',
      component: () => import('./pages/RewardEditPage.vue'),
      meta: { title: 'mall.edit.new', permission: 'mall.configure' },
    },
    {
      path: '/rewards/:id',
      component: () => import('./pages/RewardPage.vue'),
      meta: { title: 'mall.rewards.one', permission: 'mall.read', sample: { id: '/api/rewards?limit=1' } },
    },
    {
      path: '/rewards/:id/edit',
      component: () => import('./pages/RewardEditPage.vue'),
      meta: { title: 'mall.edit.change', permission: 'mall.configure', sample: { id: '/api/rewards?limit=1' } },
    },
    {
      path: '/redemptions',
      component: () => import('./pages/RedemptionsPage.vue'),
      meta: { title: 'mall.redemptions.title', permission: 'mall.read' },
    },
    {
      path: '/pick-up',
      component: () => import('./pages/PickUpPage.vue'),
      meta: { title: 'mall.pickUp.title', permission: 'mall.hand-out' },
    },
  ],
  actions: [
    { id: 'mall.pickUp', title: 'mall.pickUp.title', permission: 'mall.hand-out', to: '/pick-up', icon: ScanLine },
    { id: 'mall.rewards', title: 'mall.rewards.title', permission: 'mall.read', to: '/rewards', icon: Gift },
  ],
  counterPanels: [
    {
      id: 'mall.counter',
      permission: 'mall.redeem',
      order: 18,
      others: true,
      component: () => import('./components/CounterRedeem.vue'),
    },
  ],
  memberPanels: [
    {
      id: 'mall.redemptions',
      permission: 'mall.read',
      order: 20,
      component: () => import('./components/MemberRedemptions.vue'),
    },
  ],
})
