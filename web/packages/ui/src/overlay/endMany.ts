import { problemText } from '@guildhall/i18n'
import { confirm } from './confirm'
import { toast } from './toasts'

/** What is said before and after. */
export interface EndingWords {
  title: string
  effect: string
  action: string
  done: (done: number) => string
  partly: (done: number, left: number) => string
}

/**
 * Asks for a reason, ends several things each by itself, and says how many were ended and how many could not be. False if
 * somebody thought better of it or the call failed: what was chosen stays chosen then.
 */
export async function endMany(words: EndingWords, run: (reason: string) => Promise<boolean[]>): Promise<boolean> {
  const { title, effect, action } = words
  const answer = await confirm({ title, effect, action, danger: true, reason: true })
  if (answer === undefined) return false
  try {
    const ended = await run(answer.reason)
    const done = ended.filter(Boolean).length
    if (done === ended.length) toast.good(words.done(done))
    else toast.bad(words.partly(done, ended.length - done))
    return true
  } catch (error) {
    toast.bad(problemText(error))
    return false
  }
}
