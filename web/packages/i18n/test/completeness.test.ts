import { baseCompile } from '@intlify/message-compiler'
import { describe, expect, it } from 'vitest'
import type { MessageTree } from '../src/types'

const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const
const trees = import.meta.glob<{ default: MessageTree }>(
  ['../src/locales/*.ts', '../../../apps/*/src/features/*/locales/**/*.ts', '../../../apps/*/src/locales/*.ts'],
  { eager: true },
)
const codeFiles = import.meta.glob<{ default: Record<string, Record<string, string>> }>(
  ['../src/problems/*.ts', '../src/explain/*.ts', '../src/words/*.ts'],
  { eager: true },
)

function flatten(tree: MessageTree, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value]] : Object.entries(flatten(value, `${prefix}${key}.`)),
    ),
  )
}
const placeholders = (text: string) => [...new Set(text.match(/\{[^}']*\}/g))].toSorted()

/** Every character of Big5, which writes traditional Chinese and hardly any that only simplified Chinese has. */
const BIG5 = new Set(
  new TextDecoder('big5').decode(
    Uint8Array.from(
      Array.from({ length: 0xf9 - 0xa4 + 1 }, (_, row) =>
        Array.from({ length: 0xfe - 0x40 + 1 }, (__, cell) => [0xa4 + row, 0x40 + cell]),
      ).flat(2),
    ),
  ),
)
/** Characters of both whose traditional sense is one that no screen means: 并 is 並 here, 余 is 餘, 为准 is 為準. */
const SIMPLIFIED = /[并于与万余么]|為准|[标標]准/

const simplifiedIn = (text: string) =>
  SIMPLIFIED.test(text) || [...text].some((sign) => /[\u4e00-\u9fff]/.test(sign) && !BIG5.has(sign))

it('tells simplified characters from traditional ones', () => {
  expect(['推薦关系', '余額', '为准', '萬分之幾', '推薦關係', '已獲批准'].map(simplifiedIn)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})

/** Every set of texts: a name, and its keys with words per language. */
function everySet() {
  const folders = new Map<string, Record<string, Record<string, string>>>()
  for (const [file, module] of Object.entries(trees)) {
    const [, folder, locale] = file.match(/^(.*)\/([^/]+)\.ts$/) ?? []
    folders.set(folder!, { ...folders.get(folder!), [locale!]: flatten(module.default) })
  }
  const codes = Object.entries(codeFiles).map(([file, module]) => [file, module.default] as const)
  return [...folders, ...codes]
}

describe.each(everySet())('the texts of %s', (_name, byLocale) => {
  const source = byLocale['zh-CN']!

  it.each(LOCALES)('exist in %s with the same keys', (locale) => {
    expect(Object.keys(byLocale[locale] ?? {}).toSorted()).toEqual(Object.keys(source).toSorted())
  })

  it.each(LOCALES)('are not empty and keep their placeholders in %s', (locale) => {
    for (const [key, text] of Object.entries(byLocale[locale] ?? {})) {
      expect(text.trim(), key).not.toBe('')
      expect(placeholders(text), key).toEqual(placeholders(source[key] ?? ''))
    }
  })

  it.each(LOCALES)('are messages that compile in %s', (locale) => {
    for (const [key, text] of Object.entries(byLocale[locale] ?? {})) {
      const errors: unknown[] = []
      baseCompile(text, { onError: (error) => errors.push(error.message) })
      expect(errors, `${key}: ${text}`).toEqual([])
      expect(/[@|]/.test(text.replaceAll(/\{'[^']*'\}/g, '')), `${key} has a bare @ or |`).toBe(false)
    }
  })

  it('are in traditional characters in zh-TW', () => {
    expect(Object.entries(byLocale['zh-TW'] ?? {}).filter(([, text]) => simplifiedIn(text))).toEqual([])
  })

  it('leave no Chinese in the English', () => {
    const chinese = Object.entries(byLocale.en ?? {}).filter(([, text]) => /[\u4e00-\u9fff]/.test(text))
    expect(chinese).toEqual([])
  })
})
