import { flushPromises, mount } from '@vue/test-utils'
import { i18n, setLocale } from '@guildhall/i18n'
import { beforeEach, expect, it } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { useUnsaved } from '../src/form/useUnsaved'
import ConfirmDialog from '../src/overlay/ConfirmDialog.vue'

const dirty = ref(false)
const page = defineComponent({
  setup() {
    useUnsaved(() => dirty.value)
    return () => h('p', 'editing')
  },
})

async function opened() {
  await setLocale('zh-CN', false)
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/edit', component: page },
      { path: '/records/:id', component: page },
      { path: '/away', component: { template: '<p>away</p>' } },
    ],
  })
  await router.push('/edit')
  const app = mount(() => [h(RouterView), h(ConfirmDialog)], {
    attachTo: document.body,
    global: { plugins: [i18n, router] },
  })
  await flushPromises()
  return { app, router }
}
const unload = () => dispatchEvent(new Event('beforeunload', { cancelable: true }))

beforeEach(() => document.body.replaceChildren())

it('what is saved is left without a question', async () => {
  dirty.value = false
  const { app, router } = await opened()
  expect(unload()).toBe(true)
  await router.push('/away')
  expect(app.text()).toContain('away')
})

it('work that is not saved stays until somebody says it may go', async () => {
  dirty.value = true
  const { app, router } = await opened()
  expect(unload()).toBe(false)
  void router.push('/away')
  await flushPromises()
  const dialog = app.find('dialog')
  expect(dialog.text()).toContain('未保存')
  expect(router.currentRoute.value.path).toBe('/edit')
  await dialog.findAll('button').at(-1)!.trigger('click')
  await flushPromises()
  expect(router.currentRoute.value.path).toBe('/away')
})

it('work on one record is not lost to another record of the same page, nor asked about within it', async () => {
  dirty.value = true
  const { app, router } = await opened()
  dirty.value = false
  await router.push('/records/a')
  dirty.value = true
  await router.push('/records/a?tab=two')
  expect(router.currentRoute.value.fullPath).toBe('/records/a?tab=two')
  void router.push('/records/b')
  await flushPromises()
  expect(app.find('dialog').text()).toContain('未保存')
  expect(router.currentRoute.value.params.id).toBe('a')
  await app.find('dialog').findAll('button').at(-1)!.trigger('click')
  await flushPromises()
  expect(router.currentRoute.value.params.id).toBe('b')
})
