import { expect, it } from 'vitest'
import zhCN from '../src/locales/zh-CN'
import type { MessageTree } from '../src/types'

const sources = import.meta.glob<string>(
  ['../../ui/src/**/*.{vue,ts}', '../../../apps/console/src/**/*.{vue,ts}', '!**/locales/**'],
  { eager: true, query: '?raw', import: 'default' },
)
const features = import.meta.glob<{ default: MessageTree }>('../../../apps/console/src/features/*/locales/zh-CN.ts', {
  eager: true,
})

const tree: MessageTree = { ...(zhCN as MessageTree) }
for (const [file, module] of Object.entries(features)) tree[file.match(/features\/([^/]+)\//)![1]!] = module.default

function at(key: string): unknown {
  return key.split('.').reduce<unknown>((node, part) => (node as MessageTree | undefined)?.[part], tree)
}

it('every text key written in a component or module exists', () => {
  const missing: string[] = []
  for (const [file, source] of Object.entries(sources)) {
    const literal = source.matchAll(/(?:\bt\(|\btitle: |\bt\([^()]* [?:] )'([a-z][\w-]*(?:\.[\w-]+)+)'/g)
    for (const [, key] of literal) {
      if (typeof at(key!) !== 'string') missing.push(`${file.replace(/^[./]+/, '')}: ${key}`)
    }
  }
  expect(missing).toEqual([])
})

it('every computed text key has texts below its fixed part', () => {
  const missing: string[] = []
  for (const [file, source] of Object.entries(sources)) {
    for (const [, key] of source.matchAll(/\bt\(`([a-z][\w-]*(?:\.[\w-]+)*)\.\$\{/g)) {
      if (key !== 'problems' && key !== 'explain' && typeof at(key!) !== 'object') missing.push(`${file}: ${key}`)
    }
  }
  expect(missing).toEqual([])
})
