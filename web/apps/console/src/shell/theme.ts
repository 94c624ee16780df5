import { ref } from 'vue'

export const THEMES = ['light', 'dark', 'system'] as const
export type Theme = (typeof THEMES)[number]

const STORED = 'guildhall.theme'
const dark = matchMedia('(prefers-color-scheme: dark)')

export const theme = ref<Theme>('system')

function paint() {
  const isDark = theme.value === 'dark' || (theme.value === 'system' && dark.matches)
  document.documentElement.classList.toggle('dark', isDark)
}

export function setTheme(next: Theme) {
  theme.value = next
  localStorage.setItem(STORED, next)
  paint()
}

/** Paints the remembered appearance before the first page stands. */
export function startTheme() {
  const stored = localStorage.getItem(STORED)
  theme.value = THEMES.includes(stored as Theme) ? (stored as Theme) : 'system'
  paint()
  dark.addEventListener('change', paint)
}
