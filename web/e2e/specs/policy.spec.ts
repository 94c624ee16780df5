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

test('two people edit the same draft: the later one is shown both values, and nothing is lost', async ({ browser }) => {
  const shared = '/policies/sessioncards.rules?tab=draft'
  const most = '[data-field="bookings.mostOpen"]'
  const ahead = '[data-field="bookings.daysAhead"]'
  const [ops, lead] = await Promise.all([as(browser, 'ops'), as(browser, 'lead')])
  for (const page of [ops, lead]) {
    await page.goto(shared)
    await expect(page.locator(most)).toBeVisible()
  }

  await test.step('the first one saves', async () => {
    await ops.locator(most).fill('7')
    await ops.locator(most).blur()
    await ops.getByRole('button', { name: '保存草稿' }).click()
    await expect(ops.getByText('草稿已保存')).toBeVisible()
  })

  await test.step('the second one is refused, sees both values, and what was typed stays', async () => {
    await lead.locator(most).fill('9')
    await lead.locator(ahead).fill('60')
    await lead.locator(ahead).blur()
    await lead.getByRole('button', { name: '保存草稿' }).click()
    const row = lead.locator('[data-conflict="bookings.mostOpen"]')
    await expect(row.locator('label')).toHaveText(['7', '9'])
    await expect(lead.locator('[data-conflict="bookings.daysAhead"] label')).toHaveText(['30', '60'])
    await expect(lead.locator(most)).toHaveValue('9')
    await expect(lead.locator(ahead)).toHaveValue('60')
  })

  await test.step('of one field theirs is taken, of the other mine, and both are in the draft', async () => {
    await lead.locator('[data-conflict="bookings.mostOpen"] input').first().check()
    await lead.getByRole('button', { name: '保存所选' }).click()
    await expect(lead.getByText('草稿已保存')).toBeVisible()
    await expect(lead.locator('[data-conflict]')).toHaveCount(0)
    await ops.reload()
    await expect(ops.locator(most)).toHaveValue('7')
    await expect(ops.locator(ahead)).toHaveValue('60')
  })

  await test.step('the draft goes again', async () => {
    await ops.getByRole('button', { name: '放弃草稿' }).click()
    await ops.getByRole('dialog').getByRole('button', { name: '放弃草稿' }).click()
    await expect(ops.locator(most)).not.toHaveValue('7')
  })
})
