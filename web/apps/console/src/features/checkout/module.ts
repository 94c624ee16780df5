import { defineModule } from '@/modules/define'
import { ReceiptText, ShoppingBasket } from '@lucide/vue'

export default defineModule({
  id: 'checkout',
  menu: [
    { group: 'counter', title: 'checkout.counter.title', to: '/counter', permission: 'checkout.sell', order: 10 },
    { group: 'counter', title: 'checkout.list.title', to: '/checkouts', permission: 'checkout.read', order: 20 },
    { group: 'counter', title: 'checkout.day.title', to: '/counter-day', permission: 'checkout.reconcile', order: 50 },
  ],
  routes: [
    {
      path: '/counter',
      component: () => import('./pages/CounterPage.vue'),
      meta: { title: 'checkout.counter.title', permission: 'checkout.sell' },
    },
    {
      path: '/checkouts',
      component: () => import('./pages/CheckoutsPage.vue'),
      meta: { title: 'checkout.list.title', permission: 'checkout.read' },
    },
    {
      path: '/counter-day',
      component: () => import('./pages/CounterDayPage.vue'),
      meta: { title: 'checkout.day.title', permission: 'checkout.reconcile' },
    },
    {
      path: '/checkouts/:id',
      component: () => import('./pages/CheckoutPage.vue'),
      meta: { title: 'checkout.one', permission: 'checkout.read', sample: { id: '/api/checkouts?limit=1' } },
    },
  ],
  actions: [
    {
      id: 'checkout.counter',
      title: 'checkout.counter.title',
      permission: 'checkout.sell',
      to: '/counter',
      icon: ShoppingBasket,
    },
    {
      id: 'checkout.list',
      title: 'checkout.list.title',
      permission: 'checkout.read',
      to: '/checkouts',
      icon: ReceiptText,
    },
  ],
})
