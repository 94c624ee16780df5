import type { Birthday } from '../types'

type Translate = (key: string, facts: Record<string, unknown>) => string

const two = (number: number) => String(number).padStart(2, '0')

/** A birthday as the person keeps it: solar as a date, lunar by the names of its month and day where they have any. */
export function birthdayText(birthday: Birthday | undefined, t: Translate): string | undefined {
  if (birthday === undefined) return undefined
  const { calendar, year, month, day, leapMonth } = birthday
  const numbers = `${two(month)}-${two(day)}`
  if (calendar === 'SOLAR') return year === undefined ? numbers : `${year}-${numbers}`
  const names = { month: nameOf(t('members.lunar.months', {}), month), day: nameOf(t('members.lunar.days', {}), day) }
  const name = t(leapMonth ? 'members.lunar.leapDay' : 'members.lunar.day', names)
  return year === undefined ? name : t('members.lunar.ofYear', { year, name })
}

/** The n-th of names that stand in a row; the number itself in a language that has none. */
export const nameOf = (names: string, number: number) => names.split(' ')[number - 1] ?? String(number)

/** A birthday as the form holds it, in one text: calendar, year if known, month, day, and whether the month is a leap one. */
export function keyOf(birthday: Birthday | undefined): string {
  if (birthday === undefined) return ''
  const { calendar, year, month, day, leapMonth } = birthday
  return `${calendar} ${year ?? ''}-${month}-${day}${leapMonth ? ' leap' : ''}`
}

const WHOLE = /^(SOLAR|LUNAR) (\d{4})?-(\d{1,2})-(\d{1,2})( leap)?$/

/** What the form's text says; nothing while its month or day is missing. */
export function birthdayOf(key: string): Birthday | undefined {
  const [, calendar, year, month, day, leap] = WHOLE.exec(key) ?? []
  if (calendar === undefined) return undefined
  return {
    calendar: calendar as Birthday['calendar'],
    ...(year === undefined ? {} : { year: Number(year) }),
    month: Number(month),
    day: Number(day),
    leapMonth: leap !== undefined,
  }
}
