import { expect, test, type Page } from '@playwright/test'
import { complaints } from '../support/console'
import { tabUntil } from '../support/keys'
import { PASSWORD, STAFF } from '../support/session'

const tabTo = (page: Page, name: RegExp | string) => tabUntil(page, page.getByRole('button', { name }).first())
const tabInto = (page: Page, label: string) => tabUntil(page, page.getByRole('dialog').getByLabel(label).first())

const palette = (page: Page) => page.getByRole('combobox', { name: /拼音首字母/ })

async function byPalette(page: Page, text: string, option: RegExp | string) {
  await expect(page.locator('main h1').first()).toBeAttached()
  await page.keyboard.press('Control+k')
  await expect(palette(page)).toBeFocused()
  await page.keyboard.type(text)
  await expect(page.getByRole('option', { name: option }).first()).toBeVisible()
  const chosen = page.getByRole('option', { name: option, selected: true })
  for (let turn = 0; turn < 30 && !(await chosen.isVisible()); turn += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(palette(page)).toHaveCount(0)
}

test('the ten main tasks are done without a mouse', async ({ page }) => {
  const heard = complaints(page)
  const name = `键盘${Date.now() % 100_000}`

  await test.step('1 logging in', async () => {
    await page.goto('/login')
    await expect(page.getByLabel('用户名')).toBeFocused()
    await page.keyboard.type(STAFF)
    await page.keyboard.press('Tab')
    await page.keyboard.type(PASSWORD)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: /您好/ })).toBeVisible()
  })

  await test.step('2 seeing which keys there are, and coming back', async () => {
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog')).toContainText('Ctrl K')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  await test.step('3 going to a page by its initials', async () => {
    await byPalette(page, 'hy', /^会员/)
    await expect(page).toHaveURL(/\/members$/)
    await expect(page.locator('tbody tr').first()).toBeVisible()
  })

  await test.step('4 walking, picking and opening rows; Esc gives the place back', async () => {
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await page.keyboard.press('x')
    await expect(page.getByText('已选 1 项')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.locator('tr.current')).toHaveCount(1)
  })

  await test.step('5 searching the list', async () => {
    await page.keyboard.press('/')
    await expect(page.locator('main [data-search]')).toBeFocused()
    await page.keyboard.type('没有这个人')
    await expect(page.locator('[data-state="no-match"]')).toBeVisible()
    await tabTo(page, '清空筛选')
    await page.keyboard.press('Enter')
    await expect(page.locator('tbody tr').first()).toBeVisible()
  })

  await test.step('6 entering a member', async () => {
    await byPalette(page, 'xjhy', '新建会员')
    await tabInto(page, '姓名 / 名称')
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/members\/[0-9a-f-]{36}/)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('键盘')
  })

  await test.step('7 asking why a member stands where they stand', async () => {
    await tabTo(page, '为什么')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: '为什么' })).toBeFocused()
  })

  await test.step('8 recording a purchase', async () => {
    await byPalette(page, 'djxf', '登记消费')
    const dialog = page.getByRole('dialog', { name: '登记消费' })
    await tabInto(page, '会员')
    await page.keyboard.type(name)
    await expect(dialog.getByRole('button', { name: /键盘/ })).toBeVisible()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await tabInto(page, '金额')
    await page.keyboard.type('128')
    await page.keyboard.press('Enter')
    await expect(page.getByText(/已登记，获得 \d+ 积分/)).toBeVisible()
  })
  expect(heard).toEqual([])
})

test('a rule is read, the dashboard drilled and the audit trail verified without a mouse', async ({ page }) => {
  const heard = complaints(page)
  await page.goto('/login')
  await expect(page.getByLabel('用户名')).toBeFocused()
  await page.keyboard.type(STAFF)
  await page.keyboard.press('Tab')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /您好/ })).toBeVisible()

  await test.step('9 from a figure to the members behind it', async () => {
    await byPalette(page, '看板', /看板/)
    await expect(page).toHaveURL(/\/insights/)
    await tabTo(page, /会员收入/)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog').getByRole('row').nth(1)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  await test.step('10 verifying the audit trail', async () => {
    await byPalette(page, '审计', /审计/)
    await tabTo(page, '验证完整性')
    await page.keyboard.press('Enter')
    await expect(page.locator('[data-intact="true"]')).toBeVisible()
  })
  expect(heard).toEqual([])
})
