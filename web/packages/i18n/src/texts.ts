import { ref } from 'vue'
import { formatDateTime, formatInteger, formatList, formatMoney } from './format'
import { i18n } from './i18n'
import { LOCALES } from './locales'
import type { CodeTexts } from './types'

type Files = Record<string, () => Promise<{ default: CodeTexts }>>

const problemFiles = import.meta.glob('./problems/*.ts') as Files
const wordFiles = import.meta.glob('./words/*.ts') as Files
const explainFiles = import.meta.glob('./explain/*.ts') as Files

/** Codes contain dots, message paths too: in the tree a code's dots become underscores. */
const keyOf = (code: string) => code.replaceAll('.', '_')

function loadOnce(section: string, files: Files) {
  const ready = ref(false)
  const codes = new Set<string>()
  let loading: Promise<void> | undefined
  const load = async () => {
    const modules = await Promise.all(Object.values(files).map((file) => file()))
    for (const locale of LOCALES) {
      const texts: Record<string, string> = {}
      for (const module of modules) {
        for (const [code, text] of Object.entries(module.default[locale])) {
          texts[keyOf(code)] = text
          codes.add(code)
        }
      }
      i18n.global.mergeLocaleMessage(locale, { [section]: texts })
    }
    ready.value = true
  }
  return { ready, codes, ensure: () => (loading ??= load()) }
}

const problems = loadOnce('problems', problemFiles)
const explains = loadOnce('explain', explainFiles)
const words = loadOnce('words', wordFiles)

export const ensureProblemTexts = problems.ensure
export const ensureWords = words.ensure
/** Explanations name tiers, rules and policies, so their words come along. */
export const ensureExplainTexts = () => Promise.all([explains.ensure(), words.ensure()])

interface ProblemLike {
  code?: string
  facts?: Record<string, unknown>
  message?: string
}

/** A fact as a person reads it: grouped integers, money with its sign, moments in the business zone. */
export function readableFact(value: unknown): string {
  if (value === null || value === undefined) return '—'
  if (typeof value === 'number' && Number.isInteger(value)) return formatInteger(value)
  if (typeof value === 'object' && 'minor' in value && 'currency' in value) {
    return formatMoney(value as { minor: number; currency: string })
  }
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value)) return formatDateTime(value)
  if (Array.isArray(value)) return formatList(value.map(readableFact))
  return String(value)
}

/** Names of facts whose values are codes of another kind of word than the fact is called. */
const CODED: Record<string, string> = {
  from: 'tier',
  to: 'tier',
  paths: 'path',
  fields: 'path',
  posting: 'posting',
  kind: 'posting',
  code: 'rule',
}

/** A fact's value by the words for it: tiers, reasons, conditions and the like by name, everything else as it reads. */
export function factText(name: string, value: unknown): string {
  if (Array.isArray(value)) return formatList(value.map((one) => factText(name, one)))
  if (typeof value === 'boolean') return wordText('truth', String(value))
  if (typeof value !== 'string') return readableFact(value)
  if (name === 'number') return numberText(value)
  const word = wordText((CODED[name] ?? name) as WordKind, value)
  return word === value ? readableFact(value) : word
}

/** Whether it is a number of its own; what was recorded without any goes by the key of its call or of its record. */
export const isOwnNumber = (number: string) =>
  !/^[a-z-]+:[^|]+\|/.test(number) && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(number)

/** A purchase's or return's number; what stands in for none says nothing to a reader. */
export const numberText = (number: string) => (isOwnNumber(number) ? number : i18n.global.t('ui.noNumber'))

/** What a fact is called. */
export function factName(name: string): string {
  const key = `words.${keyOf(`fact.${name}`)}`
  return words.ready.value && i18n.global.te(key) ? i18n.global.t(key) : name
}

/** What is counted in the smallest unit of money; points and growth are counts. */
const MONEY_ASSETS = ['principal', 'bonus', 'cashback', 'commission']

/** A refusal's amounts of what members own: those of money as money, all others as they are. */
function amountsOf(facts: Record<string, unknown> = {}): Record<string, unknown> {
  if (!MONEY_ASSETS.includes(String(facts.asset))) return facts
  const asMoney = (value: unknown) => (typeof value === 'number' ? { minor: value, currency: 'CNY' } : value)
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, asMoney(value)]))
}

function readable(facts: Record<string, unknown> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, factText(name, value)]))
}

/** A refusal in the reader's words; an unknown code falls back to what the server wrote. */
export function problemText(error: unknown): string {
  const problem = (error ?? {}) as ProblemLike
  const code = typeof problem.code === 'string' ? problem.code : undefined
  const key = `problems.${keyOf(code ?? '')}`
  if (problems.ready.value && code !== undefined && i18n.global.te(key)) {
    return i18n.global.t(key, readable(amountsOf(problem.facts)))
  }
  return problem.message ?? i18n.global.t('ui.error.unknown')
}

/** A field's refusal: the rule in the reader's words, with the facts of its remedy. */
export function fieldText(field: { rule: string; value?: unknown; facts?: Record<string, unknown> }): string {
  const general = `problems.${keyOf(`rule.${field.rule}`)}`
  const exact = `${general}_${keyOf(String(field.facts?.expected))}`
  const key = i18n.global.te(exact) ? exact : general
  const facts = readable({ value: field.value, ...field.facts })
  if (problems.ready.value && i18n.global.te(key)) return i18n.global.t(key, facts)
  const message = field.facts?.message
  return typeof message === 'string' ? message : i18n.global.t('ui.error.field', { rule: field.rule })
}

/** One line of an explanation in plain language; an unknown code shows its facts. */
export function explainText(explanation: { code: string; facts?: Record<string, unknown> }): string {
  const key = `explain.${keyOf(explanation.code)}`
  const facts = readable(explanation.facts)
  if (explains.ready.value && i18n.global.te(key)) return i18n.global.t(key, facts)
  const shown = Object.entries(facts).map(([name, value]) => `${name} ${value}`)
  return [explanation.code, ...shown].join(' · ')
}

/** Kinds of things that modules name by code: acts of the audit log, permissions, timeline entries, columns, tiers. */
export type WordKind =
  | 'occasion'
  | 'act'
  | 'adapter'
  | 'actor'
  | 'approval'
  | 'asset'
  | 'column'
  | 'failure'
  | 'job'
  | 'law'
  | 'measure'
  | 'move'
  | 'name'
  | 'payment'
  | 'permission'
  | 'policy'
  | 'posting'
  | 'reason'
  | 'run'
  | 'source'
  | 'state'
  | 'subject'
  | 'tier'
  | 'timeline'
  | 'truth'

/** All codes of a kind that have a word. */
export function codesOf(kind: WordKind): string[] {
  const head = `${kind}.`
  return words.ready.value
    ? [...words.codes].filter((code) => code.startsWith(head)).map((code) => code.slice(head.length))
    : []
}

/** What a module's code is called in the reader's language; an unknown one shows itself. */
export function wordText(kind: WordKind, code: string, facts?: Record<string, unknown>): string {
  const key = `words.${keyOf(`${kind}.${code}`)}`
  return words.ready.value && i18n.global.te(key) ? i18n.global.t(key, readable(facts)) : code
}
