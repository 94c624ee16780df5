import { defineModule } from '@/modules/define'
import { Mail } from '@lucide/vue'

export default defineModule({
  id: 'messages',
  menu: [
    { group: 'campaigns', title: 'messages.outbox.title', to: '/messages', permission: 'messages.read', order: 40 },
    {
      group: 'campaigns',
      title: 'messages.templates.title',
      to: '/message-templates',
      permission: 'messages.read',
      order: 42,
    },
    {
      group: 'settings',
      title: 'messages.channels.title',
      to: '/message-channels',
      permission: 'messages.read',
      order: 60,
    },
  ],
  routes: [
    {
      path: '/messages',
      component: () => import('./pages/OutboxPage.vue'),
      meta: { title: 'messages.outbox.title', permission: 'messages.read' },
    },
    {
      path: '/message-templates',
      component: () => import('./pages/TemplatesPage.vue'),
      meta: { title: 'messages.templates.title', permission: 'messages.read' },
    },
    {
      path: '/message-templates/new',
      component: () => import('./pages/TemplateEditPage.vue'),
      meta: { title: 'messages.edit.new', permission: 'messages.templates' },
    },
    {
      path: '/message-templates/:code',
      component: () => import('./pages/TemplatePage.vue'),
      meta: {
        title: 'messages.templates.one',
        permission: 'messages.read',
        sample: { code: '/api/messages/templates' },
      },
    },
    {
      path: '/message-templates/:code/edit',
      component: () => import('./pages/TemplateEditPage.vue'),
      meta: {
        title: 'messages.edit.next',
        permission: 'messages.templates',
        sample: { code: '/api/messages/templates' },
      },
    },
    {
      path: '/message-channels',
      component: () => import('./pages/ChannelsPage.vue'),
      meta: { title: 'messages.channels.title', permission: 'messages.read' },
    },
  ],
  actions: [
    { id: 'messages.outbox', title: 'messages.outbox.title', permission: 'messages.read', to: '/messages', icon: Mail },
    {
      id: 'messages.new-template',
      title: 'messages.edit.new',
      permission: 'messages.templates',
      to: '/message-templates/new',
      icon: Mail,
    },
  ],
  memberPanels: [
    {
      id: 'messages.member',
      permission: 'messages.read',
      order: 40,
      component: () => import('./components/MemberMessages.vue'),
    },
  ],
})
