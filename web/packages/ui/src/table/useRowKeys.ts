import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

interface Actions {
  count: () => number
  toggle: (index: number) => void
  open: (index: number) => void
  reveal: (index: number) => void
}

const EDITABLE = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"]'

/** True when a key belongs to what is being typed in or to an open layer. */
export function keyIsTaken(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true
  const target = event.target as Element | null
  if (target?.closest?.(EDITABLE)) return true
  return document.querySelector('dialog[open], [popover]:popover-open') !== null
}

/** J and K walk the rows, X picks, Enter opens. */
export function useRowKeys(enabled: () => boolean, actions: Actions): Ref<number> {
  const current = ref(-1)

  function onKey(event: KeyboardEvent) {
    if (!enabled() || keyIsTaken(event) || actions.count() === 0) return
    const key = event.key.toLowerCase()
    if (key === 'j' || key === 'k') {
      const step = key === 'j' ? 1 : -1
      current.value = Math.min(Math.max(current.value + step, 0), actions.count() - 1)
      actions.reveal(current.value)
    } else if (key === 'x' && current.value >= 0) actions.toggle(current.value)
    else if (key === 'enter' && current.value >= 0 && !isControl(event.target)) actions.open(current.value)
    else return
    event.preventDefault()
  }
  onMounted(() => document.addEventListener('keydown', onKey))
  onBeforeUnmount(() => document.removeEventListener('keydown', onKey))
  return current
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a, button, summary') !== null
}
