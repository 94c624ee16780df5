import { expect, test } from '@playwright/test'
import { complaints } from '../support/console'
import { logIn } from '../support/session'

interface Item {
  id: string
  member: string
  purchaseNumber: string
}

test('cashback explains itself, waits and is settled; promoters agree first and have a statement', async ({ page }) => {
  const heard = complaints(page)
  await logIn(page, 'lead')
  const rebates = async (query: string) =>
    ((await (await page.request.get(`/api/cashback/rebates?${query}`)).json()) as { items: Item[] }).items

  await test.step('a list shows what waits; a row tells why, line by line', async () => {
    await page.goto('/cashback?state=pending&kind=cashback')
    await expect(page.getByRole('heading', { name: '消费返利' })).toBeVisible()
    const [first] = await rebates('state=pending&kind=cashback&limit=1')
    await page.getByRole('button', { name: first!.purchaseNumber }).click()
    const drawer = page.getByRole('dialog', { name: `消费 ${first!.purchaseNumber} 的返利` })
    await expect(drawer.getByText('为什么是这个数')).toBeVisible()
    await expect(drawer.getByText(/不足一分舍去/).first()).toBeVisible()
    await expect(drawer.getByText('还没有入账。')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(drawer).toHaveCount(0)
  })

  await test.step('what came back after it was credited was clawed back', async () => {
    const runs = ((await (await page.request.get('/api/cashback/settlements')).json()) as { items: { id: string }[] })
      .items
    const lists = await Promise.all(runs.map((run) => rebates(`state=reversed&run=${run.id}&limit=1`)))
    const run = runs[lists.findIndex((list) => list.length > 0)]!
    await page.goto(`/cashback?state=reversed&run=${run.id}`)
    await page.locator('tbody .link-button').first().click()
    await expect(page.getByText('退货扣回').first()).toBeVisible()
  })

  await test.step('a settlement is listed with what it credited', async () => {
    await page.goto('/cashback-settlements')
    await expect(page.getByRole('heading', { name: '现在到期' })).toBeVisible()
    await page.getByRole('row').nth(1).getByRole('link').click()
    await expect(page).toHaveURL(/run=/)
    await expect(page.getByText('已入账').first()).toBeVisible()
  })

  await test.step('the member page shows what waits and what there is to spend', async () => {
    const [first] = await rebates('state=settled&kind=cashback&limit=1')
    await page.goto(`/members/${first!.member}`)
    const panel = page.locator('section', { has: page.getByRole('heading', { name: '消费返利' }) })
    await expect(panel.getByText('可用返利')).toBeVisible()
    await expect(panel.getByText('本月还可返')).toBeVisible()
  })

  await test.step('a promoter has a statement that says no tax is withheld, and whom they brought', async () => {
    await page.goto('/promoters?state=active')
    await expect(page.getByRole('heading', { name: '推广员' })).toBeVisible()
    await page.locator('tbody .link-button').first().click()
    const drawer = page.getByRole('dialog')
    await expect(drawer.getByText('未代扣个人所得税。')).toBeVisible()
    await expect(drawer.getByRole('heading', { name: '推荐来的顾客' })).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('a payout says what was paid before tax, what is carried, and what can be reversed', async () => {
    await page.goto('/commission-payouts?state=paid')
    await expect(page.getByRole('heading', { name: '佣金发放' })).toBeVisible()
    await page.locator('tbody a').first().click()
    await expect(page.getByText('本系统不计算、不代扣个人所得税')).toBeVisible()
    await expect(page.getByText('低于起付额，结转').first()).toBeVisible()
    await expect(page.getByRole('button', { name: /^冲回 / }).first()).toBeVisible()
    await expect(page.getByRole('columnheader', { name: '本年累计（税前）' })).toBeVisible()
  })

  await test.step('whoever wants to propose another is told what is due before', async () => {
    await page.goto('/commission-payouts')
    await page.getByRole('button', { name: '提出发放' }).click()
    const drawer = page.getByRole('dialog', { name: '提出发放' })
    await expect(drawer.getByText('结转下次')).toBeVisible()
    await expect(drawer.getByText('本系统不计算、不代扣个人所得税')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(drawer).toHaveCount(0)
  })

  await test.step('somebody agrees and becomes a promoter; nobody recommends themselves', async () => {
    const known = new Set(
      (
        (await (await page.request.get('/api/cashback/promoters?limit=200')).json()) as { items: { member: string }[] }
      ).items.map((one) => one.member),
    )
    const list = (await (await page.request.get('/api/purchases?limit=100')).json()) as { items: { member: string }[] }
    let member = ''
    for (const { member: one } of list.items) {
      const bonds = (await (await page.request.get(`/api/cashback/bonds?customer=${one}`)).json()) as {
        items: unknown[]
      }
      if (!known.has(one) && bonds.items.length === 0) {
        member = one
        break
      }
    }
    await page.goto(`/members/${member}`)
    const panel = page.locator('section', { has: page.getByRole('heading', { name: '推荐关系' }) })
    await panel.getByRole('button', { name: '登记为推广员' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '本人已同意，登记' }).click()
    await expect(panel.getByText('是推广员', { exact: true })).toBeVisible()
    const number = ((await (await page.request.get(`/api/members/${member}`)).json()) as { number: string }).number
    await panel.getByRole('button', { name: '登记推荐人' }).click()
    const drawer = page.getByRole('dialog', { name: '登记推荐人' })
    await drawer.getByLabel('推广员', { exact: true }).fill(number)
    await drawer.getByRole('button', { name: new RegExp(number) }).click()
    await drawer.getByRole('button', { name: '登记推荐人' }).click()
    await expect(page.getByText('不能推荐自己；已记入审计。').first()).toBeVisible()
  })
  // The browser tells of the one recommendation that was refused, and of nothing else.
  expect(heard.map((line) => /status of (422|409)/.exec(line)?.[1] ?? line)).toEqual(['422'])
})
