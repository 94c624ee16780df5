import { expect, test, type Page } from '@playwright/test'
import { complaints } from '../support/console'
import { logIn } from '../support/session'

/** The demo company proves the laws last, when all is told and last month is closed. */
async function told(page: Page) {
  test.setTimeout(180_000)
  const proofs = async () => (await (await page.request.get('/api/ledger/laws')).json()).length
  await expect.poll(proofs, { timeout: 120_000 }).toBeGreaterThan(0)
}

test('what is owed to members opens to the members behind it, as of any day', async ({ page }) => {
  const said = complaints(page)
  await logIn(page)
  await page.goto('/finance/liability')
  await expect(page.getByRole('heading', { name: '预计到期失效' })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('90% 区间').or(page.getByText('规定至少 6 个'))).toBeVisible()
  const byExpiry = page.getByRole('region', { name: '按有效期' })
  await byExpiry.locator('tbody button').first().click()
  const drawer = page.getByRole('dialog')
  await expect(drawer.locator('tbody a').first()).toHaveAttribute('href', /\/members\//)
  await page.keyboard.press('Escape')

  await page.getByText('估计方法').click()
  await expect(page.getByText('自助法')).toBeVisible()
  const earlier = new Date(Date.now() - 200 * 86_400_000).toISOString().slice(0, 10)
  await page.getByLabel('截止日').fill(earlier)
  await expect(page).toHaveURL(new RegExp(`asOf=${earlier}`))
  await expect(page.getByRole('region', { name: '按发放月份' }).locator('tbody tr').first()).toBeVisible()
  const file = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 CSV' }).click()
  expect((await file).suggestedFilename()).toContain('liability')
  expect(said).toEqual([])
})

test('a closed month shows its figures, and is not opened again without a reason', async ({ page }) => {
  const said = complaints(page)
  await logIn(page)
  await told(page)
  await page.goto('/finance/periods')
  const row = page.locator('table tbody tr').last()
  await expect(row).toContainText('已关账')
  await expect(row).toContainText('月度结账')
  await row.getByRole('button').click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('rowheader', { name: '积分' })).toBeVisible()
  await expect(dialog.getByRole('heading', { name: '计次卡' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^重开/ }).click()
  await dialog.getByRole('button', { name: /^重开/ }).click()
  await expect(dialog.getByText('请填写原因。')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(said).toEqual([])
})

test('each law has its history, and the day begins with whether they hold', async ({ page }) => {
  const said = complaints(page)
  await logIn(page)
  await told(page)
  await page.goto('/')
  await expect(page.getByText(/条定律全部成立/)).toBeVisible({ timeout: 30_000 })
  await page.goto('/ledger/laws')
  await page.getByRole('button', { name: '已关账的月份与其分录一致' }).click()
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByText(/核对了 .* 条事实/).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(said).toEqual([])
})

test('a statement of a period opens and closes with a balance', async ({ page }) => {
  await logIn(page)
  const members = await (await page.request.get('/api/finance/liability/members?limit=1')).json()
  const from = new Date(Date.now() - 400 * 86_400_000).toISOString().slice(0, 10)
  await page.goto(`/loyalty/members/${members.items[0].member}?day=${from}..`)
  await expect(page.getByText('期初余额')).toBeVisible()
  await expect(page.getByText('期末余额', { exact: true })).toBeVisible()
  await expect(page.getByText('期末余额的构成')).toBeVisible()
})
