/** Puts the text on the clipboard, also where the page came without encryption and browsers offer no clipboard. */
export async function putOnClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return byCommand(text)
  }
}

function byCommand(text: string): boolean {
  const holder = Object.assign(document.createElement('textarea'), { value: text, readOnly: true })
  holder.className = 'visually-hidden'
  // Inside the open dialog, if there is one: what lies outside of it can't be selected.
  const place = document.activeElement?.closest('dialog') ?? document.body
  const before = document.activeElement
  place.append(holder)
  holder.select()
  try {
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    holder.remove()
    if (before instanceof HTMLElement) before.focus()
  }
}
