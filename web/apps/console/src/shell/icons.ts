import {
  ChartNoAxesCombined,
  Gem,
  Gift,
  Headset,
  Landmark,
  LayoutDashboard,
  Megaphone,
  ReceiptText,
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
  counter: ReceiptText,
  members: Users,
  leads: UserPlus,
  loyalty: Gem,
  rewards: Gift,
  campaigns: Megaphone,
  desk: Headset,
  finance: Landmark,
  insights: ChartNoAxesCombined,
  teams: Trophy,
  policies: ScrollText,
  settings: Settings,
}
