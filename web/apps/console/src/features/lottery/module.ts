import { defineModule } from '@/modules/define'
import { Clover, Gift, ListChecks } from '@lucide/vue'

const sample = { id: '/api/lotteries?limit=1' }

export default defineModule({
  id: 'lottery',
  menu: [
    { group: 'rewards', title: 'lottery.list.title', to: '/lotteries', permission: 'lottery.read', order: 40 },
    { group: 'rewards', title: 'lottery.draws.title', to: '/lottery-draws', permission: 'lottery.read', order: 42 },
    {
      group: 'counter',
      title: 'lottery.collect.title',
      to: '/lottery-prizes',
      permission: 'lottery.hand-out',
      order: 40,
    },
  ],
  routes: [
    {
      path: '/lotteries',
      component: () => import('./pages/LotteriesPage.vue'),
      meta: { title: 'lottery.list.title', permission: 'lottery.read' },
    },
    {
      path: '/lotteries/new',
      component: () => import('./pages/LotteryEditPage.vue'),
      meta: { title: 'lottery.edit.new', permission: 'lottery.configure' },
    },
    {
      path: '/lotteries/:id',
      component: () => import('./pages/LotteryPage.vue'),
      meta: { title: 'lottery.list.one', permission: 'lottery.read', sample },
    },
    {
      path: '/lotteries/:id/edit',
      component: () => import('./pages/LotteryEditPage.vue'),
      meta: { title: 'lottery.edit.change', permission: 'lottery.configure', sample },
    },
    {
      path: '/lotteries/:id/verify',
      component: () => import('./pages/VerifyPage.vue'),
      meta: { title: 'lottery.verify.title', permission: 'lottery.read', sample },
    },
    {
      path: '/lottery-draws',
      component: () => import('./pages/DrawsPage.vue'),
      meta: { title: 'lottery.draws.title', permission: 'lottery.read' },
    },
    {
      path: '/lottery-prizes',
      component: () => import('./pages/CollectPage.vue'),
      meta: { title: 'lottery.collect.title', permission: 'lottery.hand-out' },
    },
  ],
  actions: [
    { id: 'lottery.list', title: 'lottery.list.title', permission: 'lottery.read', to: '/lotteries', icon: Clover },
    {
      id: 'lottery.draws',
      title: 'lottery.draws.title',
      permission: 'lottery.read',
      to: '/lottery-draws',
      icon: ListChecks,
    },
    {
      id: 'lottery.collect',
      title: 'lottery.collect.title',
      permission: 'lottery.hand-out',
      to: '/lottery-prizes',
      icon: Gift,
    },
  ],
  memberPanels: [
    {
      id: 'lottery.member',
      permission: 'lottery.read',
      order: 19,
      component: () => import('./components/MemberLotteries.vue'),
    },
  ],
})
