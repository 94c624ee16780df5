import { currentSession, useReach } from '@guildhall/api'
import { usePreference } from '@guildhall/ui'
import { computed } from 'vue'

/** The store this counter stands in: the one last chosen here, else one's own. */
export function useStore() {
  const { stores } = useReach('checkout.sell')
  const kept = usePreference<string>('counter-store', '')
  const own = computed(() => currentSession.value?.posts.map((post) => post.unit) ?? [])
  const store = computed({
    get: () => {
      const chosen = stores.value.find((one) => one.id === kept.value)
      const atHome = stores.value.find((one) => own.value.includes(one.id))
      return (chosen ?? atHome ?? stores.value[0])?.id ?? ''
    },
    set: (value) => {
      kept.value = value
    },
  })
  return { stores, store }
}
