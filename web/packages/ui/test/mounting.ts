import { createQueryClient } from '@guildhall/api'
import { i18n, setLocale } from '@guildhall/i18n'
import { VueQueryPlugin } from '@tanstack/vue-query'
import { mount, type ComponentMountingOptions } from '@vue/test-utils'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'

/** Mounts a component with texts, routes and queries as the console has them. */
export async function mounted<C extends Component>(component: C, options: ComponentMountingOptions<C>) {
  await setLocale('zh-CN', false)
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:any(.*)*', component: { template: '' } }],
  })
  await router.push('/')
  return mount(component, {
    attachTo: document.body,
    ...options,
    global: { plugins: [i18n, router, [VueQueryPlugin, { queryClient: createQueryClient(() => undefined) }]] },
  } as ComponentMountingOptions<C>)
}
