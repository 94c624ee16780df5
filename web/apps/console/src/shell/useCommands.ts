import { can } from '@guildhall/api'
import { ensureEveryMessage } from '@guildhall/i18n'
import type { Command, ObjectSearch } from '@guildhall/ui'
import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { modules, visibleNavigation } from '../modules/registry'
import { GROUP_ICONS } from './icons'

/** What the palette offers: the pages and actions this person may use, and the features' searches. */
export function useCommands() {
  const { t } = useI18n()
  const router = useRouter()
  const ready = ref(false)
  void ensureEveryMessage().then(() => (ready.value = true))

  const pages = computed<Command[]>(() =>
    visibleNavigation().flatMap(({ group, entries }) =>
      entries.map((entry) => ({
        id: `page-${entry.to.replaceAll(/[^a-z0-9]+/gi, '-')}`,
        title: t(entry.title),
        kind: 'page' as const,
        hint: t(`nav.${group}`),
        icon: entry.icon ?? GROUP_ICONS[group],
        words: entry.to,
        run: () => void router.push(entry.to),
      })),
    ),
  )
  const actions = computed<Command[]>(() =>
    modules
      .flatMap((module) => module.actions ?? [])
      .filter((action) => can(action.permission))
      .map((action) => ({
        id: `action-${action.id.replaceAll('.', '-')}`,
        title: t(action.title),
        kind: 'action' as const,
        ...(action.icon === undefined ? {} : { icon: action.icon }),
        run: () => void router.push(action.to),
      })),
  )
  const commands = computed(() => (ready.value ? [...pages.value, ...actions.value] : []))
  const searches = computed<ObjectSearch[]>(() =>
    modules
      .flatMap((module) => module.searches ?? [])
      .filter((search) => ready.value && can(search.permission))
      .map((search) => ({
        id: search.id,
        title: t(search.title),
        find: (text, signal) => search.find(text, signal, router),
      })),
  )
  return { commands, searches, ready }
}
