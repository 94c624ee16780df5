import { expect, test } from '@playwright/test'
import { complaints } from '../support/console'
import { someoneWithPoints } from '../support/mall'
import { logIn } from '../support/session'

test('a clerk finds the member, sells by keyboard with points, prints, and takes a piece back', async ({ page }) => {
  const heard = complaints(page)
  await logIn(page, 'store1')
  const member = await someoneWithPoints(page)
  const number = ((await (await page.request.get(`/api/members/${member}`)).json()) as { number: string }).number
  await page.goto('/counter')

  await test.step('the number and Enter name the member', async () => {
    await page.getByLabel('扫码，或输入会员号、手机、姓名、拼音').fill(number)
    await page.keyboard.press('Enter')
    await expect(page.getByText(number)).toBeVisible()
  })

  await test.step('a line brings a price with its reasons', async () => {
    await page.getByLabel('第 1 行商品').fill('保温杯')
    await page.getByLabel('第 1 行品类').fill('家居日用')
    await page.getByLabel('第 1 行数量').fill('2')
    await page.getByLabel('第 1 行金额（整行）').fill('20')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: /收款 .*F4/ })).toBeEnabled()
    await page.getByRole('checkbox', { name: /积分抵/ }).check()
    await expect(page.getByText('为什么').first()).toBeVisible()
  })

  await test.step('F4 charges and shows the receipt', async () => {
    await expect(page.getByRole('button', { name: /收款 .*F4/ })).toBeEnabled()
    await page.keyboard.press('F4')
    await expect(page.getByRole('heading', { name: '小票' })).toBeVisible()
    await expect(page.getByRole('button', { name: '下一位（F8）' })).toBeFocused()
  })

  await test.step('one piece comes back', async () => {
    await page.getByRole('link', { name: '打开收银单' }).click()
    await page.getByLabel(/保温杯/).fill('1')
    await page.getByLabel('原因').fill('买多了')
    await expect(page.getByText(/^退回 .*储值/)).toBeVisible()
    await page.getByRole('button', { name: '退货退款' }).click()
    await expect(page.getByText('部分退货')).toBeVisible()
  })
  expect(heard).toEqual([])
})
