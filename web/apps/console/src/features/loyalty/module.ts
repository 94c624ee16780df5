import { defineModule } from '@/modules/define'
import { formatDateTime, formatMoney, numberText } from '@guildhall/i18n'
import { ReceiptText, ShoppingBag } from '@lucide/vue'
import { purchasesNumbered } from './queries'
import { POLICIES } from './simulations'

export default defineModule({
  id: 'loyalty',
  menu: [
    { group: 'loyalty', title: 'loyalty.purchases', to: '/purchases', permission: 'loyalty.read', order: 10 },
    { group: 'loyalty', title: 'loyalty.tiers', to: '/loyalty/tiers', permission: 'policies.read', order: 20 },
    {
      group: 'loyalty',
      title: 'loyalty.simulation.title',
      to: '/loyalty/simulations',
      permission: 'loyalty.simulations-read',
      order: 70,
    },
    { group: 'loyalty', title: 'loyalty.grants.title', to: '/loyalty/grants', permission: 'ledger.adjust', order: 75 },
    {
      group: 'loyalty',
      title: 'loyalty.byHand.title',
      to: '/loyalty/by-hand',
      permission: 'adjustments.read',
      order: 77,
    },
    { group: 'loyalty', title: 'loyalty.runs.title', to: '/loyalty/runs', permission: 'loyalty.runs-read', order: 80 },
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
      path: '/loyalty/grants',
      component: () => import('./pages/GrantsPage.vue'),
      meta: { title: 'loyalty.grants.title', permission: 'ledger.adjust' },
    },
    {
      path: '/loyalty/grants/:id',
      component: () => import('./pages/GrantPage.vue'),
      meta: {
        title: 'loyalty.grants.one',
        permission: 'ledger.adjust',
        sample: { id: '/api/batch-grants?limit=1' },
      },
    },
    {
      path: '/loyalty/by-hand',
      component: () => import('./pages/ByHandPage.vue'),
      meta: { title: 'loyalty.byHand.title', permission: 'adjustments.read' },
    },
    {
      path: '/loyalty/runs',
      component: () => import('./pages/RunsPage.vue'),
      meta: { title: 'loyalty.runs.title', permission: 'loyalty.runs-read' },
    },
    {
      path: '/loyalty/runs/:id',
      component: () => import('./pages/RunPage.vue'),
      meta: {
        title: 'loyalty.runs.one',
        permission: 'loyalty.runs-read',
        sample: { id: '/api/loyalty/runs?limit=1' },
      },
    },
    {
      path: '/loyalty/simulations',
      component: () => import('./pages/SimulationsPage.vue'),
      meta: { title: 'loyalty.simulation.title', permission: 'loyalty.simulations-read' },
    },
    {
      path: '/loyalty/simulations/:id',
      component: () => import('./pages/SimulationPage.vue'),
      meta: {
        title: 'loyalty.simulation.one',
        permission: 'loyalty.simulations-read',
        sample: { id: '/api/loyalty/simulations?limit=1' },
      },
    },
    {
      path: '/ledger/laws',
      component: () => import('./pages/LawsPage.vue'),
      meta: { title: 'loyalty.laws.title', permission: 'ledger.prove' },
    },
  ],
  panels: [
    {
      id: 'loyalty.laws',
      permission: 'ledger.prove',
      order: 15,
      posts: ['lead', 'ops', 'auditor'],
      component: () => import('./components/LawsPanel.vue'),
    },
  ],
  memberPanels: [
    {
      id: 'loyalty.occasions',
      permission: 'loyalty.read',
      order: 12,
      component: () => import('./components/MemberOccasions.vue'),
    },
  ],
  memberActs: [
    {
      id: 'loyalty.grant',
      title: 'loyalty.grants.create',
      permission: 'ledger.adjust',
      component: () => import('./components/GrantToPicked.vue'),
    },
  ],
  policyPanels: [
    {
      id: 'loyalty.simulations',
      permission: 'loyalty.simulations-read',
      policies: POLICIES,
      component: () => import('./components/PolicySimulations.vue'),
    },
  ],
  approvalPanels: [
    { id: 'loyalty.simulation', fact: 'simulation', component: () => import('./components/SimulatedReason.vue') },
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
