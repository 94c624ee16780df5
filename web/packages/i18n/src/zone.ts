const MINUTE_MS = 60_000

let zone = 'Asia/Shanghai'

/** The company's time zone, as the server said it; every business day and every written time is of this zone. */
export const businessZone = () => zone

export function setBusinessZone(name: string) {
  zone = name
}

/** yyyy-MM-dd in the business zone. */
export function dayOf(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return value
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(value))
}

/** A day as an address may carry it; undefined where it is none. */
export function readableDay(text: unknown): string | undefined {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const read = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== text ? undefined : text
}

/** The business day of now. */
export const businessToday = () => dayOf(new Date().toISOString())

/** The instant at which clocks of the business zone show this (yyyy-MM-ddTHH:mm). */
export function instantAt(local: string): string {
  const shown = Date.parse(`${local}Z`)
  const guess = shown - aheadOfUtc(shown)
  return new Date(shown - aheadOfUtc(guess)).toISOString()
}

/** The instant at which a business day begins. */
export const startOfDay = (day: string) => instantAt(`${day}T00:00`)

/** The instant at which a business day ends: the next one begins. */
export function endOfDay(day: string): string {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return startOfDay(next.toISOString().slice(0, 10))
}

/** How far clocks of the zone are ahead of UTC at an instant, in milliseconds. */
function aheadOfUtc(instant: number): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
    .format(instant)
    .replace(' ', 'T')
  return Date.parse(`${shown}Z`) - Math.floor(instant / MINUTE_MS) * MINUTE_MS
}
