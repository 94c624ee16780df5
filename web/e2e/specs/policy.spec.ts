import { expect, test, type Browser } from '@playwright/test'
import { logIn } from '../support/session'

const tomorrow = new Date(Date.now() + 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)
const draftPage = '/policies/loyalty.expiry?tab=draft'

async function as(browser: Browser, username: string) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await logIn(page, username)
  return page
}

test('operations drafts and previews, the lead publishes from a day ahead, the past stays', async ({ browser }) => {
  const ops = await as(browser, 'ops')
  await ops.goto(draftPage)
  await expect(ops.getByRole('button', { name: '保存草稿' })).toBeVisible()
  const variant = ops.locator('[data-path=points] select.variant')
  await variant.selectOption('term')
  await ops.locator('[data-field="points.months"]').fill('18')
  await ops.locator('[data-field="points.months"]').blur()
  await ops.getByRole('button', { name: '保存草稿' }).click()
  await expect(ops.getByText('草稿已保存')).toBeVisible()
  await ops.getByRole('button', { name: '看影响' }).click()
  await expect(ops.getByRole('dialog').getByText('改了什么')).toBeVisible({ timeout: 60_000 })
  await expect(ops.getByRole('dialog').getByText('若干月后到期').first()).toBeVisible()

  const lead = await as(browser, 'lead')
  await lead.goto('/policies/loyalty.expiry')
  const ruled = await lead.locator('main dl').first().innerText()
  await lead.goto(draftPage)
  await lead.getByRole('button', { name: '发布…' }).click()
  await expect(lead.getByText('符合四眼原则')).toBeVisible()
  await lead.getByLabel('生效日期').last().fill(tomorrow)
  await lead.getByLabel('原因').last().fill('验收：改为十八个月')
  await lead.getByRole('button', { name: '发布', exact: true }).click()
  await expect(lead.getByText('已发布').first()).toBeVisible()

  await lead.goto('/policies/loyalty.expiry')
  expect(await lead.locator('main dl').first().innerText()).toBe(ruled)
  await lead.goto('/policies/loyalty.expiry?tab=history')
  const upcoming = lead.locator('li', { hasText: '验收：改为十八个月' }).filter({ hasText: '待生效' }).first()
  await upcoming.getByRole('button', { name: '撤回' }).click()
  await lead.getByRole('dialog').getByLabel('原因').fill('验收结束')
  await lead.getByRole('dialog').getByRole('button', { name: '撤回' }).click()
  await expect(lead.getByText(/版已撤回/).first()).toBeVisible()
})
