import { expect, test, type Browser, type Page } from '@playwright/test'
import { complaints } from '../support/console'
import { tabUntil } from '../support/keys'
import { COSTLY, pointsOf, PRICE, redeem, REWARD, someoneWithPoints, storeCalled } from '../support/mall'
import { logIn } from '../support/session'

const HERE = '上海徐汇店'
const ELSEWHERE = '广州天河店'
const REFUSED = expect.stringMatching(/status of 4\d\d/)

const drawerOf = (page: Page) => page.getByRole('dialog', { name: REWARD, exact: true })

async function openNewest(page: Page, member: string) {
  await page.goto(`/members/${member}`)
  await page
    .getByRole('button', { name: new RegExp(`${REWARD} × 1`) })
    .first()
    .click()
}

/** Ends the newest redemption on the member's page; a reason is asked for and not to be left out. */
async function end(page: Page, member: string, act: '取消兑换' | '退回') {
  await openNewest(page, member)
  await drawerOf(page).getByRole('button', { name: act, exact: true }).click()
  const question = page.getByRole('dialog', { name: `${act}“${REWARD}”？` })
  await question.getByRole('button', { name: act, exact: true }).click()
  await expect(question.getByText('请写明原因')).toBeVisible()
  await question.getByLabel('原因').fill('顾客改了主意')
  await question.getByRole('button', { name: act, exact: true }).click()
}

async function logInElsewhere(browser: Browser, username: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await logIn(page, username)
  return page
}

test('a clerk redeems and hands out by keyboard; what is cancelled or taken back gives the points back', async ({
  page,
  browser,
}) => {
  const heard = complaints(page)
  await logIn(page, 'store1')
  const member = await someoneWithPoints(page)
  const before = await pointsOf(page, member)
  await page.goto(`/members/${member}`)

  const code = await test.step('redeeming holds the points and shows the code', async () => {
    const given = await redeem(page, HERE)
    expect(await pointsOf(page, member)).toBe(before - PRICE)
    return given
  })

  await test.step('the code is not shown again', async () => {
    await openNewest(page, member)
    await expect(drawerOf(page).getByText('待取货')).toBeVisible()
    expect((await page.locator('body').innerText()).replaceAll(/\D/g, '')).not.toContain(code)
    await page.keyboard.press('Escape')
    await expect(drawerOf(page)).toHaveCount(0)
  })

  await test.step('a wrong code is refused at the counter', async () => {
    await page.goto('/pick-up')
    await expect(page.getByLabel('我在的门店').locator('option:checked')).toHaveText(HERE)
    await tabUntil(page, page.getByLabel('取货码'))
    await page.keyboard.type(code.replaceAll(/\d/g, (digit) => String((Number(digit) + 1) % 10)))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toContainText('没有这个取货码')
    expect(heard.splice(0)).toEqual([REFUSED])
  })

  await test.step('the right one is checked with one Enter and handed out with the next', async () => {
    await page.keyboard.press('Control+a')
    await page.keyboard.type(code)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: REWARD })).toBeVisible()
    await expect(page.getByRole('button', { name: '确认交付' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByText('已领取')).toBeVisible()
    await expect(page.getByRole('button', { name: '确认交付' })).toHaveCount(0)
    expect(await pointsOf(page, member)).toBe(before - PRICE)
  })

  await test.step('a clerk can not take it back; the one who may does, and the points are back', async () => {
    await openNewest(page, member)
    await expect(drawerOf(page).getByText('已领取')).toBeVisible()
    await expect(drawerOf(page).getByRole('button', { name: '退回' })).toHaveCount(0)
    const lead = await logInElsewhere(browser, 'lead')
    await end(lead, member, '退回')
    await expect(drawerOf(lead).getByText('已退回').first()).toBeVisible()
    expect(await pointsOf(page, member)).toBe(before)
    await lead.context().close()
  })

  await test.step('another one is cancelled before it is picked up, and its points are back', async () => {
    await page.goto(`/members/${member}`)
    await redeem(page, HERE)
    expect(await pointsOf(page, member)).toBe(before - PRICE)
    await end(page, member, '取消兑换')
    await expect(drawerOf(page).getByText('已取消').first()).toBeVisible()
    expect(await pointsOf(page, member)).toBe(before)
  })
  expect(heard).toEqual([])
})

