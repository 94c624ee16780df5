import { expect, test, type Page } from '@playwright/test'
import { complaints } from '../support/console'
import { logIn } from '../support/session'

const DRAFT = '/policies/loyalty.earning?tab=draft'
const figure = (page: Page, name: string) => page.locator(`[data-figure=${name}] .value`)

test('a draft carries its simulation, and another period is simulated from its page', async ({ page }) => {
  const said = complaints(page)
  await logIn(page, 'ops')
  await page.goto(DRAFT)
  const kept = page.locator('[data-simulation]').first()
  await expect(kept.getByText('就是现在的草稿')).toBeVisible()
  await expect(kept.getByText(/积分 \+/)).toBeVisible({ timeout: 60_000 })

  await page.getByRole('button', { name: '推演草稿', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('第一天').fill('')
  await dialog.getByRole('button', { name: '推演草稿', exact: true }).click()
  await expect(dialog.getByText('请选择日期。')).toBeVisible()
  const quarter = new Date(Date.now() - 90 * 86_400_000).toISOString().slice(0, 10)
  await dialog.getByLabel('第一天').fill(quarter)
  await dialog.getByLabel('积分价值').selectOption('own')
  await dialog.getByLabel('积分', { exact: true }).fill('200')
  await dialog.getByLabel('值多少钱').fill('1')
  await dialog.getByLabel('值多少钱').blur()
  await dialog.getByRole('button', { name: '推演草稿', exact: true }).click()

  await expect(page).toHaveURL(/\/loyalty\/simulations\//)
  await expect(figure(page, 'points')).toHaveText(/^\+/, { timeout: 60_000 })
  await expect(figure(page, 'cost')).toContainText('¥')
  await expect(page.getByText('（手工填写）')).toBeVisible()
  await expect(figure(page, 'losers')).toHaveText('0')
  await expect(page.locator('[data-part=store] tbody tr').first()).toBeVisible()
  await expect(page.locator('[data-part=moves] tbody tr').first()).toBeVisible()
  const winner = page.locator('[data-part=winners] tbody a').first()
  await expect(winner).toHaveAttribute('href', /\/members\//)

  await page.getByRole('button', { name: '导出数字' }).click()
  await dialog.getByLabel('原因').fill('会议用')
  await dialog.getByRole('button', { name: '开始导出' }).click()
  await expect(dialog.getByRole('link', { name: '下载文件' })).toBeVisible({ timeout: 30_000 })
  await page.keyboard.press('Escape')

  await page.goto('/loyalty/simulations?policy=loyalty.earning')
  await expect(page.locator('table tbody tr')).not.toHaveCount(0)
  expect(said).toEqual([])
})

test('who may only read sees the result and no way to start', async ({ page }) => {
  await logIn(page, 'auditor')
  await page.goto('/loyalty/simulations?policy=loyalty.earning')
  await page.locator('table tbody a').first().click()
  await expect(figure(page, 'points')).toBeVisible()
  await expect(page.getByRole('button', { name: '导出数字' })).toHaveCount(0)
})

const RATES = '/api/policies/cashback.rates'

test('other rates are simulated in money, with words of their own', async ({ page }) => {
  const said = complaints(page)
  await logIn(page, 'ops')
  await page.goto('/policies/cashback.rates?tab=draft')
  const policy = await (await page.request.get(RATES)).json()
  const body = structuredClone(policy.versions.at(0).body)
  body.mostPerMonth = { minor: 1_000, currency: 'CNY' }
  body.mostPerPurchase = { minor: 500, currency: 'CNY' }
  const token = (await page.context().cookies()).find((cookie) => cookie.name === 'XSRF-TOKEN')?.value ?? ''
  const headers = { 'X-XSRF-TOKEN': token }
  const saved = await page.request.put(`${RATES}/draft`, {
    headers,
    data: { body, expectedRevision: policy.draft?.revision ?? 0 },
  })
  expect(saved.ok(), await saved.text()).toBe(true)
  await page.reload()

  await page.getByRole('button', { name: '推演草稿', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('按返利模块计算返利的同一套规则')).toBeVisible()
  await expect(dialog.getByLabel('积分价值')).toHaveCount(0)
  const month = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10) // the rates were there by then
  await dialog.getByLabel('第一天').fill(month)
  await dialog.getByRole('button', { name: '推演草稿', exact: true }).click()

  await expect(page).toHaveURL(/\/loyalty\/simulations\//)
  await expect(figure(page, 'cost')).toContainText('-¥', { timeout: 60_000 })
  await expect(figure(page, 'winners')).toHaveText('0')
  await expect(page.locator('[data-part=figures] [data-row=cut-by-caps]')).toContainText('+¥')
  await expect(page.locator('[data-part=losers] tbody a').first()).toHaveAttribute('href', /\/members\//)
  await page.goto('/policies/cashback.rates?tab=draft')
  await expect(page.locator('[data-simulation]').first()).toContainText('返利差额')
  const { revision } = await saved.json()
  expect((await page.request.delete(`${RATES}/draft?revision=${revision}`, { headers })).ok()).toBe(true)
  expect(said).toEqual([])
})
