import '@guildhall/ui/styles.css'
import { createQueryClient, onSessionEnded, ProblemError } from '@guildhall/api'
import { i18n, initialLocale, setLocale } from '@guildhall/i18n'
import { VueQueryPlugin } from '@tanstack/vue-query'
import { createApp } from 'vue'
import App from './App.vue'
import { registerFeatureMessages } from './modules/registry'
import { router } from './router'
import { reauthenticate } from './session/session'
import { tellFailure } from './shell/failures'
import { startTheme } from './shell/theme'

// What nobody waited for fails as loudly as what somebody did.
addEventListener('unhandledrejection', (event) => {
  if (event.reason instanceof ProblemError) void tellFailure(event.reason)
})

startTheme()
registerFeatureMessages()
onSessionEnded(reauthenticate)
await setLocale(initialLocale(), false)

createApp(App)
  .use(i18n)
  .use(router)
  .use(VueQueryPlugin, { queryClient: createQueryClient(tellFailure) })
  .mount('#app')
