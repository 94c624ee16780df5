import { expect, test } from '@playwright/test'
import { seriousViolations } from '../support/axe'
import { complaints } from '../support/console'
import { someImport } from '../support/imports'
import { everyRoute } from '../support/routes'
import { logIn } from '../support/session'

test.use({ bypassCSP: true })

test('no route has a serious or critical violation, and none complains', async ({ page }) => {
  test.setTimeout(600_000)
  const heard = complaints(page)
  const faults: string[] = []

  await page.goto('/login')
  await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible()
  faults.push(...(await seriousViolations(page)).map((fault) => `/login ${fault}`))

  await logIn(page)
  await someImport(page)
  for (const path of await everyRoute(page.request)) {
    if (path === '/login') continue
    await page.goto(path)
    await expect(page.locator('main h1').first()).toBeAttached()
    await expect(page.locator('main [role="status"] .visually-hidden')).toHaveCount(0)
    faults.push(...(await seriousViolations(page)).map((fault) => `${path} ${fault}`))
  }
  expect(faults).toEqual([])
  expect(heard).toEqual([])
})
