import { ensureProblemTexts, setLocale, i18n } from '@guildhall/i18n'
import { ProblemError, setSession } from '@guildhall/api'
import { toast } from '@guildhall/ui'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { h, type Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import App from '@/App.vue'
import { router } from '@/router'
import { broken, leavesHalfDrawn, tellFailure } from '@/shell/failures'

vi.mock('@/pages/LogInPage.vue', () => ({ default: { render: () => 'log-in' } }))
const refusal = () => new ProblemError(503, { code: 'web.unavailable' })
const page = {
  setup: () => () => h('button', { onClick: () => Promise.reject(refusal()) }, 'work that is not saved'),
}
const wrong = {
  setup() {
    throw refusal()
  },
}

beforeEach(async () => {
  broken.value = undefined
  document.body.replaceChildren()
  await setLocale('zh-CN', false)
  await ensureProblemTexts()
})
enableAutoUnmount(afterEach)
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

async function app(shown: Component) {
  const routes = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: shown }] })
  await routes.push('/')
  const mounted = mount(App, { attachTo: document.body, global: { plugins: [i18n, routes] } })
  await flushPromises()
  return mounted
}

describe('what fails', () => {
  it('in the handler of an event leaves the page and says so once', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const said = vi.spyOn(toast, 'bad').mockImplementation(() => undefined as never)
    const shown = await app(page)
    await shown.find('button').trigger('click')
    await flushPromises()
    expect(shown.text()).toContain('work that is not saved')
    expect(said).toHaveBeenCalledOnce()
  })

  it('while a page is made takes its place', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const shown = await app(wrong)
    expect(shown.find('[role="alert"]').exists()).toBe(true)
  })

  it('is told by its place also where a build names places by number', () => {
    const runtime = (code: number) => `https://vuejs.org/error-reference/#runtime-${code}`
    expect([0, 1, 15].map(runtime).every(leavesHalfDrawn)).toBe(true)
    expect([3, 5, 6, 10, 11].map(runtime).some(leavesHalfDrawn)).toBe(false)
  })

  it('is said once, however many hear of it', async () => {
    const said = vi.spyOn(toast, 'bad').mockImplementation(() => undefined as never)
    const error = refusal()
    await Promise.all([tellFailure(error), tellFailure(error)])
    expect(said).toHaveBeenCalledOnce()
  })
})

describe('the first page', () => {
  it('says that there is no server, and comes when there is one again', async () => {
    let up = false
    vi.stubGlobal('fetch', async () =>
      up ? Response.json({ zone: 'Asia/Shanghai' }) : new Response('', { status: 503 }),
    )
    setSession(undefined as never)
    const shown = mount(App, { attachTo: document.body, global: { plugins: [i18n, router] } })
    await vi.waitFor(() => expect(broken.value).toBeDefined())
    await flushPromises()
    expect(shown.find('[role="alert"]').exists()).toBe(true)
    up = true
    await shown.find('[role="alert"] button').trigger('click')
    await vi.waitFor(() => expect(router.currentRoute.value.name).toBe('login'))
    expect(broken.value).toBeUndefined()
  })
})
