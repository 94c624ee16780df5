import { can, currentSession } from '@guildhall/api'
import { LOCALES, registerMessages, type Locale, type MessageLoaders } from '@guildhall/i18n'
import {
  GROUPS,
  type ApprovalPanel,
  type CounterPanel,
  type FeatureModule,
  type Group,
  type MemberAct,
  type MemberPanel,
  type MenuEntry,
  type PolicyPanel,
  type WorkbenchPanel,
} from './define'

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

export interface PlacedPanel extends WorkbenchPanel {
  feature: string
}

const FIRST = -100

/** The workbench of this person: what they may see, what their posts begin the day with before the rest. */
export function visiblePanels(): PlacedPanel[] {
  const posts = new Set(currentSession.value?.posts.map((post) => post.postCode))
  const rank = (panel: WorkbenchPanel) => panel.order + (panel.posts?.some((post) => posts.has(post)) ? FIRST : 0)
  return modules
    .flatMap((module) => (module.panels ?? []).map((panel) => ({ ...panel, feature: module.id })))
    .filter((panel) => can(panel.permission))
    .toSorted((a, b) => rank(a) - rank(b))
}

/** What features bring to the member's page, as far as this person may see it. */
export function visibleMemberPanels(): (MemberPanel & { feature: string })[] {
  return modules
    .flatMap((module) => (module.memberPanels ?? []).map((panel) => ({ ...panel, feature: module.id })))
    .filter((panel) => can(panel.permission))
    .toSorted((a, b) => a.order - b.order)
}

/** What features offer to do with members picked in the list. */
export function visibleMemberActs(): (MemberAct & { feature: string })[] {
  return modules
    .flatMap((module) => (module.memberActs ?? []).map((act) => ({ ...act, feature: module.id })))
    .filter((act) => can(act.permission))
}

/** What features bring to the counter. */
export function visibleCounterPanels(): (CounterPanel & { feature: string })[] {
  return modules
    .flatMap((module) => (module.counterPanels ?? []).map((panel) => ({ ...panel, feature: module.id })))
    .filter((panel) => can(panel.permission))
    .toSorted((a, b) => a.order - b.order)
}

/** What features bring to the page of a kind of policy. */
export function visiblePolicyPanels(policy: string): (PolicyPanel & { feature: string })[] {
  return modules
    .flatMap((module) => (module.policyPanels ?? []).map((panel) => ({ ...panel, feature: module.id })))
    .filter((panel) => can(panel.permission) && panel.policies.includes(policy))
}

/** What features bring to a request with these facts. */
export function visibleApprovalPanels(facts: Record<string, unknown>): (ApprovalPanel & { feature: string })[] {
  return modules
    .flatMap((module) => (module.approvalPanels ?? []).map((panel) => ({ ...panel, feature: module.id })))
    .filter((panel) => can(panel.permission) && panel.fact in facts)
}
