import { expect, type Page } from '@playwright/test'

export interface GivenFile {
  name: string
  mimeType: string
  buffer: Buffer
}

export const csv = (name: string, rows: (string | number)[][]): GivenFile => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`\ufeff${rows.map((row) => row.join(',')).join('\r\n')}\r\n`),
})

/** Walks a file through the wizard up to the report of its dry run; `columns` maps fields to the file's columns. */
export async function tryFile(
  page: Page,
  file: GivenFile | string,
  options: {
    kind: '会员' | '消费' | '积分历史'
    source: string
    columns?: Record<string, string>
    choose?: string[]
    wait?: number
  },
) {
  await page.goto('/imports/new')
  await page.locator('input[type=file]').setInputFiles(file)
  await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}/, { timeout: options.wait ?? 60_000 })
  await page.getByLabel('内容', { exact: true }).selectOption({ label: options.kind })
  await page.getByRole('button', { name: '下一步' }).click()
  for (const [field, column] of Object.entries(options.columns ?? {})) await mapField(page, field, column)
  await page.getByRole('button', { name: '下一步' }).click()
  const source = page.getByLabel('来源系统')
  await source.fill(options.source)
  await source.blur()
  for (const choice of options.choose ?? []) await page.getByLabel(choice, { exact: true }).check()
  await page.getByRole('button', { name: '开始试算' }).click()
  await expect(page.getByText('试算完成')).toBeVisible({ timeout: options.wait ?? 60_000 })
}

/** Takes exactly this column for a field, whatever was suggested. */
async function mapField(page: Page, field: string, column: string) {
  const row = page.locator(`tr[data-field=${field}]`)
  for (const taken of await row.getByRole('button', { name: /不再取自/ }).all()) await taken.click()
  await row.locator('select').first().selectOption(column)
}

/** Starts the import that was tried and waits until it is in. */
export async function importIt(page: Page, wait = 60_000) {
  await page.getByRole('button', { name: '开始导入' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: '开始导入' }).click()
  await expect(page.getByRole('button', { name: '撤销导入' })).toBeVisible({ timeout: wait })
}

/** A count of the report on the screen. */
export async function reported(page: Page, what: `figure=${string}` | `fact=${string}`): Promise<number> {
  const text = await page.locator(`[data-${what}]`).first().innerText()
  return Number((text.match(/-?[\d,]+(?!.*[\d,])/)?.[0] ?? '').replaceAll(',', ''))
}

/** Leaves one uploaded file behind where there is none yet, so that the page of an import can be looked at. */
export async function someImport(page: Page) {
  const list = (await (await page.request.get('/api/imports?limit=1')).json()) as { items: unknown[] }
  if (list.items.length > 0) return
  await page.goto('/imports/new')
  await page.locator('input[type=file]').setInputFiles(
    csv('sample.csv', [
      ['单号', '手机', '日期', '金额'],
      ['S1', '', '2025-12-31', '10.00'],
    ]),
  )
  await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}/, { timeout: 60_000 })
}
