import type { Birthday } from '../types'

type Translate = (key: string, facts: Record<string, unknown>) => string

/** A birthday as the person keeps it: solar as a date, lunar with its month's name. */
export function birthdayText(birthday: Birthday | undefined, t: Translate): string | undefined {
  if (birthday === undefined) return undefined
  const day = `${String(birthday.month).padStart(2, '0')}-${String(birthday.day).padStart(2, '0')}`
  const text = birthday.year === undefined ? day : `${birthday.year}-${day}`
  if (birthday.calendar === 'SOLAR') return text
  return t(birthday.leapMonth ? 'members.lunarLeap' : 'members.lunar', { day: text })
}
