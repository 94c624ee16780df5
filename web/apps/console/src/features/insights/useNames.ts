import { useUnits } from '@guildhall/api'
import { ensureWords, wordText } from '@guildhall/i18n'
import { useI18n } from 'vue-i18n'

/** What the keys of a measure's cells are called on the screen. */
export function useNames() {
  const { t } = useI18n()
  const { unitName } = useUnits()
  void ensureWords()
  const tier = (code: string) => (code === '' ? t('insights.noTier') : wordText('tier', code))
  const unit = (id: string) => (id === '' ? t('insights.noUnit') : unitName(id) || id.slice(0, 8))

  function key(measure: string, value: string | undefined): string {
    if (value === undefined) return ''
    if (measure.startsWith('tier-')) return tier(value)
    if (measure.endsWith('-by-unit')) return unit(value)
    if (measure === 'sales-by-category') return value === '' ? t('insights.noCategory') : value
    if (measure === 'points-by-month' && !/^\d{4}-/.test(value)) return t(`insights.contra.${value}`)
    if (measure === 'retention' && /^\d{3}$/.test(value)) return t('insights.monthsAfter', { n: Number(value) })
    return value
  }
  return { measure: (code: string) => wordText('measure', code), tier, unit, key }
}
