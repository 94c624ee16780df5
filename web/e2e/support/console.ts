import type { Page } from '@playwright/test'

/** Collects what a page complains about; a 401 of the log-in check is the expected answer, not a complaint. */
export function complaints(page: Page): string[] {
  const heard: string[] = []
  page.on('console', (message) => {
    const expected = message.location().url.endsWith('/api/session') && message.text().includes('401')
    if (['error', 'warning'].includes(message.type()) && !expected) heard.push(message.text())
  })
  page.on('pageerror', (error) => heard.push(String(error)))
  return heard
}
