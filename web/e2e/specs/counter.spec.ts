import { expect, test } from '@playwright/test'
import { give } from '../support/benefits'
import { complaints } from '../support/console'
import { someoneWithPoints } from '../support/mall'
import { changeTo, logIn } from '../support/session'

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

test('a benefit with a quota is offered, taken off the goods it is for, and comes back with them', async ({ page }) => {
  const heard = complaints(page)
  await logIn(page, 'store1')
  const member = await someoneWithPoints(page)
  const number = ((await (await page.request.get(`/api/members/${member}`)).json()) as { number: string }).number

  await test.step('who was given it is told what comes off, by which clause and how often', async () => {
    await changeTo(page, 'lead')
    await page.goto(`/members/${member}`)
    await give(page, '家居日')
    await changeTo(page, 'store1')
    await page.goto('/counter')
    await page.getByLabel('扫码，或输入会员号、手机、姓名、拼音').fill(number)
    await page.keyboard.press('Enter')
    await expect(page.getByText(number)).toBeVisible()
    await page.getByLabel('第 1 行商品').fill('保温杯')
    await page.getByLabel('第 1 行品类').fill('家居日用')
    await page.getByLabel('第 1 行金额（整行）').fill('100')
    await page.keyboard.press('Tab')
    await expect(page.getByText(/“家居日”（条款 4\.11）：可减 ¥[\d.]+，本期还可用 \d 次，未选用/)).toBeVisible()
  })

  await test.step('ticked, it is taken and the receipt names it', async () => {
    await page.getByRole('checkbox', { name: /用“家居日”减/ }).check()
    await expect(page.getByText(/“家居日”（条款 4\.11）：减 12%，最多 ¥80\.00/)).toBeVisible()
    await page.getByRole('button', { name: /收款 .*F4/ }).click()
    await expect(page.getByRole('heading', { name: '小票' })).toBeVisible()
    await expect(page.locator('.receipt').getByText('家居日')).toBeVisible()
  })

  await test.step('when all of it comes back, so does the use', async () => {
    await page.getByRole('link', { name: '打开收银单' }).click()
    await page.getByRole('button', { name: '全部退' }).click()
    await page.getByLabel('原因').fill('不合适')
    await expect(page.getByText('权益使用一并撤回，次数恢复').first()).toBeVisible()
    await page.getByRole('button', { name: '退货退款' }).click()
    await expect(page.getByText('已全退')).toBeVisible()
    await expect(page.locator('.receipt').getByText('已撤回')).toBeVisible()
  })
  expect(heard).toEqual([])
})
