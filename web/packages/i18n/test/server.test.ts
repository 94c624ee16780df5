import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const files = import.meta.glob<{ default: Record<string, Record<string, string>> }>('../src/problems/*.ts', {
  eager: true,
})
const words = import.meta.glob<{ default: Record<string, Record<string, string>> }>('../src/words/*.ts', {
  eager: true,
})
const WORDS = join(process.cwd(), '../src/main/resources/words')
const FILES = { 'zh-CN': 'problems', 'zh-TW': 'problems_zh_TW', en: 'problems_en' }

/** Facts in which somebody's own words stand, which are no codes. */
const FREE = new Set(['name', 'reason'])

/** Words for the codes that the facts of sentences can be, as `word.<fact>.<code>`. */
function codes(language: string, sentences: [string, string][]): [string, string][] {
  const facts = new Set(sentences.flatMap(([, text]) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)))
  return Object.values(words)
    .flatMap((file) => Object.entries(file.default[language] ?? {}))
    .filter(([key]) => facts.has(key.split('.')[0]) && !FREE.has(key.split('.')[0]!))
    .map(([key, text]) => [`word.${key}`, text])
}

/** The texts as the server reads them: one line each, sorted, with what its format would swallow escaped. */
function texts(language: string): string {
  const sentences = Object.values(files).flatMap((file) => Object.entries(file.default[language] ?? {}))
  return [...sentences, ...codes(language, sentences)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, text]) => `${key}=${text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}\n`)
    .join('')
}

it.each(Object.entries(FILES))(
  'the server says in %s what the screens say of a refusal (written anew by GUILDHALL_WRITE=true)',
  (language, file) => {
    const path = join(WORDS, `${file}.properties`)
    if (process.env.GUILDHALL_WRITE === 'true') writeFileSync(path, texts(language))
    expect(readFileSync(path, 'utf8')).toBe(texts(language))
  },
)
