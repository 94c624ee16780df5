import { expect, test } from '@playwright/test'
import { give } from '../support/benefits'
import { complaints } from '../support/console'
import { someoneWithPoints } from '../support/mall'
import { changeTo, logIn } from '../support/session'

const COURSE = '茶艺课名额'
const CARE = '免费衣物护理'

test('a benefit is given with its reason, used at the counter with and without a code, and taken back', async ({
  page,
}) => {
  const heard = complaints(page)
  await logIn(page, 'store1')
  const member = await someoneWithPoints(page)
  const number = ((await (await page.request.get(`/api/members/${member}`)).json()) as { number: string }).number
  await changeTo(page, 'lead')
  let code = ''

  await test.step('the catalogue says for whom and how often, and costs open their uses', async () => {
    await page.goto('/benefits')
    await expect(page.getByRole('heading', { name: '权益成本' })).toBeVisible()
    await expect(page.getByRole('cell', { name: '每季度 2 次' })).toBeVisible()
    await page.getByLabel('按').selectOption('month')
    await expect(page).toHaveURL(/by=month/)
    await page
      .getByRole('row')
      .filter({ hasText: /^20\d\d-\d\d/ })
      .first()
      .getByRole('link')
      .click()
    await expect(page).toHaveURL(/benefit-uses\?.*day=/)
    await expect(page.getByRole('heading', { name: '权益使用' })).toBeVisible()
  })

  await test.step('on the member page two benefits are given, and one brings a code', async () => {
    await page.goto(`/members/${member}`)
    await give(page, CARE)
    const panel = await give(page, COURSE)
    await expect(panel.getByText(/个人授予（.*）：浏览器故事/).first()).toBeVisible()
    await panel.locator('li', { hasText: COURSE }).getByRole('button', { name: '取码' }).click()
    const shown = page.getByRole('dialog', { name: `“${COURSE}”的核销码` })
    code = (await shown.locator('.code').innerText()).trim().slice(0, 9)
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    await shown.getByRole('button', { name: '关闭' }).last().click()
  })

  await changeTo(page, 'store1')
  await test.step('at the counter a wrong code says why, the right one is used once', async () => {
    await page.goto('/counter')
    await page.getByLabel('输入权益核销码').fill(code.slice(0, 8) + (code.endsWith('7') ? '8' : '7'))
    await page.getByRole('button', { name: '验码' }).click()
    await expect(page.getByText('核销码有错字，请核对后再输。')).toBeVisible()
    await page.getByLabel('输入权益核销码').fill(code)
    await page.keyboard.press('Enter')
    await expect(page.getByText(COURSE)).toBeVisible()
    await page.getByRole('button', { name: '核销', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '核销', exact: true }).click()
    await expect(page.getByText(`已核销“${COURSE}”，成本 ¥120.00。`)).toBeVisible()
    await page.getByLabel('输入权益核销码').fill(code)
    await page.keyboard.press('Enter')
    await expect(page.getByText(/核销码已于 .* 用过/)).toBeVisible()
  })

  await test.step('the identified member uses what they have, and it is counted', async () => {
    await page.getByLabel('扫码，或输入会员号、手机、姓名、拼音').fill(number)
    await page.getByLabel('扫码，或输入会员号、手机、姓名、拼音').press('Enter')
    await page.getByRole('button', { name: `核销 ${CARE}` }).click()
    await page.getByRole('dialog').getByRole('button', { name: '核销', exact: true }).click()
    await expect(page.getByText(`已核销“${CARE}”，成本 ¥25.00。`)).toBeVisible()
    await expect(page.getByText(/还剩 1\/2 次/)).toBeVisible()
  })

  await test.step('a use recorded by mistake is taken back, and can be used again', async () => {
    await page.goto(`/benefit-uses?member=${member}`)
    await page.getByRole('button', { name: CARE }).first().click()
    const drawer = page.getByRole('dialog', { name: CARE })
    await drawer.getByRole('button', { name: '撤回使用' }).click()
    const question = page.getByRole('dialog', { name: `撤回“${CARE}”的这次使用？` })
    await question.getByLabel('原因').fill('点错了')
    await question.getByRole('button', { name: '撤回使用' }).click()
    await expect(drawer.getByText('已撤回').first()).toBeVisible()
    const now = (await (await page.request.get(`/api/benefits/members/${member}`)).json()) as {
      benefit: string
      left: { left: number }
    }[]
    expect(now.find((one) => one.benefit === 'garment-care')?.left.left).toBe(2)
  })
  // The browser tells of the two codes that were refused, the mistyped and the used one, and of nothing else.
  expect(heard.map((line) => /status of (422|409)/.exec(line)?.[1] ?? line)).toEqual(['422', '409'])
})
