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
export {
  ensureExplainTexts,
  ensureProblemTexts,
  ensureWords,
  explainText,
  factName,
  factText,
  fieldText,
  isOwnNumber,
  numberText,
  problemText,
  readableFact,
  codesOf,
  wordText,
  type WordKind,
} from './texts'
export {
  currencyUnit,
  formatDate,
  formatDateTime,
  formatDecimal,
  formatInteger,
  formatList,
  formatMoney,
  formatPercent,
  formatRange,
  formatRelative,
  formatTime,
  formatTotal,
  lastDayBefore,
} from './format'
export {
  businessToday,
  businessZone,
  dayOf,
  endOfDay,
  instantAt,
  readableDay,
  setBusinessZone,
  startOfDay,
} from './zone'
export type { CodeTexts, MessagesLike } from './types'
export {
  amountText,
  currencyDigits,
  holdsUnreadable,
  parseAmount,
  parseNumber,
  unreadableAmount,
  unreadableKey,
} from './money'
