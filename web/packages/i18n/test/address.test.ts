import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const RESOURCES = join(import.meta.dirname, '../../../../src/main/resources')

const files = import.meta.glob<string>(
  [
    '../src/{locales,problems,words,explain}/*.ts',
    '../../../apps/console/src/**/locales/**/*.ts',
    '../../../apps/console/src/**/*.vue',
    '../../../packages/ui/src/**/*.vue',
  ],
  { eager: true, query: '?raw', import: 'default' },
)

/** What the server says by itself: in files, in messages of rules. */
const served = Object.fromEntries(
  readdirSync(RESOURCES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.properties'))
    .map((file) => [file, readFileSync(join(RESOURCES, file), 'utf8')]),
)

/** Who reads is addressed in one form, the polite one, in both ways of writing Chinese. */
it('the screens say 您 to everybody, never 你', () => {
  expect(Object.keys(files).length).toBeGreaterThan(60)
  expect(Object.keys(served).length).toBeGreaterThan(10)
  const familiar = Object.entries({ ...files, ...served }).flatMap(([file, text]) =>
    text.split('\n').flatMap((line, index) => (/[你妳]/.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  )
  expect(familiar).toEqual([])
})
