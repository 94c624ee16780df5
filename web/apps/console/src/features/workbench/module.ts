import { defineModule } from '@/modules/define'

export default defineModule({
  id: 'workbench',
  menu: [{ group: 'workbench', title: 'workbench.title', to: '/', order: 0 }],
  routes: [{ path: '/', component: () => import('./pages/WorkbenchPage.vue'), meta: { title: 'workbench.title' } }],
})
