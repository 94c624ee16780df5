import { expect, type Locator, type Page } from '@playwright/test'

const PATIENCE = 60

/**
 * Presses Tab until the wanted thing has the focus; a person would give up as well. Begins when nothing of the page is
 * still coming: what arrives behind the focus would only be met on a second round.
 */
export async function tabUntil(page: Page, wanted: Locator) {
  await expect(wanted).toBeVisible()
  await expect(page.locator('.skeleton')).toHaveCount(0)
  for (let turn = 0; turn < PATIENCE; turn += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${String(wanted)} can't be reached with Tab`)
}

/** Goes down a list of choices that has the focus until the wanted one is chosen. */
export async function arrowTo(page: Page, choice: Locator, label: RegExp) {
  await expect(choice.locator('option', { hasText: label })).toBeAttached()
  for (let turn = 0; turn < PATIENCE; turn += 1) {
    if (label.test(await choice.locator('option:checked').innerText())) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`${String(label)} is not among the choices`)
}

/** Goes to a panel of a long page by the list of what is on it: one key opens the list, the one before the title goes there. */
export async function jumpTo(page: Page, title: string) {
  const panel = page.getByRole('region', { name: title, exact: true })
  await expect(panel).toBeVisible()
  await expect(page.locator('.skeleton')).toHaveCount(0)
  await page.keyboard.press('p')
  const entry = page
    .getByRole('navigation', { name: '页内导航' })
    .getByRole('button', { name: new RegExp(`^\\S ${title}$`) })
  await expect(entry).toBeVisible()
  await page.keyboard.press((await entry.innerText()).trim().charAt(0))
  await expect(panel).toBeFocused()
}
