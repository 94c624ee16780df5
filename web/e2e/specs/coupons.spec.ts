import { expect, test, type Page } from '@playwright/test'
import { complaints } from '../support/console'
import { someoneWithPoints } from '../support/mall'
import { changeTo, logIn } from '../support/session'

const NAME = '故事满三十减五'

/** Enters a batch by its form and opens it. */
async function newBatch(page: Page) {
  await page.goto('/coupon-batches')
  await page.getByRole('button', { name: '新建批次' }).click()
  await page.getByLabel('批次编码').fill('STORY-5')
  await page.getByLabel('名称').fill(NAME)
  await page.getByLabel('抵扣金额').fill('5')
  await page.getByLabel('最低消费').fill('30')
  await page.getByLabel('天数（含发放当天）').fill('0')
  await page.getByLabel('总量').fill('10')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('须为大于零的整数。')).toBeVisible()
  await page.getByLabel('天数（含发放当天）').fill('30')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('heading', { name: NAME })).toBeVisible()
  await page.getByRole('button', { name: '开放发券' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '开放发券' }).click()
  await expect(page.getByText('发放中')).toBeVisible()
}

test('a batch is entered, opened and issued; its coupon is used at the counter and comes back with the goods', async ({
  page,
}) => {
  const heard = complaints(page)
  await logIn(page, 'store1')
  const member = await someoneWithPoints(page)
  const number = ((await (await page.request.get(`/api/members/${member}`)).json()) as { number: string }).number
  await changeTo(page, 'lead')

  await test.step('a batch is entered and opened', () => newBatch(page))

  await test.step('it is issued to a list of numbers, and says who received none', async () => {
    await page.getByRole('button', { name: '发券' }).click()
    const drawer = page.getByRole('dialog', { name: '发券' })
    await drawer.getByLabel('会员号').fill(`${number}\nNOBODY-1`)
    await drawer.getByLabel('原因').fill('浏览器故事')
    await drawer.getByRole('button', { name: '发放' }).click()
    const refused = page.getByRole('dialog', { name: '1 位没有收到' })
    await expect(refused.getByText('不是在册会员')).toBeVisible()
    await refused.getByRole('button', { name: '关闭' }).last().click()
    await expect(page.getByText('按此发 1 张')).toBeVisible()
  })

  await test.step('the member page shows the coupon, and the drawer its steps', async () => {
    await page.goto(`/members/${member}`)
    await page.getByRole('button', { name: NAME }).click()
    const drawer = page.getByRole('dialog', { name: NAME })
    await expect(drawer.getByText('发放', { exact: true })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(drawer).toHaveCount(0)
  })

  await changeTo(page, 'store1')
  await page.goto('/counter')
  await test.step('at the counter it says what is missing, then takes five yuan off', async () => {
    await page.getByLabel('扫码，或输入会员号、手机、姓名、拼音').fill(number)
    await page.keyboard.press('Enter')
    await page.getByLabel('第 1 行商品').fill('保温杯')
    await page.getByLabel('第 1 行金额（整行）').fill('20')
    await page.keyboard.press('Tab')
    await page.getByRole('checkbox', { name: new RegExp(NAME) }).check()
    await expect(page.getByText(/才可用，还差/)).toBeVisible()
    await page.getByLabel('第 1 行金额（整行）').fill('50')
    await page.keyboard.press('Tab')
    await expect(page.getByText('− ¥5.00')).toBeVisible()
    await expect(page.getByRole('button', { name: /收款 .*F4/ })).toBeEnabled()
    await page.keyboard.press('F4')
    await expect(page.getByRole('heading', { name: '小票' })).toBeVisible()
    await expect(page.getByText(NAME)).toBeVisible()
  })

  await test.step('all of it comes back, and the coupon with it', async () => {
    await page.getByRole('link', { name: '打开收银单' }).click()
    await page.getByRole('button', { name: '全部退' }).click()
    await page.getByLabel('原因').fill('不要了')
    await expect(page.getByText(new RegExp(`券“${NAME}” .* 退还会员`)).first()).toBeVisible()
    await page.getByRole('button', { name: '退货退款' }).click()
    await expect(page.getByText('已全退')).toBeVisible()
    const list = (await (await page.request.get(`/api/coupons?member=${member}&state=issued`)).json()) as {
      items: { batch: { details: { name: string } } }[]
    }
    expect(list.items.some((one) => one.batch.details.name === NAME)).toBe(true)
  })
  expect(heard).toEqual([])
})
