import '@guildhall/ui/styles.css'
import { createQueryClient, onSessionEnded } from '@guildhall/api'
import { ensureProblemTexts, i18n, initialLocale, problemText, setLocale } from '@guildhall/i18n'
import { toast } from '@guildhall/ui'
import { VueQueryPlugin } from '@tanstack/vue-query'
import { createApp } from 'vue'
import App from './App.vue'
import { registerFeatureMessages } from './modules/registry'
import { router } from './router'
import { reauthenticate } from './session/session'
import { startTheme } from './shell/theme'

async function refused(error: unknown) {
  await ensureProblemTexts()
  toast.bad(problemText(error))
}

startTheme()
registerFeatureMessages()
onSessionEnded(reauthenticate)
await setLocale(initialLocale(), false)

createApp(App)
  .use(i18n)
  .use(router)
  .use(VueQueryPlugin, { queryClient: createQueryClient(refused) })
  .mount('#app')
