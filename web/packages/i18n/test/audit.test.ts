import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const wordFiles = import.meta.glob<{ default: Record<string, Record<string, string>> }>('../src/words/*.ts', {
  eager: true,
})

const JAVA = join(process.cwd(), '../src/main/java')
const sources = Object.fromEntries(
  readdirSync(JAVA, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.java'))
    .map((file) => [file, readFileSync(join(JAVA, file), 'utf8')]),
)

/** The arguments of a call whose parenthesis opens at `from`, as they are written. */
function argumentsAt(source: string, from: number): string[] {
  const found = ['']
  let depth = 0
  let quoted = false
  for (let at = from + 1; depth >= 0 && at < source.length; at += 1) {
    const sign = source[at]!
    if (sign === '"' && source[at - 1] !== '\\') quoted = !quoted
    if (!quoted) depth += '([{'.includes(sign) ? 1 : ')]}'.includes(sign) ? -1 : 0
    if (depth === 0 && sign === ',' && !quoted) found.push('')
    else if (depth >= 0) found[found.length - 1] += sign
  }
  return found.map((one) => one.trim())
}

const literal = (text: string | undefined) => text?.match(/^"([^"]+)"$/)?.[1]

function needed(): Map<string, string> {
  const keys = new Map<string, string>()
  const need = (kind: string, text: string | undefined, file: string) => {
    const code = literal(text)
    if (code !== undefined) keys.set(`${kind}.${code}`, file)
  }
  for (const [file, source] of Object.entries(sources)) {
    for (const call of source.matchAll(/AuditEntry\.of(?=\()/g)) {
      const [act, subject, , ...facts] = argumentsAt(source, call.index + call[0].length)
      need('act', act, file)
      need('subject', subject, file)
      facts.filter((_, index) => index % 2 === 0).forEach((name) => need('fact', name, file))
    }
    for (const machine of source.matchAll(/new Actor\.Machine(?=\()/g)) {
      need('actor', argumentsAt(source, machine.index + machine[0].length)[0], file)
    }
  }
  return keys
}

it('whatever the audit trail names has words: acts, what they are about, their facts, and who acts by itself', () => {
  const keys = needed()
  expect(keys.size).toBeGreaterThan(80)
  const words = Object.assign({}, ...Object.values(wordFiles).map((file) => file.default['zh-CN'])) as object
  expect([...keys].filter(([key]) => !(key in words)).map(([key, file]) => `${key} (${file})`)).toEqual([])
})
