import { ensureMessages } from '@guildhall/i18n'
import { UiSkeleton } from '@guildhall/ui'
import { defineAsyncComponent, type Component } from 'vue'

/** A piece that a feature brings to another's page, loaded with the feature's texts when it is first shown. */
export const brought = (panel: { id: string; feature: string; component: () => Promise<{ default: Component }> }) => ({
  id: panel.id,
  component: defineAsyncComponent({
    loader: async () => {
      await ensureMessages(panel.feature)
      return (await panel.component()).default
    },
    loadingComponent: UiSkeleton,
    delay: 0,
  }),
})
