import { expect, test } from '@playwright/test'
import { complaints } from '../support/console'
import { changeTo, logIn } from '../support/session'

test('a large gift waits for the second pair of eyes, a small extension does not', async ({ page }) => {
  const heard = complaints(page)
  await logIn(page, 'ops')
  const asked = await page.request.get('/api/members?limit=1&sort=-loyalty.points')
  const member = ((await asked.json()) as { items: { id: string }[] }).items[0]!.id

  await test.step('what exceeds the table is sent for approval and changes nothing', async () => {
    await page.goto(`/loyalty/members/${member}`)
    await page.getByRole('button', { name: '手工调整积分' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel('积分', { exact: true }).fill('6000')
    await drawer.getByLabel('原因').fill('年会抽奖补发')
    await drawer.getByRole('button', { name: '保存' }).click()
    await expect(page.getByText('已提交审批，通过后即生效')).toBeVisible()
    await expect(page.getByRole('cell', { name: '手工发放' })).toHaveCount(0)
  })

  await test.step('the lead sees what it is about and agrees', async () => {
    await changeTo(page, 'lead')
    await page.goto('/approvals')
    await page
      .getByText('年会抽奖补发')
      .or(page.getByText(/手工发放 · 积分 · 6,000/))
      .first()
      .click()
    const drawer = page.getByRole('dialog')
    await expect(drawer.getByRole('blockquote').filter({ hasText: '年会抽奖补发' })).toBeVisible()
    await expect(drawer.getByText(/当日手工合计（含待批）6,000/)).toBeVisible()
    await drawer.getByRole('button', { name: '同意' }).click()
    await expect(drawer).toBeHidden()
  })

  await test.step('then it is on the statement, and its lot can be given a later day', async () => {
    await page.goto(`/loyalty/members/${member}`)
    await expect(page.getByRole('cell', { name: '手工发放' }).first()).toBeVisible()
    await page
      .getByRole('button', { name: /^延期：/ })
      .last()
      .click()
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel('新的最后有效日').fill(`${new Date().getFullYear() + 9}-12-31`)
    await drawer.getByLabel('原因').fill('门店装修停业')
    await drawer.getByRole('button', { name: '保存' }).click()
    await expect(page.getByText(/已延期|已提交审批/)).toBeVisible()
  })
  expect(heard).toEqual([])
})

test('many get the same points in one act, and all of it is taken back as one', async ({ page }) => {
  const heard = complaints(page)
  await logIn(page)
  const asked = await page.request.get('/api/members?limit=2&sort=loyalty.points')
  const members = ((await asked.json()) as { items: { id: string; number: string }[] }).items
  const reason = `门店停电致歉${Date.now().toString().slice(-6)}`

  await page.goto('/loyalty/grants')
  await page.getByRole('button', { name: '批量发放积分' }).click()
  const drawer = page.getByRole('dialog')
  await drawer
    .getByLabel('会员号')
    .fill([...members.map((one) => one.number), members[0]!.number, 'NOBODY-9'].join('\n'))
  await drawer.getByLabel('每人积分').fill('70')
  await drawer.getByLabel('原因').fill(reason)
  await drawer.getByRole('button', { name: '试算' }).click()
  await expect(drawer.locator('[data-reach]')).toContainText('2 位会员，合计 140 积分')
  await expect(drawer.getByText('NOBODY-9', { exact: false }).last()).toBeVisible()
  await drawer.getByRole('button', { name: '保存' }).click()

  await expect(page).toHaveURL(/\/loyalty\/grants\/[0-9a-f-]{36}/)
  await expect(page.getByText('已发放', { exact: true })).toBeVisible({ timeout: 60_000 })
  await expect(page.locator('tbody tr')).toHaveCount(2)

  await page.getByRole('button', { name: '撤销发放' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.locator('[data-effect]')).toContainText('将从 2 位会员收回 140 积分')
  await dialog.getByRole('button', { name: '撤销发放' }).click()
  await expect(dialog.getByText('请写明原因')).toBeVisible()
  await dialog.getByLabel('原因').fill('发错名单')
  await dialog.getByRole('button', { name: '撤销发放' }).click()
  await expect(page.getByText('已撤销', { exact: true })).toBeVisible({ timeout: 60_000 })
  await page.goto('/loyalty/grants')
  await expect(page.getByRole('row').filter({ hasText: reason })).toContainText('已撤销')
  expect(heard).toEqual([])
})
