type Match = (text: string, query: string) => number[] | null

let pinyin: Match | undefined

/** Loads the pinyin tables once somebody opens the palette. */
export async function loadPinyin() {
  if (pinyin !== undefined) return
  const { match } = await import('pinyin-pro')
  pinyin = (text, query) => match(text, query, { precision: 'first' })
}

/** How well a text answers a query: 0 not at all, more is better. Initials of Chinese words count. */
export function score(text: string, query: string): number {
  const words = text.toLowerCase()
  const asked = query.toLowerCase().trim()
  if (asked === '') return 1
  if (words.startsWith(asked)) return 4
  if (words.includes(asked)) return 3
  if (!/^[a-z]+$/.test(asked)) return 0
  return pinyin?.(text, asked) ? 2 : 0
}
