import { expect, test, type Page } from '@playwright/test'
import { complaints } from '../support/console'
import { logIn } from '../support/session'

/** The key is heard once the shell stands. */
async function openPalette(page: Page) {
  await expect(page.locator('main h1')).toBeVisible()
  await page.keyboard.press('Control+k')
}

test('a member is entered, found by the keyboard alone, changed, moved and told in the timeline', async ({ page }) => {
  const heard = complaints(page)
  const name = `甄故事${Date.now() % 100_000}`
  await logIn(page)

  await test.step('entering a member from the palette', async () => {
    await openPalette(page)
    await page.getByRole('combobox').fill('xjhy')
    await expect(page.getByRole('option', { name: '新建会员' })).toBeVisible()
    await page.keyboard.press('Enter')
    await page.getByLabel('姓名 / 名称').fill(name)
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page).toHaveURL(/\/members\/[0-9a-f-]{36}/)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })

  await test.step('finding the member again by name in the palette', async () => {
    const address = page.url()
    await page.goto('/')
    await openPalette(page)
    await page.getByRole('combobox').fill(name)
    await expect(page.getByRole('option').first()).toContainText('甄')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(address)
  })

  await test.step('changing a value is checked at its field', async () => {
    await page.locator('main > header').getByRole('button', { name: '修改资料' }).click()
    await page.getByLabel('邮箱').fill('nowhere')
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByText('请填写有效的邮箱地址')).toBeVisible()
    await expect(page.getByLabel('邮箱')).toBeFocused()
    await page.getByLabel('邮箱').fill('story@example.com')
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByRole('status').getByText('已保存')).toBeVisible()
  })

  await test.step('a dangerous step names its object and asks for a reason', async () => {
    await page.locator('main > header').getByRole('button', { name: '变更状态' }).click()
    await page.getByRole('menuitem', { name: '暂停' }).click()
    const dialog = page.getByRole('dialog', { name: /^暂停/ })
    await dialog.getByRole('button', { name: '暂停' }).click()
    await expect(dialog.getByText('请写明原因')).toBeVisible()
    await dialog.getByLabel('原因').fill('故事测试')
    await dialog.getByRole('button', { name: '暂停' }).click()
    await expect(page.getByText('暂停', { exact: true }).first()).toBeVisible()
  })

  await test.step('the timeline tells all of it, newest first', async () => {
    const entries = page.locator('.entries p:first-child')
    await expect(entries.filter({ hasText: '变更状态' })).toHaveCount(1)
    await expect(entries.last()).toHaveText('入会登记')
  })
  expect(heard).toEqual([])
})

test('unsaved work is not lost by Esc', async ({ page }) => {
  await logIn(page)
  await page.goto('/members?create=1')
  await page.getByLabel('姓名 / 名称').fill('没保存')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: '放弃未保存的修改？' })).toBeVisible()
  await page.getByRole('button', { name: '取消' }).last().click()
  await expect(page.getByLabel('姓名 / 名称')).toHaveValue('没保存')
})

test('the list keeps its state in the address and is walked by keyboard', async ({ page }) => {
  await logIn(page)
  await page.goto('/members?status=ACTIVE')
  await expect(page.getByRole('button', { name: /状态：正常/ })).toBeVisible()
  await expect(page.locator('tbody tr').first()).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.getByText('已选 1 项')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page).toHaveURL(/status=ACTIVE/)
})

test('unsaved work on one member is asked about on the way to another, where nothing stands open', async ({ page }) => {
  await logIn(page)
  const { items } = (await (await page.request.get('/api/members?limit=2')).json()) as {
    items: { id: string; number: string }[]
  }
  const [one, other] = items
  await page.goto(`/members/${one!.id}`)
  await page.locator('main > header').getByRole('button', { name: '修改资料' }).click()
  await page.getByLabel('邮箱').fill('unsaved@example.com')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '搜索会员、页面或操作' }).fill(other!.number)
  const palette = page.getByRole('dialog', { name: '命令面板' })
  await expect(palette.getByRole('option').first()).toContainText(other!.number)
  await page.keyboard.press('Enter')
  const question = page.getByRole('dialog', { name: '放弃未保存的修改？' })
  await expect(question).toBeVisible()
  expect(page.url()).toContain(one!.id)
  await question.getByRole('button', { name: '放弃修改' }).click()
  await expect(page).toHaveURL(new RegExp(other!.id))
  await expect(page.locator('main h1')).toBeVisible()
  await expect(page.getByLabel('邮箱')).toBeHidden()
})
