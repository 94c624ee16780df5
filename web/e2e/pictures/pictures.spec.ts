import { test, type Page } from '@playwright/test'
import { logIn } from '../support/session'

const FOLDER = '../../../docs/pictures'

async function shoot(page: Page, path: string, name: string) {
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(800)
  await page.screenshot({ path: `${new URL(FOLDER, import.meta.url).pathname}/${name}.png` })
}

/** A member with a history: one of the highest tier. */
async function somebody(page: Page): Promise<string> {
  await page.goto('/members?loyalty.tier=diamond')
  return (await page.locator('tbody a[href^="/members/"]').first().getAttribute('href')) ?? ''
}

test('the pictures of the README', async ({ page }) => {
  await logIn(page)
  await shoot(page, '/', 'workbench-light')
  await shoot(page, '/members', 'members-light')
  await shoot(page, await somebody(page), 'member-light')
  await shoot(page, '/insights', 'dashboard-light')
  await shoot(page, '/policies', 'policies-light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await shoot(page, '/members', 'members-dark')
  await shoot(page, '/insights', 'dashboard-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 375, height: 667 })
  await shoot(page, '/members', 'members-phone')
})
