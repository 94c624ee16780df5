import { dayOf } from '@guildhall/i18n'
import type { Period } from './types'

export const PRESETS = [
  'this-month',
  'last-month',
  'last-3-months',
  'last-12-months',
  'this-year',
  'last-year',
] as const
export type Preset = (typeof PRESETS)[number]

const pad = (n: number) => String(n).padStart(2, '0')

/** The first day of the month that lies so many months after the one of `day`. */
function monthStart(day: string, months: number): string {
  const [year, month] = day.split('-').map(Number) as [number, number]
  const index = year * 12 + month - 1 + months
  return `${Math.floor(index / 12)}-${pad((index % 12) + 1)}-01`
}

/** The last day of the month that starts on `first`. */
function monthEnd(first: string): string {
  const [year, month] = first.split('-').map(Number) as [number, number]
  return `${first.slice(0, 8)}${pad(new Date(Date.UTC(year, month, 0)).getUTCDate())}`
}

/** A named span of business days, seen from a business day. */
export function periodOf(preset: Preset, today = dayOf(new Date().toISOString())): Period {
  const year = Number(today.slice(0, 4))
  switch (preset) {
    case 'this-month':
      return { from: monthStart(today, 0), to: today }
    case 'last-month':
      return { from: monthStart(today, -1), to: monthEnd(monthStart(today, -1)) }
    case 'last-3-months':
      return { from: monthStart(today, -2), to: today }
    case 'last-12-months':
      return { from: monthStart(today, -11), to: today }
    case 'this-year':
      return { from: `${year}-01-01`, to: today }
    case 'last-year':
      return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` }
  }
}

export const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text)
