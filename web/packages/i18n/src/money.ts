/** How many decimals a currency has. */
export function currencyDigits(currency: string): number {
  try {
    const { maximumFractionDigits } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    return maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}

/** What somebody typed as an amount, in minor units; undefined when it is none or has too many decimals. */
export function parseAmount(text: string, currency: string): number | undefined {
  const found = text.replaceAll(/[\s,，]/g, '').match(/^(-?)(\d{1,15})(?:\.(\d*))?$/)
  if (found === null) return undefined
  const [, sign, whole, decimals = ''] = found
  const digits = currencyDigits(currency)
  if (decimals.length > digits) return undefined
  const minor = Number(`${sign}${whole}${decimals.padEnd(digits, '0')}`)
  return Number.isSafeInteger(minor) ? minor : undefined
}

/**
 * What a field holds whose text is no amount: neither an amount nor nothing. No comparison takes it for an amount and
 * the server refuses it, so that what can't be read is never taken for what was left empty. It keeps what was typed.
 */
export const unreadableAmount = (text: string, currency: string) => ({ minor: Number.NaN, currency, text })

/** Whether this is, or holds anywhere, an amount or a number that can't be read. */
export const holdsUnreadable = (value: unknown): boolean => unreadableKey(value) !== undefined

/** The sentence about what can't be read in it, an amount or a number; undefined where everything can. */
export function unreadableKey(value: unknown): 'ui.money.unreadable' | 'ui.number.unreadable' | undefined {
  if (Number.isNaN(value)) return 'ui.number.unreadable'
  if (typeof value !== 'object' || value === null) return undefined
  if ('minor' in value && 'currency' in value) return Number.isNaN(value.minor) ? 'ui.money.unreadable' : undefined
  return Object.values(value).map(unreadableKey).find(Boolean)
}

/**
 * What somebody typed as a number with so many decimals at most; undefined when it is none. What is left empty is
 * asked about before: a field whose text is no number holds NaN, which is neither a number nor nothing.
 */
export function parseNumber(text: string, decimals = 0): number | undefined {
  const found = text.replaceAll(/[\s,，]/g, '').match(/^-?\d{1,15}(?:\.(\d+))?$/)
  if (found === null || (found[1]?.length ?? 0) > decimals) return undefined
  return Number(found[0]) // fifteen digits are exact
}

/** Minor units as plain digits with a point, for a field somebody edits. */
export function amountText(minor: number, currency: string): string {
  const digits = currencyDigits(currency)
  const figures = String(Math.abs(minor)).padStart(digits + 1, '0')
  const sign = minor < 0 ? '-' : ''
  return digits === 0 ? sign + figures : `${sign}${figures.slice(0, -digits)}.${figures.slice(-digits)}`
}
