import type { Command } from '@guildhall/ui'
import type { Component } from 'vue'
import type { RouteRecordRaw, Router } from 'vue-router'

/** The places of the main navigation, in order. */
export const GROUPS = [
  'workbench',
  'counter',
  'members',
  'leads',
  'loyalty',
  'rewards',
  'campaigns',
  'desk',
  'finance',
  'insights',
  'teams',
  'policies',
  'settings',
] as const
export type Group = (typeof GROUPS)[number]

declare module 'vue-router' {
  interface RouteMeta {
    /** i18n key of the document's title. */
    title?: string
    permission?: string
    /** Needs no log-in. */
    open?: boolean
    /** The entry of the navigation under which the page belongs, where its address doesn't tell. */
    nav?: string
    /** Set by the registry: whose texts the page needs. */
    feature?: string
    /** For tests: a list whose first item's id fills the route's parameter, as { id: '/api/members?limit=1' }. */
    sample?: Record<string, string>
  }
}

export interface MenuEntry {
  group: Group
  /** i18n key. */
  title: string
  to: string
  permission?: string
  order?: number
  icon?: Component
}

export interface FeatureAction {
  id: string
  /** i18n key. */
  title: string
  permission?: string
  to: string
  icon?: Component
}

export interface FeatureSearch {
  id: string
  /** i18n key of the group of results. */
  title: string
  permission?: string
  find: (text: string, signal: AbortSignal, router: Router) => Promise<Command[]>
}

/** A piece of the workbench; whoever may see it finds it there, the posts it is made for find it first. */
export interface WorkbenchPanel {
  id: string
  permission?: string
  order: number
  /** Codes of posts whose day begins with it. */
  posts?: string[]
  /** Spans the whole width. */
  wide?: boolean
  component: () => Promise<{ default: Component }>
}

/** A piece of the member's page, given the member's id as `member`; below what the page itself shows. */
export interface MemberPanel {
  id: string
  permission?: string
  order: number
  component: () => Promise<{ default: Component }>
}

/** An act on members picked in the list, given their `numbers`; it opens at once and emits `close` when it is over. */
export interface MemberAct {
  id: string
  /** i18n key. */
  title: string
  permission?: string
  component: () => Promise<{ default: Component }>
}

/** A piece of the counter, given the identified member's id as `member` (empty for nobody) and the `store`. */
export interface CounterPanel {
  id: string
  permission?: string
  order: number
  /** Serves members of other stores too: it asks for nothing but what the counter may know of them. */
  others?: boolean
  component: () => Promise<{ default: Component }>
}

/**
 * A piece of a policy's page, given the kind as `policy`, the saved draft's `revision` if there is one, and `place`: beside the
 * draft or among the versions.
 */
export interface PolicyPanel {
  id: string
  permission?: string
  /** Kinds of policy it has something to say about. */
  policies: string[]
  component: () => Promise<{ default: Component }>
}

/** A piece of a request that waits for a decision, given the request's `facts`; shown where the named fact is among them. */
export interface ApprovalPanel {
  id: string
  permission?: string
  fact: string
  component: () => Promise<{ default: Component }>
}

/** What a feature brings to the console. Found by its file name, registered nowhere. */
export interface FeatureModule {
  id: string
  menu: MenuEntry[]
  routes: RouteRecordRaw[]
  actions?: FeatureAction[]
  searches?: FeatureSearch[]
  panels?: WorkbenchPanel[]
  memberPanels?: MemberPanel[]
  memberActs?: MemberAct[]
  counterPanels?: CounterPanel[]
  policyPanels?: PolicyPanel[]
  approvalPanels?: ApprovalPanel[]
}

export const defineModule = (module: FeatureModule): FeatureModule => module
