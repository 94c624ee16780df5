import {
  ChartNoAxesCombined,
  Gem,
  Headset,
  LayoutDashboard,
  Megaphone,
  ScrollText,
  Settings,
  Trophy,
  UserPlus,
  Users,
} from '@lucide/vue'
import type { Component } from 'vue'
import type { Group } from '../modules/define'

export const GROUP_ICONS: Record<Group, Component> = {
  workbench: LayoutDashboard,
  members: Users,
  leads: UserPlus,
  loyalty: Gem,
  campaigns: Megaphone,
  desk: Headset,
  insights: ChartNoAxesCombined,
  teams: Trophy,
  policies: ScrollText,
  settings: Settings,
}
