import { expect, test } from '@playwright/test'
import { complaints } from '../support/console'
import { logIn } from '../support/session'

test('coupons given by mistake are withdrawn together, with a reason', async ({ page }) => {
  const heard = complaints(page)
  await logIn(page)
  await page.goto('/coupons?state=issued')
  const rows = page.locator('tbody tr').filter({ hasNotText: '故事' })
  await expect(rows.first()).toBeVisible()
  const codes: string[] = []
  for (const place of [0, 1]) {
    const box = rows.nth(place).getByRole('checkbox')
    codes.push(((await box.getAttribute('aria-label')) ?? '').replace(/^选择 /, ''))
    await box.check()
  }
  await expect(page.getByText('已选 2 项')).toBeVisible()

  await test.step('for one reason', async () => {
    await page.getByRole('button', { name: '作废 2 张' }).click()
    const dialog = page.getByRole('dialog', { name: '作废 2 张券？' })
    await dialog.getByRole('textbox').fill('发错了批次')
    await dialog.getByRole('button', { name: '作废', exact: true }).click()
    await expect(page.getByText('已作废 2 张')).toBeVisible()
  })

  await test.step('they are usable no more, and say why', async () => {
    for (const code of codes) await expect(page.getByRole('button', { name: code, exact: true })).toHaveCount(0)
    await page.goto(`/coupons?code=${codes[0]}`)
    await page.getByRole('button', { name: codes[0]!, exact: true }).click()
    await expect(page.getByRole('dialog').getByText('发错了批次')).toBeVisible()
  })
  expect(heard).toEqual([])
})

test('redemptions that wait are picked and cancelled together', async ({ page }) => {
  const heard = complaints(page)
  await logIn(page)
  await page.goto('/redemptions?state=waiting')
  await expect(page.locator('tbody tr').first()).toBeVisible()
  await page.locator('tbody tr').last().getByRole('checkbox').check()
  await page.getByRole('button', { name: '取消 1 单' }).click()
  const dialog = page.getByRole('dialog', { name: '取消 1 张兑换单？' })
  await dialog.getByRole('textbox').fill('会员改变了主意')
  await dialog.getByRole('button', { name: '取消兑换', exact: true }).click()
  await expect(page.getByText('已取消 1 单')).toBeVisible()
  await expect(page.getByText('已选 1 项')).toHaveCount(0)
  expect(heard).toEqual([])
})
