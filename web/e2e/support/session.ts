import { expect, type Page } from '@playwright/test'

/** Log-in of the demo company; the password can be set when another was printed. */
export const STAFF = process.env.GUILDHALL_STAFF ?? 'lead'
export const PASSWORD = process.env.GUILDHALL_PASSWORD ?? 'guildhall-demo'

export async function logIn(page: Page, username = STAFF, password = PASSWORD) {
  await page.goto('/login')
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page).not.toHaveURL(/\/login/)
}

/** Somebody else sits down: the page of the one before is left first, lest it ask for something without a session. */
export async function changeTo(page: Page, username: string) {
  await page.goto('about:blank')
  await page.context().clearCookies()
  await logIn(page, username)
}
