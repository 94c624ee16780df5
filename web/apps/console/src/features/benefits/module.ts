import { defineModule } from '@/modules/define'
import { BadgeCheck, ClipboardList, Crown } from '@lucide/vue'

export default defineModule({
  id: 'benefits',
  menu: [
    { group: 'rewards', title: 'benefits.title', to: '/benefits', permission: 'benefits.read', order: 10 },
    { group: 'rewards', title: 'benefits.uses.title', to: '/benefit-uses', permission: 'benefits.read', order: 14 },
    {
      group: 'rewards',
      title: 'benefits.grants.title',
      to: '/benefit-grants',
      permission: 'benefits.grant',
      order: 12,
    },
  ],
  routes: [
    {
      path: '/benefits',
      component: () => import('./pages/BenefitsPage.vue'),
      meta: { title: 'benefits.title', permission: 'benefits.read' },
    },
    {
      path: '/benefit-uses',
      component: () => import('./pages/UsesPage.vue'),
      meta: { title: 'benefits.uses.title', permission: 'benefits.read' },
    },
    {
      path: '/benefit-grants',
      component: () => import('./pages/GrantsPage.vue'),
      meta: { title: 'benefits.grants.title', permission: 'benefits.read' },
    },
  ],
  actions: [
    { id: 'benefits.catalogue', title: 'benefits.title', permission: 'benefits.read', to: '/benefits', icon: Crown },
    {
      id: 'benefits.uses',
      title: 'benefits.uses.title',
      permission: 'benefits.read',
      to: '/benefit-uses',
      icon: ClipboardList,
    },
    {
      id: 'benefits.grants',
      title: 'benefits.grants.title',
      permission: 'benefits.grant',
      to: '/benefit-grants',
      icon: BadgeCheck,
    },
  ],
  memberPanels: [
    {
      id: 'benefits.member',
      permission: 'benefits.read',
      order: 16,
      component: () => import('./components/MemberBenefits.vue'),
    },
  ],
  counterPanels: [
    {
      id: 'benefits.counter',
      permission: 'benefits.use',
      order: 10,
      others: true,
      component: () => import('./components/CounterBenefits.vue'),
    },
  ],
})
