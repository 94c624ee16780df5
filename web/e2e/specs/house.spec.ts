import { expect, test } from '@playwright/test'
import { complaints } from '../support/console'
import { logIn } from '../support/session'

test('the log-in page complains of nothing, whether nobody was ever here or a session has ended', async ({ page }) => {
  const heard = complaints(page)
  await page.goto('/login')
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible()
  await page.context().addCookies([{ name: 'GUILDHALL_SESSION', value: 'bm9ib2R5', url: page.url() }])
  await page.goto('/members')
  await expect(page).toHaveURL(/\/login/)
  expect(heard).toEqual([])
})

test('a member out of reach is said to be so, with a way back', async ({ page }) => {
  await logIn(page)
  await page.goto('/members/01900000-0000-7000-8000-000000000001')
  await expect(page.getByText('没有这位会员，或不在您的数据范围内')).toBeVisible()
  await page.getByRole('link', { name: '回到会员列表' }).click()
  await expect(page).toHaveURL(/\/members$/)
  await page.goto('/members/nobody')
  await expect(page.getByText('没有这位会员，或不在您的数据范围内')).toBeVisible()
})

test('the head of a member says phone, tier and consent; the totals of list and dashboard point at each other', async ({
  page,
}) => {
  const heard = complaints(page)
  await logIn(page)
  await page.goto('/members')
  await expect(page.locator('[data-note=totals]')).toContainText('看板只计在籍会员')
  const first = (await (await page.request.get('/api/purchases?limit=1')).json()) as { items: { member: string }[] }
  await page.goto(`/members/${first.items[0]!.member}`)
  const head = page.locator('main > header')
  await expect(head.locator('[data-fact=tier]')).toBeVisible()
  await expect(head.locator('[data-fact=consent]')).toBeVisible()
  await page.goto('/insights')
  await expect(page.locator('[data-note=totals]')).toContainText('在籍的会员')
  await page.locator('[data-note=totals]').getByRole('link').click()
  await expect(page).toHaveURL(/\/members$/)
  expect(heard).toEqual([])
})

test('a policy offers posts by name and writes standards of money in yuan', async ({ page }) => {
  await logIn(page)
  await page.goto('/policies/loyalty.recording?tab=draft')
  const post = page.locator('[data-field="limits[0].post"]')
  await expect(post.locator('option:checked')).toHaveText('店员')
  await page.goto('/policies/loyalty.tiers?tab=draft')
  await expect(page.locator('[data-field="ladder[1].threshold"]')).toHaveValue('1000')
  await page.locator('[data-field=measure]').selectOption('SPEND')
  await expect(page.locator('[data-field="ladder[1].threshold"]')).toHaveValue('10.00')
})
