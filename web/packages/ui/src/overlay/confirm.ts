import { shallowRef } from 'vue'

export interface Question {
  /** Names the object: "结束张三的会话？" */
  title: string
  /** Names the effect, so that nobody has to guess. */
  effect: string
  action?: string
  danger?: boolean
  /** Asks for a written reason, which the answer carries. */
  reason?: boolean
}

export type Answer = { reason: string } | undefined

interface Pending extends Question {
  answer: (answer: Answer) => void
}

export const pending = shallowRef<Pending>()

/** Asks over the page; undefined means no. */
export function confirm(question: Question): Promise<Answer> {
  pending.value?.answer(undefined)
  return new Promise((resolve) => {
    pending.value = {
      ...question,
      answer(answer) {
        pending.value = undefined
        resolve(answer)
      },
    }
  })
}
