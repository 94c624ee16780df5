import { expect, test, type Page } from '@playwright/test'
import { complaints } from '../support/console'
import { someoneWithPoints } from '../support/mall'
import { changeTo, logIn } from '../support/session'

const NAME = '故事抽奖'

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)

/** Confirms the dialog that a deed opened. */
async function confirmed(page: Page, action: string, reason?: string) {
  await page.getByRole('button', { name: action, exact: true }).click()
  const dialog = page.getByRole('dialog')
  if (reason !== undefined) await dialog.getByLabel('原因').fill(reason)
  await dialog.getByRole('button', { name: action, exact: true }).click()
  await expect(dialog).toHaveCount(0)
}

test('a lottery is entered with odds that sum to one, published, drawn in, revealed and recomputed in the browser', async ({
  page,
}) => {
  const heard = complaints(page)
  await logIn(page, 'store1')
  const member = await someoneWithPoints(page)
  await changeTo(page, 'lead')

  await test.step('the editor tells what is missing of the odds while they are typed', async () => {
    await page.goto('/lotteries')
    await page.getByRole('button', { name: '新建抽奖' }).click()
    await page.getByLabel('抽奖编码').fill('STORY-L')
    await page.getByLabel('名称', { exact: true }).fill(NAME)
    await page.getByLabel('奖品 1：编码').fill('TEA')
    await page.getByLabel('奖品 1：名称').fill('故事茶')
    await page.getByLabel('奖品 1：概率 %').fill('60')
    await page.getByLabel('奖品 1：数量').fill('50')
    await page.getByLabel('奖品 2：名称').fill('谢谢参与')
    await page.getByLabel('奖品 2：概率 %').fill('39.9999')
    await expect(page.getByText('概率合计 99.9999%，还差 0.0001%')).toBeVisible()
    await page.getByLabel('首日').fill(day(-1))
    await page.getByLabel('末日').fill(day(10))
    await page.getByLabel('每次积分').fill('1')
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByText('概率合计须恰为 100%。')).toBeVisible()
    await page.getByLabel('奖品 2：概率 %').fill('40')
    await expect(page.getByText('概率合计恰为 100%')).toBeVisible()
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByRole('heading', { name: NAME })).toBeVisible()
  })

  await test.step('it is published with its commitment, and opened', async () => {
    await confirmed(page, '公布')
    await expect(page.getByText('种子的 SHA-256（承诺值）')).toBeVisible()
    await expect(page.getByText(/保密，至迟/)).toBeVisible()
    await confirmed(page, '开始抽奖')
    await expect(page.getByText('进行中').first()).toBeVisible()
  })
  const lottery = page.url()

  await test.step('a member draws, having seen the odds', async () => {
    for (let nth = 0; nth < 3; nth++) {
      await page.goto(`/members/${member}`)
      await page.getByRole('button', { name: '抽奖', exact: true }).last().click()
      const drawer = page.getByRole('dialog', { name: '抽奖' })
      await drawer.getByLabel('抽奖', { exact: true }).selectOption({ label: NAME })
      await expect(drawer.getByText('60%')).toBeVisible()
      await expect(drawer.getByText(/这次 1 积分/)).toBeVisible()
      await drawer.getByRole('button', { name: '抽一次' }).click()
      const result = page.getByRole('dialog', { name: '抽奖结果' })
      await expect(result.getByText(/故事茶|谢谢参与/).first()).toBeVisible()
      await result.getByRole('button', { name: '关闭' }).last().click()
    }
    await page.goto(`/lottery-draws?member=${member}`)
    await expect(page.getByRole('button', { name: /故事茶|谢谢参与/ }).first()).toBeVisible()
  })

  await test.step('after the end the seed is revealed, and every draw agrees', async () => {
    await page.goto(lottery)
    await confirmed(page, '结束', '故事讲完了')
    await confirmed(page, '公开种子')
    await page.getByRole('button', { name: '验证' }).click()
    await page.getByRole('button', { name: '在浏览器里复算' }).click()
    await expect(page.getByText(/3 次抽奖全部一致/)).toBeVisible()
  })

  await test.step('the demo’s lottery of last month agrees too', async () => {
    const over = (await (await page.request.get('/api/lotteries?state=revealed&text=SPRING-TEA')).json()) as {
      items: { id: string; counts: { draws: number } }[]
    }
    expect(over.items[0]!.counts.draws).toBeGreaterThan(0)
    await page.goto(`/lotteries/${over.items[0]!.id}/verify`)
    await page.getByRole('button', { name: '在浏览器里复算' }).click()
    await expect(page.getByText(`${over.items[0]!.counts.draws} 次抽奖全部一致`)).toBeVisible()
  })
  expect(heard).toEqual([])
})
