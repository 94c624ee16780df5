import { i18n } from '@guildhall/i18n'
import { onBeforeUnmount, onMounted } from 'vue'
import { onBeforeRouteLeave, onBeforeRouteUpdate, type RouteLocationNormalized } from 'vue-router'
import { confirm } from '../overlay/confirm'

/**
 * Guards work that is not saved: leaving the page asks first, and so does another record on the same page, which is told
 * by its path unless it is by something else. Gives the same question for other ways to lose the work.
 */
export function useUnsaved(
  dirty: () => boolean,
  effect = 'ui.form.unsavedText',
  recordOf: (route: RouteLocationNormalized) => unknown = (route) => route.path,
) {
  const { t } = i18n.global
  async function mayLeave(): Promise<boolean> {
    if (!dirty()) return true
    const answer = await confirm({
      title: t('ui.form.unsavedTitle'),
      effect: t(effect),
      action: t('ui.form.discard'),
      danger: true,
    })
    return answer !== undefined
  }
  function onUnload(event: BeforeUnloadEvent) {
    if (dirty()) event.preventDefault()
  }
  onMounted(() => addEventListener('beforeunload', onUnload))
  onBeforeUnmount(() => removeEventListener('beforeunload', onUnload))
  onBeforeRouteLeave(mayLeave)
  onBeforeRouteUpdate((to, from) => recordOf(to) === recordOf(from) || mayLeave())
  return mayLeave
}
