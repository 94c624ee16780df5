import { expect, test, type Page } from '@playwright/test'
import { complaints } from '../support/console'
import { logIn } from '../support/session'

const CODE = `story-${Date.now().toString(36)}`

/** Somebody of the demo company, to be told something. */
async function somebody(page: Page): Promise<string> {
  const list = (await (await page.request.get('/api/messages?template=tea-party&state=sent&limit=1')).json()) as {
    items: { member: string }[]
  }
  return list.items[0]!.member
}

test('a text is written beside its preview, published in versions, and tells a member something', async ({ page }) => {
  const heard = complaints(page)
  await logIn(page, 'ops')

  await test.step('the server’s rules are said while writing', async () => {
    await page.goto('/message-templates/new')
    await page.getByLabel('模板', { exact: true }).fill(CODE)
    await page.getByLabel('事由').selectOption({ label: '手动通知' })
    await page.getByLabel('正文').fill('{{nobody}}您好，')
    await expect(page.getByText('这个事由没有变量“nobody”，请从变量表里选。')).toBeVisible()
  })

  await test.step('a variable from the palette goes where the cursor stands', async () => {
    await page.getByLabel('正文').fill('您好，')
    await page.getByRole('button', { name: '内容' }).click()
    await expect(page.getByLabel('正文')).toHaveValue('您好，{{text}}')
    await expect(page.getByRole('figure')).toContainText('您好，本周六下午茶会')
  })

  await test.step('it is published, then followed by a second version', async () => {
    await page.getByLabel('这一版改了什么').fill('首次发布')
    await page.getByRole('button', { name: '发布', exact: true }).click()
    await expect(page.locator('main > header').getByText(CODE)).toBeVisible()
    await page.getByRole('button', { name: '写新版' }).click()
    await page.getByLabel('正文').fill('{{name}}您好，{{text}}')
    await page.getByLabel('这一版改了什么').fill('加上称呼')
    await page.getByRole('button', { name: '发布', exact: true }).click()
    await expect(page.getByRole('heading', { name: '第 2 版' })).toBeVisible()
    await expect(page.getByRole('heading', { name: '第 1 版' })).toBeVisible()
  })

  const member = await somebody(page)
  await test.step('it tells a member something, by hand', async () => {
    await page.goto(`/members/${member}`)
    await page.getByRole('button', { name: '发消息' }).click()
    const drawer = page.getByRole('dialog', { name: '给会员发消息' })
    await drawer.getByLabel('模板').selectOption(CODE)
    await drawer.getByLabel('内容').fill('您的雨伞已送回门店')
    await drawer.getByRole('button', { name: '发消息' }).click()
    await expect(page.getByText('已安排发送')).toBeVisible()
  })

  await test.step('the outbox shows what it says, and its fate', async () => {
    await page.goto(`/messages?member=${member}`)
    await page
      .getByRole('row', { name: new RegExp(CODE) })
      .getByRole('button')
      .first()
      .click()
    const drawer = page.getByRole('dialog', { name: '手动通知' })
    await expect(drawer.getByRole('figure')).toContainText('*')
    await expect(drawer.getByRole('figure')).toContainText('您好，您的雨伞已送回门店')
    await expect(async () => {
      await page.reload()
      await expect(page.getByRole('row', { name: new RegExp(CODE) })).toContainText('已发')
    }).toPass({ timeout: 90_000 })
  })
  expect(heard).toEqual([])
})

test('what waits is called off with a reason, and what was not sent says why', async ({ page }) => {
  const heard = complaints(page)
  await logIn(page, 'ops')

  await page.goto('/messages?state=planned&channel=email')
  const waiting = page.getByRole('row', { name: /spring-offer-mail/ })
  await expect(waiting.first()).toBeVisible()
  await waiting.first().getByRole('button').first().click()
  const drawer = page.getByRole('dialog', { name: '手动通知' })
  await drawer.getByRole('button', { name: '取消消息' }).click()
  const question = page.getByRole('dialog', { name: '取消“手动通知”？' })
  await question.getByLabel('原因').fill('会员来电谢绝')
  await question.getByRole('button', { name: '取消消息' }).click()
  await expect(drawer.getByText('会员来电谢绝').first()).toBeVisible()
  await page.keyboard.press('Escape')

  await page.goto('/messages?state=suppressed')
  await expect(page.getByRole('cell', { name: '未同意营销' }).first()).toBeVisible()

  await page.goto('/message-channels')
  await expect(page.getByRole('heading', { name: '邮件' })).toBeVisible()
  await expect(page.getByText('本地：只显示，不外发').first()).toBeVisible()
  expect(heard).toEqual([])
})
