import { can } from '@guildhall/api'
import { LOCALES, registerMessages, type Locale, type MessageLoaders } from '@guildhall/i18n'
import { GROUPS, type FeatureModule, type Group, type MenuEntry } from './define'

const found = import.meta.glob<{ default: FeatureModule }>('../features/*/module.ts', { eager: true })
const texts = import.meta.glob('../features/*/locales/*.ts') as Record<string, MessageLoaders[Locale]>

/** Every feature of the console, by the folder's name. */
export const modules: FeatureModule[] = Object.values(found).map((file) => file.default)

/** Makes the features' texts loadable under the feature's name. */
export function registerFeatureMessages() {
  for (const module of modules) {
    const entries = LOCALES.map((locale) => [locale, texts[`../features/${module.id}/locales/${locale}.ts`]])
    registerMessages(module.id, Object.fromEntries(entries) as MessageLoaders)
  }
}

export interface NavGroup {
  group: Group
  entries: MenuEntry[]
}

/** The navigation as this person may see it: groups without a visible entry are left out. */
export function visibleNavigation(): NavGroup[] {
  const entries = modules.flatMap((module) => module.menu).filter((entry) => can(entry.permission))
  return GROUPS.map((group) => ({
    group,
    entries: entries.filter((entry) => entry.group === group).toSorted((a, b) => (a.order ?? 50) - (b.order ?? 50)),
  })).filter((navGroup) => navGroup.entries.length > 0)
}
