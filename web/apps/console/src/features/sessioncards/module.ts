import { defineModule } from '@/modules/define'
import { CalendarDays, Ticket } from '@lucide/vue'

export default defineModule({
  id: 'sessioncards',
  menu: [
    { group: 'rewards', title: 'sessioncards.title', to: '/session-cards', permission: 'sessioncards.read', order: 60 },
    {
      group: 'counter',
      title: 'sessioncards.day.title',
      to: '/session-day',
      permission: 'sessioncards.read',
      order: 45,
    },
    {
      group: 'rewards',
      title: 'sessioncards.bookings.title',
      to: '/session-bookings',
      permission: 'sessioncards.read',
      order: 62,
    },
    {
      group: 'rewards',
      title: 'sessioncards.products.title',
      to: '/session-products',
      permission: 'sessioncards.read',
      order: 63,
    },
    {
      group: 'rewards',
      title: 'sessioncards.rota.title',
      to: '/session-rota',
      permission: 'sessioncards.arrange',
      order: 64,
    },
  ],
  routes: [
    {
      path: '/session-cards',
      component: () => import('./pages/CardsPage.vue'),
      meta: { title: 'sessioncards.title', permission: 'sessioncards.read' },
    },
    {
      path: '/session-day',
      component: () => import('./pages/DayPage.vue'),
      meta: { title: 'sessioncards.day.title', permission: 'sessioncards.read' },
    },
    {
      path: '/session-bookings',
      component: () => import('./pages/BookingsPage.vue'),
      meta: { title: 'sessioncards.bookings.title', permission: 'sessioncards.read' },
    },
    {
      path: '/session-products',
      component: () => import('./pages/ProductsPage.vue'),
      meta: { title: 'sessioncards.products.title', permission: 'sessioncards.read' },
    },
    {
      path: '/session-rota',
      component: () => import('./pages/RotaPage.vue'),
      meta: { title: 'sessioncards.rota.title', permission: 'sessioncards.arrange' },
    },
  ],
  actions: [
    {
      id: 'sessioncards.cards',
      title: 'sessioncards.title',
      permission: 'sessioncards.read',
      to: '/session-cards',
      icon: Ticket,
    },
    {
      id: 'sessioncards.day',
      title: 'sessioncards.day.title',
      permission: 'sessioncards.read',
      to: '/session-day',
      icon: CalendarDays,
    },
  ],
  memberPanels: [
    {
      id: 'sessioncards.member',
      permission: 'sessioncards.read',
      order: 17,
      component: () => import('./components/MemberCards.vue'),
    },
  ],
  counterPanels: [
    {
      id: 'sessioncards.counter',
      permission: 'sessioncards.read',
      order: 15,
      component: () => import('./components/CounterCards.vue'),
    },
  ],
})
