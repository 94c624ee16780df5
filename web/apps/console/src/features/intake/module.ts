import { defineModule } from '@/modules/define'
import { FileUp } from '@lucide/vue'

export default defineModule({
  id: 'intake',
  menu: [{ group: 'members', title: 'intake.title', to: '/imports', permission: 'intake.read', order: 60 }],
  routes: [
    {
      path: '/imports',
      component: () => import('./pages/ImportsPage.vue'),
      meta: { title: 'intake.title', permission: 'intake.read' },
    },
    {
      path: '/imports/new',
      component: () => import('./pages/NewImportPage.vue'),
      meta: { title: 'intake.create', permission: 'intake.import' },
    },
    {
      path: '/imports/:id',
      component: () => import('./pages/ImportPage.vue'),
      meta: { title: 'intake.page', permission: 'intake.read', sample: { id: '/api/imports?limit=1' } },
    },
  ],
  actions: [
    { id: 'intake.new', title: 'intake.create', permission: 'intake.import', to: '/imports/new', icon: FileUp },
  ],
})
