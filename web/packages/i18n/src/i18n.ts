import { createI18n } from 'vue-i18n'
import { LOCALES, type Locale } from './locales'
import type { MessageTree } from './types'

export type MessageLoaders = Record<Locale, () => Promise<{ default: MessageTree }>>

const STORED = 'guildhall.locale'

export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN' as string,
  fallbackLocale: false,
  messages: {},
  missingWarn: true,
  fallbackWarn: false,
  warnHtmlMessage: true,
})

const loaders = new Map<string, MessageLoaders>()
const wanted = new Set<string>()
const loaded = new Set<string>()

registerMessages('', {
  'zh-CN': () => import('./locales/zh-CN'),
  'zh-TW': () => import('./locales/zh-TW'),
  en: () => import('./locales/en'),
})
wanted.add('')

/** Makes a feature's texts known; they are loaded when `ensureMessages` asks for them. */
export function registerMessages(name: string, byLocale: MessageLoaders) {
  loaders.set(name, byLocale)
}

async function load(name: string, locale: Locale) {
  const id = `${name}/${locale}`
  const loader = loaders.get(name)?.[locale]
  if (loaded.has(id) || loader === undefined) return
  const messages = (await loader()).default
  i18n.global.mergeLocaleMessage(locale, name === '' ? messages : { [name]: messages })
  loaded.add(id)
}

/** Loads a feature's texts in the language in use; later language changes bring them along. */
export async function ensureMessages(name: string) {
  wanted.add(name)
  await load(name, currentLocale())
}

/** Loads the texts of all features, for places that name them all. */
export async function ensureEveryMessage() {
  await Promise.all([...loaders.keys()].map((name) => ensureMessages(name)))
}

export function currentLocale(): Locale {
  return i18n.global.locale.value as Locale
}

/** The language chosen here before, else the browser's, else simplified Chinese. */
export function initialLocale(): Locale {
  const stored = localStorage.getItem(STORED)
  if (LOCALES.includes(stored as Locale)) return stored as Locale
  const language = navigator.language
  if (/^zh-(TW|HK|MO|Hant)/i.test(language)) return 'zh-TW'
  return language.startsWith('en') ? 'en' : 'zh-CN'
}

export async function setLocale(locale: Locale, remember = true) {
  await Promise.all([...wanted].map((name) => load(name, locale)))
  i18n.global.locale.value = locale
  document.documentElement.lang = locale
  if (remember) localStorage.setItem(STORED, locale)
}
