export { type Locale, LOCALES, localeName } from './locales'
export {
  currentLocale,
  ensureMessages,
  ensureEveryMessage,
  i18n,
  initialLocale,
  registerMessages,
  setLocale,
  type MessageLoaders,
} from './i18n'
export { ensureExplainTexts, ensureProblemTexts, explainText, fieldText, problemText, readableFact } from './texts'
export {
  formatDate,
  formatDateTime,
  formatDecimal,
  formatInteger,
  formatMoney,
  formatPercent,
  formatRelative,
  formatTime,
  dayOf,
} from './format'
export type { MessagesLike } from './types'
