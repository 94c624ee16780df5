import { ensureMessages, i18n } from '@guildhall/i18n'
import { createRouter, createWebHistory } from 'vue-router'
import { accountRoutes, featureRoutes } from '../modules/routes'
import { ensureSession } from '../session/session'
import { broken, tellFailure } from '../shell/failures'

const PASSWORD = '/account/password'

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    {
      path: '/login',
      name: 'login',
      component: () => import('../pages/LogInPage.vue'),
      meta: { title: 'login.title', open: true },
    },
    {
      path: '/',
      component: () => import('../shell/AppShell.vue'),
      children: [
        ...featureRoutes(),
        ...accountRoutes,
        {
          path: '/:anything(.*)*',
          name: 'not-found',
          component: () => import('../pages/NotFoundPage.vue'),
          meta: { title: 'shell.notFound.title' },
        },
      ],
    },
  ],
  scrollBehavior: (to, _from, saved) => saved ?? (to.hash === '' ? { top: 0 } : { el: to.hash, top: 60 }),
})

router.beforeEach(async (to) => {
  const session = await ensureSession()
  if (to.name === 'login') return session === null ? true : afterLogIn(to.query.to)
  if (session?.mustChangePassword === true && to.path !== PASSWORD) return PASSWORD
  if (to.meta.open === true || session !== null) return true
  return { name: 'login', query: to.fullPath === '/' ? {} : { to: to.fullPath } }
})

router.beforeResolve(async (to) => {
  if (to.meta.feature !== undefined) await ensureMessages(to.meta.feature)
})

router.afterEach((to, _from, failure) => {
  if (failure === undefined) broken.value = undefined
  const { t } = i18n.global
  document.title = to.meta.title === undefined ? t('app.name') : t('app.title', { page: t(to.meta.title) })
})

// A page of an earlier build may be gone after an update: load the new one, once. What else keeps a page from coming is
// said in its place while there is none yet, and beside the page that stays otherwise.
router.onError((error, to) => {
  const missing = error instanceof TypeError && /import|module/i.test(error.message)
  if (missing && sessionStorage.getItem('guildhall.reloaded') !== to.fullPath) {
    sessionStorage.setItem('guildhall.reloaded', to.fullPath)
    return location.assign(to.fullPath)
  }
  if (router.currentRoute.value.matched.length > 0) return tellFailure(error)
  broken.value = {
    error,
    retry: () => router.replace(to.fullPath),
  }
})

/** Only addresses of the console itself are followed after log-in. */
export function afterLogIn(to: unknown): string {
  return typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : '/'
}
