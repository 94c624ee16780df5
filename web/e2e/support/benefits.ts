import { expect, type Page } from '@playwright/test'

/** Gives one benefit to the member whose page is open, until the end of the year after next. */
export async function give(page: Page, benefit: string) {
  const panel = page.locator('section', { has: page.getByRole('heading', { name: '会员权益' }) })
  await panel.getByRole('button', { name: '授予权益' }).click()
  const drawer = page.getByRole('dialog', { name: '授予权益' })
  await drawer.getByLabel('权益', { exact: true }).selectOption({ label: benefit })
  await drawer.getByRole('button', { name: '授予', exact: true }).click()
  await expect(drawer.getByText('个人授予须有末日。')).toBeVisible()
  await drawer.getByLabel('末日').fill(`${new Date().getFullYear() + 2}-12-31`)
  await drawer.getByLabel('原因').fill('浏览器故事')
  await drawer.getByRole('button', { name: '授予', exact: true }).click()
  await expect(drawer).toHaveCount(0)
  await expect(panel.getByText(benefit).first()).toBeVisible()
  return panel
}
