import { expect, type Page } from '@playwright/test'
import { arrowTo, jumpTo, tabUntil } from './keys'

/** A reward of the demo company that every member may redeem, and what one piece costs. */
export const REWARD = '晴雨伞'
export const PRICE = 300

/** The points of a member; none are known of somebody whom the one logged in may not see, though they bought here. */
export async function pointsOf(page: Page, member: string): Promise<number> {
  const answer = await page.request.get(`/api/members/${member}/balances`)
  if (!answer.ok()) return 0
  const body = (await answer.json()) as { balances: { asset: string; available: number }[] }
  return body.balances.find((one) => one.asset === 'points')?.available ?? 0
}

/** Another one, which costs money beside its points. */
export const COSTLY = { name: '坚果礼盒', points: 900, cash: '¥29.90' }

/** Somebody who bought lately, whom the one logged in may see, and who can pay for two pieces. */
export async function someoneWithPoints(page: Page, store = '', enough = 2 * PRICE): Promise<string> {
  const list = (await (await page.request.get(`/api/purchases?limit=100${store && `&store=${store}`}`)).json()) as {
    items: { member: string }[]
  }
  for (const member of new Set(list.items.map((one) => one.member))) {
    if ((await pointsOf(page, member)) >= enough) return member
  }
  throw new Error('nobody has points')
}

export async function storeCalled(page: Page, name: string): Promise<string> {
  const units = (await (await page.request.get('/api/units')).json()) as { id: string; name: string }[]
  return units.find((unit) => unit.name === name)!.id
}

/** Redeems on the member's page, with the keys alone, to be picked up at the store; gives the code that is shown. */
export async function redeem(page: Page, store: string): Promise<string> {
  await jumpTo(page, '兑换单')
  // Another button of that name filters the timeline.
  const panel = page.getByRole('region', { name: '兑换单', exact: true })
  await tabUntil(page, panel.getByRole('button', { name: '兑换', exact: true }))
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: '为会员兑换' })
  for (const [label, wanted] of [
    ['兑换品', new RegExp(REWARD)],
    ['取货门店', new RegExp(store)],
  ] as const) {
    const choice = drawer.getByLabel(label)
    await tabUntil(page, choice)
    await arrowTo(page, choice, wanted)
  }
  await tabUntil(page, drawer.getByRole('button', { name: '兑换', exact: true }))
  await page.keyboard.press('Enter')
  const shown = page.getByRole('dialog', { name: '取货码' })
  const code = (await shown.locator('.code').innerText()).replaceAll(/\D/g, '')
  expect(code).toMatch(/^\d{12}$/)
  await page.keyboard.press('Escape')
  await expect(shown).toHaveCount(0)
  return code
}

/** An active member at home in the store, with points for two pieces, as the one logged in sees all of them. */
export async function someoneAtHomeIn(page: Page, store: string): Promise<{ id: string; number: string }> {
  let cursor = ''
  for (let pages = 0; pages < 20; pages += 1) {
    const list = (await (await page.request.get(`/api/members?limit=200${cursor && `&cursor=${cursor}`}`)).json()) as {
      items: { id: string; number: string; status: string; homeUnit?: string }[]
      next?: string
    }
    for (const one of list.items.filter((row) => row.homeUnit === store && row.status === 'ACTIVE')) {
      if ((await pointsOf(page, one.id)) >= 2 * PRICE) return one
    }
    if (list.next === undefined) break
    cursor = list.next
  }
  throw new Error('nobody at home there has points')
}
