import { expect, test, type APIRequestContext } from '@playwright/test'
import { logIn } from '../support/session'

const MOST_OF_FIVE_THOUSAND = 4500

/** The full demo company is loaded here anyway, so here it has to stand before the ledger's laws. */
test('every law of the ledger holds on the whole demo company', async ({ page }) => {
  test.setTimeout(180_000)
  await logIn(page)
  const api = page.context().request
  await expect.poll(() => members(api), { timeout: 120_000 }).toBeGreaterThan(MOST_OF_FIVE_THOUSAND)
  const token = (await page.context().cookies()).find((cookie) => cookie.name === 'XSRF-TOKEN')?.value ?? ''
  const answer = await api.post('/api/ledger/laws', { headers: { 'X-XSRF-TOKEN': token } })
  expect(answer.status(), await answer.text()).toBe(200)
  const proofs: { law: string; holds: boolean; covered: number; counterExample?: string }[] = await answer.json()
  expect(proofs.length).toBeGreaterThanOrEqual(9)
  for (const proof of proofs) {
    expect(proof.holds, `${proof.law}: ${proof.counterExample}`).toBe(true)
    expect(proof.covered, proof.law).toBeGreaterThan(0)
  }
})

async function members(api: APIRequestContext): Promise<number> {
  const figures = await (await api.get('/api/insights/measures/members/figures')).json()
  return figures.cells[0]?.value ?? 0
}
