export interface Choice {
  value: string
  label: string
}

/** A field that a list can be narrowed by; its value travels in the URL as one string. */
export type FilterField =
  | { key: string; label: string; kind: 'choice'; choices: Choice[]; single?: boolean }
  | { key: string; label: string; kind: 'text' }
  | { key: string; label: string; kind: 'date' | 'number' }

export type FilterValues = Record<string, string>

/** "a..b" with either end open. */
export function rangeOf(value: string): [string, string] {
  const [from = '', to = ''] = value.split('..')
  return [from, to]
}

export function rangeText(from: string, to: string): string {
  return from === '' && to === '' ? '' : `${from}..${to}`
}

export interface SavedView {
  id: string
  name: string
  filters: FilterValues
  /** A view of the house can't be removed. */
  fixed?: boolean
  count?: string
}
