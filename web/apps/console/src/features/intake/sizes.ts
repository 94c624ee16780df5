import { formatDecimal } from '@guildhall/i18n'

/** What the server takes at most. */
export const LIMIT_BYTES = 200 * 1024 * 1024

/** Bytes as people read them. */
export function readableSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${formatDecimal(bytes / 1024, 1)} KB`
  return `${formatDecimal(bytes / 1024 / 1024, 1)} MB`
}
