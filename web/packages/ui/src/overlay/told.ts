import { i18n } from '@guildhall/i18n'
import { toast } from './toasts'

/** What became of an act that may need somebody's yes: done, or asked for and where that stands. */
export interface DoneOrAsked {
  asked?: { request: string; state: string }
}

/** Says that the act is done, or that it waits for approval, or was turned down before under the same key. */
export function tell(answer: DoneOrAsked | undefined, done: string) {
  const state = answer?.asked?.state
  if (state === undefined || state === 'approved') toast.good(done)
  else if (state === 'pending' || state === 'returned') toast.info(i18n.global.t('ui.asked.waits'))
  else toast.bad(i18n.global.t('ui.asked.turnedDown'))
}
