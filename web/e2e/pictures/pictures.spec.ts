import { test, type Page } from '@playwright/test'
import { logIn } from '../support/session'

const FOLDER = '../../docs/pictures'

async function shoot(page: Page, path: string, name: string) {
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(800)
  await page.screenshot({ path: `${new URL(FOLDER, import.meta.url).pathname}/${name}.png` })
}

async function firstMember(page: Page): Promise<string> {
  const answer = await page.request.get('/api/members?limit=1')
  return ((await answer.json()) as { items: { id: string }[] }).items[0]?.id ?? ''
}

test('the pictures of the README', async ({ page }) => {
  await logIn(page)
  await shoot(page, '/', 'workbench-light')
  await shoot(page, '/members', 'members-light')
  await shoot(page, `/members/${await firstMember(page)}`, 'member-light')
  await shoot(page, '/insights', 'dashboard-light')
  await shoot(page, '/policies', 'policies-light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await shoot(page, '/members', 'members-dark')
  await shoot(page, '/insights', 'dashboard-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 375, height: 667 })
  await shoot(page, '/members', 'members-phone')
})
