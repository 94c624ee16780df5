import { expect, test } from '@playwright/test'
import { complaints } from '../support/console'
import { logIn } from '../support/session'

const POLICY = ["default-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self' data:"]

test('the strict content security policy is sent and nothing breaks it', async ({ page }) => {
  const heard = complaints(page)
  const response = await page.goto('/login')
  const sent = response?.headers()['content-security-policy'] ?? ''
  for (const directive of POLICY) expect(sent).toContain(directive)
  expect(sent).not.toContain('unsafe')
  await logIn(page)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('combobox')).toHaveCount(0)
  expect(heard).toEqual([])
})
