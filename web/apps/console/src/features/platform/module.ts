import { defineModule } from '@/modules/define'

export default defineModule({
  id: 'platform',
  menu: [{ group: 'settings', title: 'platform.jobs.title', to: '/settings/jobs', order: 60 }],
  routes: [
    {
      path: '/settings/jobs',
      component: () => import('./pages/JobsPage.vue'),
      meta: { title: 'platform.jobs.title' },
    },
  ],
  panels: [
    {
      id: 'platform.jobs',
      order: 50,
      posts: ['admin'],
      component: () => import('./components/JobsPanel.vue'),
    },
  ],
})