test('what costs money beside its points is paid with the order, lies in the till, and goes back with a cancellation', async ({
  page,
}) => {
  const heard = complaints(page)
  await logIn(page, 'store1')
  const member = await someoneWithPoints(page, '', COSTLY.points)
  const before = await pointsOf(page, member)
  const panel = page.getByRole('region', { name: '兑换单', exact: true })
  const slip = `SLIP-${Date.now() % 1_000_000}`

  await test.step('the form says what is due and is not sent with a wrong sum', async () => {
    await page.goto(`/members/${member}`)
    await panel.getByRole('button', { name: '兑换', exact: true }).click()
    const drawer = page.getByRole('dialog', { name: '为会员兑换' })
    const choice = await drawer.getByRole('option', { name: new RegExp(COSTLY.name) }).innerText()
    expect(choice).toContain(`${COSTLY.points} 积分 + ${COSTLY.cash}`)
    await drawer.getByLabel('兑换品').selectOption({ label: choice })
    await drawer.getByLabel('取货门店').selectOption({ label: HERE })
    await expect(drawer.getByText(`应付：${COSTLY.points} 积分 + ${COSTLY.cash}`)).toBeVisible()
    await expect(drawer.getByLabel('收款门店').locator('option:checked')).toHaveText(HERE)
    await drawer.getByRole('button', { name: '分几种方式付' }).click()
    await drawer.getByLabel('第 1 笔金额').fill('20')
    await drawer.getByLabel('第 2 种收款方式').selectOption('code')
    await drawer.getByLabel('第 2 笔金额').fill('9.89')
    await drawer.getByLabel('第 2 笔凭证号').fill(slip)
    await drawer.getByRole('button', { name: '兑换', exact: true }).click()
    await expect(drawer.getByText('收款合计须等于应收')).toBeVisible()
    expect(heard.splice(0)).toEqual([REFUSED])
    expect(await pointsOf(page, member)).toBe(before)
    await drawer.getByLabel('第 2 笔金额').fill('9.90')
    await drawer.getByRole('button', { name: '兑换', exact: true }).click()
    const shown = page.getByRole('dialog', { name: '取货码' })
    await expect(shown).toContainText(`已收 现金 ¥20.00、扫码 ¥9.90 ${slip}`)
    await page.keyboard.press('Escape')
    expect(await pointsOf(page, member)).toBe(before - COSTLY.points)
  })

  const inTheTill = async () => {
    await page.goto('/counter-day')
    const row = page.getByRole('row', { name: new RegExp(`${HERE}.*扫码`) })
    await row.getByRole('button').first().click()
    return page.getByRole('dialog', { name: `${HERE} · 扫码` }).getByRole('row', { name: new RegExp(slip) })
  }
  await test.step('it is in the day of the till, and leads to its order', async () => {
    const rows = await inTheTill()
    await expect(rows).toContainText('¥9.90')
    await rows.getByRole('link', { name: new RegExp(`兑换 · ${COSTLY.name}`) }).click()
    await expect(page.locator('tbody tr').first()).toContainText(`${COSTLY.points} + ${COSTLY.cash}`)
  })

  await test.step('who cancels is told what to hand back, and it leaves the till', async () => {
    await page.goto(`/members/${member}`)
    await page
      .getByRole('button', { name: new RegExp(`${COSTLY.name} × 1`) })
      .first()
      .click()
    const drawer = page.getByRole('dialog', { name: COSTLY.name, exact: true })
    await drawer.getByRole('button', { name: '取消兑换', exact: true }).click()
    const question = page.getByRole('dialog', { name: `取消兑换“${COSTLY.name}”？` })
    await expect(question).toContainText(`并由${HERE}退还：现金 ¥20.00、扫码 ¥9.90 ${slip}。`)
    await question.getByLabel('原因').fill('顾客改了主意')
    await question.getByRole('button', { name: '取消兑换', exact: true }).click()
    await expect(drawer.getByText('已取消').first()).toBeVisible()
    expect(await pointsOf(page, member)).toBe(before)
    await expect(await inTheTill()).toHaveCount(2)
  })
  expect(heard).toEqual([])
})

