import { useRouter } from 'vue-router'
import { toast } from '../overlay/toasts'
import type { Form } from './useForm'
import { useUnsaved } from './useUnsaved'

/**
 * A form that is a page of its own: leaving it with unsaved work asks first. Gives the way to save: what is done is said, what
 * shows the record learns of it, and the reader goes on to where it is seen.
 */
export function useFormPage<T extends object>(
  form: Form<T>,
  after: { said: () => string; stale: () => Promise<unknown>; to: () => string },
) {
  const router = useRouter()
  let leaving = false
  useUnsaved(() => !leaving && form.dirty.value)
  return async () => {
    if (!(await form.submit())) return
    leaving = true
    toast.good(after.said())
    await after.stale()
    await router.push(after.to())
  }
}
