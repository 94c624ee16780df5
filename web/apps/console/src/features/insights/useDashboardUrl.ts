import { computed } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'
import { isDay, periodOf, PRESETS, type Preset } from './periods'
import type { Asked, Opened } from './types'

/** Period, unit and the opened figure live in the address, so that a finding can be sent to somebody. */
export function useDashboardUrl() {
  const route = useRoute()
  const router = useRouter()
  const one = (name: string) => {
    const value = route.query[name]
    return (Array.isArray(value) ? value[0] : value) ?? ''
  }
  function put(change: LocationQueryRaw) {
    const merged = Object.entries({ ...route.query, ...change }).filter(([, v]) => v !== undefined && v !== null)
    void router.replace({ query: Object.fromEntries(merged) })
  }
  const custom = computed(() => isDay(one('from')) && isDay(one('to')) && one('from') <= one('to'))
  const preset = computed<Preset | 'custom'>(() => {
    if (custom.value) return 'custom'
    return PRESETS.find((name) => name === one('period')) ?? 'last-12-months'
  })
  const asked = computed<Asked>(() => {
    const span = preset.value === 'custom' ? { from: one('from'), to: one('to') } : periodOf(preset.value)
    return { ...span, ...(one('unit') === '' ? {} : { unit: one('unit') }) }
  })
  const opened = computed<Opened | undefined>(() => {
    if (one('measure') === '') return undefined
    const keys = { k1: route.query.k1 as string | undefined, k2: route.query.k2 as string | undefined }
    return { measure: one('measure'), ...keys }
  })
  return {
    preset,
    asked,
    opened,
    currency: computed(() => one('currency')),
    choose: (name: Preset) => put({ period: name, from: undefined, to: undefined }),
    span: (from: string, to: string) => put({ period: undefined, from, to }),
    unit: (id: string) => put({ unit: id || undefined }),
    pickCurrency: (code: string) => put({ currency: code || undefined }),
    open: (measure: string, k1?: string, k2?: string) => put({ measure, k1, k2 }),
    close: () => put({ measure: undefined, k1: undefined, k2: undefined }),
  }
}
