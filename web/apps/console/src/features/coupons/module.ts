import { defineModule } from '@/modules/define'
import { Ticket, Tickets } from '@lucide/vue'

export default defineModule({
  id: 'coupons',
  menu: [
    { group: 'rewards', title: 'coupons.batches.title', to: '/coupon-batches', permission: 'coupons.read', order: 20 },
    { group: 'rewards', title: 'coupons.list.title', to: '/coupons', permission: 'coupons.read', order: 22 },
  ],
  routes: [
    {
      path: '/coupon-batches',
      component: () => import('./pages/BatchesPage.vue'),
      meta: { title: 'coupons.batches.title', permission: 'coupons.read' },
    },
    {
      path: '/coupon-batches/new',
      component: () => import('./pages/BatchEditPage.vue'),
      meta: { title: 'coupons.edit.new', permission: 'coupons.configure' },
    },
    {
      path: '/coupon-batches/:id',
      component: () => import('./pages/BatchPage.vue'),
      meta: { title: 'coupons.batches.one', permission: 'coupons.read', sample: { id: '/api/coupon-batches?limit=1' } },
    },
    {
      path: '/coupon-batches/:id/edit',
      component: () => import('./pages/BatchEditPage.vue'),
      meta: {
        title: 'coupons.edit.change',
        permission: 'coupons.configure',
        sample: { id: '/api/coupon-batches?limit=1' },
      },
    },
    {
      path: '/coupons',
      component: () => import('./pages/CouponsPage.vue'),
      meta: { title: 'coupons.list.title', permission: 'coupons.read' },
    },
  ],
  actions: [
    {
      id: 'coupons.batches',
      title: 'coupons.batches.title',
      permission: 'coupons.read',
      to: '/coupon-batches',
      icon: Tickets,
    },
    { id: 'coupons.list', title: 'coupons.list.title', permission: 'coupons.read', to: '/coupons', icon: Ticket },
  ],
  memberPanels: [
    {
      id: 'coupons.member',
      permission: 'coupons.read',
      order: 18,
      component: () => import('./components/MemberCoupons.vue'),
    },
  ],
})