test('a clerk of another store neither sees nor hands out what is not theirs', async ({ page, browser }) => {
  await logIn(page)
  const member = await someoneWithPoints(page, await storeCalled(page, ELSEWHERE))
  await page.goto(`/members/${member}`)
  const code = await redeem(page, ELSEWHERE)

  const clerk = await logInElsewhere(browser, 'store1')
  const heard = complaints(clerk)
  await test.step('the list of the clerk knows their own store only', async () => {
    await clerk.goto('/redemptions')
    await expect(clerk.locator('tbody tr').first()).toBeVisible()
    await expect(clerk.locator('tbody')).toContainText(HERE)
    await expect(clerk.locator('tbody')).not.toContainText(ELSEWHERE)
  })

  await test.step('the own counter does not hand it out, and no other one is offered', async () => {
    await clerk.goto('/pick-up')
    const here = clerk.getByLabel('我在的门店')
    await expect(here.getByRole('option')).toHaveText([HERE])
    await clerk.getByLabel('取货码').fill(code)
    await clerk.getByRole('button', { name: '核对' }).click()
    await expect(clerk.getByRole('alert')).toContainText('不能在这家门店取')
    await expect(clerk.getByRole('button', { name: '确认交付' })).toHaveCount(0)
    expect(heard.splice(0)).toEqual([REFUSED])
  })

  await test.step('it still waits, for the store it was ordered to', async () => {
    await openNewest(page, member)
    await expect(drawerOf(page).getByText('待取货')).toBeVisible()
    await expect(drawerOf(page).getByText(ELSEWHERE)).toBeVisible()
    await end(page, member, '取消兑换')
    await expect(drawerOf(page).getByText('已取消').first()).toBeVisible()
  })
  await clerk.context().close()
})

test('a reward is entered as a draft, gets stock, is put on sale, and what was redeemed is taken out as a file', async ({
  page,
}) => {
  const heard = complaints(page)
  const mark = String(Date.now() % 1_000_000)
  const name = `故事杯${mark}`
  await logIn(page)

  await test.step('what is missing is said at its field, what is there is kept', async () => {
    await page.goto('/rewards/new')
    await page.getByLabel('编码').fill(`STORY-${mark}`)
    await page.getByLabel('名称（简体）').fill(name)
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByLabel('每件积分')).toBeFocused()
    await page.getByLabel('每件积分').fill('80')
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(page.locator('main > header').getByText('草稿')).toBeVisible()
  })

  await test.step('pieces come in for a reason and stand as a movement', async () => {
    await page.getByRole('button', { name: '收货 / 更正' }).click()
    const drawer = page.getByRole('dialog', { name: '收货 / 更正' })
    await drawer.getByLabel('数量').fill('12')
    await drawer.getByRole('button', { name: '保存' }).click()
    await expect(drawer.getByText('请写明原因')).toBeVisible()
    await drawer.getByLabel('原因').fill('首批到货')
    await drawer.getByRole('button', { name: '保存' }).click()
    await expect(drawer).toHaveCount(0)
    const row = page.getByRole('row', { name: /首批到货/ })
    await expect(row).toContainText('+12')
    await expect(row).toContainText('收货')
  })

  await test.step('on sale it is found in the list by its state', async () => {
    await page.getByRole('button', { name: '上架' }).click()
    const question = page.getByRole('dialog', { name: `上架“${name}”？` })
    await question.getByRole('button', { name: '上架' }).click()
    await expect(page.locator('main > header').getByText('上架', { exact: true }).first()).toBeVisible()
    await page.goto('/rewards?state=on-sale')
    await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText('12')
    await page.goto('/rewards?state=draft')
    await expect(page.locator('tbody tr').first()).toBeVisible()
    await expect(page.getByRole('row', { name: new RegExp(name) })).toHaveCount(0)
  })

  await test.step('the redemptions of a state are taken out as a file, for a reason', async () => {
    await page.goto('/redemptions?state=fulfilled')
    await expect(page.locator('tbody tr').first()).toContainText('已领取')
    await page.getByRole('button', { name: '导出' }).click()
    const dialog = page.getByRole('dialog', { name: '导出兑换单' })
    await dialog.getByLabel('文件格式').selectOption('CSV')
    await dialog.getByLabel('原因').fill('月度盘点')
    await dialog.getByRole('button', { name: '开始导出' }).click()
    const waiting = page.waitForEvent('download')
    await dialog.locator('a[download]').click()
    const stream = await (await waiting).createReadStream()
    const text = Buffer.concat(await stream.toArray()).toString('utf8')
    expect(text).toContain(',已领取,')
    expect(text).not.toContain(',待取货,')
  })
  expect(heard).toEqual([])
})
