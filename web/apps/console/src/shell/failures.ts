import { ensureProblemTexts, problemText } from '@guildhall/i18n'
import { toast } from '@guildhall/ui'
import { shallowRef } from 'vue'

/** What kept the first page, or any page after it, from being shown; the root says it in the page's place. */
export const broken = shallowRef<{ error: unknown; retry: () => unknown }>()

/**
 * Whether an error that Vue heard of, in the place it names, leaves a page half drawn: in setup, rendering or updating.
 * All others, those of event handlers above all, leave the page and the work on it as they are.
 */
export const leavesHalfDrawn = (place: string) =>
  /^(setup function|render function|component update)$|#runtime-(0|1|15)$/.test(place)

const told = new WeakSet<object>()

/** Says once in words what was refused or failed while the page goes on. */
export async function tellFailure(error: unknown) {
  if (typeof error === 'object' && error !== null) {
    if (told.has(error)) return
    told.add(error)
  }
  await ensureProblemTexts()
  toast.bad(problemText(error))
}
