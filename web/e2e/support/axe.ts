import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

interface Violation {
  id: string
  impact: string | null
  nodes: { target: string[]; html: string; failureSummary?: string }[]
}

const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** Serious and critical violations of the page as it stands, one line each. */
export async function seriousViolations(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: source })
  const violations = await page.evaluate(async () => {
    const axe = (window as unknown as { axe: { run: (d: Document, o: object) => Promise<{ violations: unknown[] }> } })
      .axe
    return (await axe.run(document, { resultTypes: ['violations'] })).violations
  })
  return (violations as Violation[])
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .flatMap((violation) =>
      violation.nodes
        .slice(0, 3)
        .map((node) => `${violation.id}: ${node.target.join(' ')} — ${node.failureSummary ?? ''}`),
    )
}
