import { expect, test } from '@playwright/test'
import { give } from '../support/benefits'
import { complaints } from '../support/console'
import { someoneAtHomeIn, someoneWithPoints, storeCalled } from '../support/mall'
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

test('a member of another store is found by the whole number alone, and served like at home', async ({ page }) => {
  await logIn(page, 'lead')
  const elsewhere = await someoneAtHomeIn(page, await storeCalled(page, '广州天河店'))
  const heard = complaints(page)
  await changeTo(page, 'store1')
  const finder = page.getByLabel('扫码，或输入会员号、手机、姓名、拼音')
  const card = page.locator('.buyer')

  await test.step('another number finds nobody, the right one says whose member it is', async () => {
    await page.goto('/counter')
    await finder.fill(`${elsewhere.number}0`)
    await page.keyboard.press('Enter')
    await expect(page.getByText('没有找到；可以不识别会员直接收银')).toBeVisible()
    await finder.fill(elsewhere.number)
    await expect(page.getByText(/输入完整的会员号或手机号后按回车/)).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(card.getByText('属于“广州天河店”的会员')).toBeVisible()
    await expect(card.getByText(elsewhere.number)).toBeVisible()
    await expect(page.getByRole('link', { name: '会员页' })).toHaveCount(0)
  })

  await test.step('the member tops up, and pays with points and what was topped up', async () => {
    await page.getByRole('button', { name: '充值', exact: true }).click()
    const drawer = page.getByRole('dialog', { name: '充值' })
    await drawer.getByLabel('金额').fill('10')
    await page.keyboard.press('Tab')
    await expect(drawer.getByText(/^限额/)).toBeVisible()
    await drawer.getByRole('button', { name: '充值', exact: true }).click()
    await expect(drawer).toHaveCount(0)
    await page.getByLabel('第 1 行商品').fill('保温杯')
    await page.getByLabel('第 1 行品类').fill('家居日用')
    await page.getByLabel('第 1 行数量').fill('2')
    await page.getByLabel('第 1 行金额（整行）').fill('40')
    await page.keyboard.press('Tab')
    await page.getByRole('checkbox', { name: /积分抵/ }).check()
    await page.getByRole('checkbox', { name: /用储值付/ }).check()
    await expect(page.getByText('请会员出示券码')).toBeVisible()
    await expect(page.getByRole('button', { name: /收款 .*F4/ })).toBeEnabled()
    await page.keyboard.press('F4')
    await expect(page.getByRole('heading', { name: '小票' })).toBeVisible()
  })

  await test.step('what was sold here is seen here wholly, and a piece comes back', async () => {
    await page.getByRole('link', { name: '打开收银单' }).click()
    await expect(page.locator('.receipt').getByText('其他门店的会员')).toBeVisible()
    await page.getByLabel(/保温杯/).fill('1')
    await page.getByLabel('原因').fill('买多了')
    await page.getByRole('button', { name: '退货退款' }).click()
    await expect(page.getByText('部分退货')).toBeVisible()
    await page.getByRole('link', { name: '消费与积分' }).click()
    await expect(page.getByText('其他门店的会员')).toBeVisible()
    await expect(page.getByRole('link', { name: '其他门店的会员' })).toHaveCount(0)
  })
  expect(heard).toEqual([])
})
