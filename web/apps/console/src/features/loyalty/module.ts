import { defineModule } from '@/modules/define'
import { formatDateTime, formatMoney, numberText } from '@guildhall/i18n'
import { ReceiptText, ShoppingBag } from '@lucide/vue'
import { purchasesNumbered } from './queries'

export default defineModule({
  id: 'loyalty',
  menu: [
    { group: 'loyalty', title: 'loyalty.purchases', to: '/purchases', permission: 'loyalty.read', order: 10 },
    { group: 'loyalty', title: 'loyalty.tiers', to: '/loyalty/tiers', permission: 'policies.read', order: 20 },
    { group: 'loyalty', title: 'loyalty.laws.title', to: '/ledger/laws', permission: 'ledger.prove', order: 90 },
  ],
  routes: [
    {
      path: '/purchases',
      component: () => import('./pages/PurchasesPage.vue'),
      meta: { title: 'loyalty.purchases', permission: 'loyalty.read' },
    },
    {
      path: '/purchases/:id',
      component: () => import('./pages/PurchasePage.vue'),
      meta: { title: 'loyalty.purchase', permission: 'loyalty.read', sample: { id: '/api/purchases?limit=1' } },
    },
    {
      path: '/loyalty/tiers',
      component: () => import('./pages/TiersPage.vue'),
      meta: { title: 'loyalty.tiers', permission: 'policies.read' },
    },
    {
      path: '/loyalty/members/:id',
      component: () => import('./pages/StatementPage.vue'),
      meta: {
        title: 'loyalty.statement.title',
        permission: 'ledger.read',
        nav: '/members',
        sample: { id: '/api/members?limit=1' },
      },
    },
    {
      path: '/ledger/laws',
      component: () => import('./pages/LawsPage.vue'),
      meta: { title: 'loyalty.laws.title', permission: 'ledger.prove' },
    },
  ],
  searches: [
    {
      id: 'purchases',
      title: 'loyalty.purchases',
      permission: 'loyalty.read',
      find: async (text, _signal, router) =>
        (await purchasesNumbered(text)).map((row) => ({
          id: `purchase-${row.id}`,
          title: numberText(row.number),
          kind: 'object' as const,
          hint: [formatDateTime(row.occurredAt), formatMoney(row.total)].join(' · '),
          icon: ReceiptText,
          run: () => void router.push(`/purchases/${row.id}`),
        })),
    },
  ],
  actions: [
    {
      id: 'loyalty.record',
      title: 'loyalty.record.title',
      permission: 'loyalty.record',
      to: '/purchases?record=1',
      icon: ShoppingBag,
    },
    {
      id: 'loyalty.laws',
      title: 'loyalty.laws.title',
      permission: 'ledger.prove',
      to: '/ledger/laws',
      icon: ReceiptText,
    },
  ],
})
