import { ref } from 'vue'

export interface Toast {
  id: number
  tone: 'good' | 'bad' | 'info'
  text: string
  action?: { label: string; run: () => void }
}

export const toasts = ref<Toast[]>([])
let last = 0

function show(tone: Toast['tone'], text: string, action?: Toast['action']) {
  last += 1
  const toast = { id: last, tone, text, ...(action === undefined ? {} : { action }) }
  toasts.value = [...toasts.value.slice(-3), toast]
  if (tone !== 'bad') setTimeout(() => dismiss(toast.id), 6000)
}

export function dismiss(id: number) {
  toasts.value = toasts.value.filter((toast) => toast.id !== id)
}

/** Short news after an act; failures stay until they are dismissed. */
export const toast = {
  good: (text: string, action?: Toast['action']) => show('good', text, action),
  info: (text: string, action?: Toast['action']) => show('info', text, action),
  bad: (text: string, action?: Toast['action']) => show('bad', text, action),
}
