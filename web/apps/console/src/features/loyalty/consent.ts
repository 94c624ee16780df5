import type { components } from '@guildhall/api'
import { formatList } from '@guildhall/i18n'

/** Who is asked, one step after the other, as the authority table answers. */
export const chainOf = (authority: components['schemas']['AuthorityOutlook']) =>
  authority.steps.map((step) => formatList(step.posts, step.mode === 'all' ? 'conjunction' : 'disjunction')).join(' → ')
