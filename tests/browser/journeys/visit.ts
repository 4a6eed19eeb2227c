/** A browser that walks through the site: what it complained about is a failure, what it saw can be kept as pictures. */
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export const wide = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }

export interface Visit {
  readonly page: Page
  readonly context: BrowserContext
  /** What the browser complained about since it was last asked. */
  complaints(): string[]
}

/** Opens a browser of its own, as a new visitor has it. */
export async function visit(
  browser: Browser,
  { size = wide, script = true }: { size?: { width: number; height: number }; script?: boolean } = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce', javaScriptEnabled: script, locale: 'zh-CN' })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  let complaints: string[] = []
  // A refused request is part of the journey; the page says it, and the browser says it again.
  page.on('console', (message) => {
    if (message.type() === 'error' && !/^Failed to load resource/.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return {
    page,
    context,
    complaints() {
      const since = complaints
      complaints = []
      return since
    },
  }
}

/** Keeps a picture of the page where GONGKAI_PICTURES names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.GONGKAI_PICTURES
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly impact: string | null
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
  }[]
}

/** What axe finds that is serious or critical, as lines. */
export async function accessibilityTroubles(page: Page): Promise<string[]> {
  // The page's own policy keeps other scripts out; the browser's owner may still evaluate one.
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<AxeResult> } }).axe.run())
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary?.split('\n')[1]?.trim() ?? ''}`),
    )
}

/** Whether something reaches out of the page to the right, so that one would have to scroll sideways. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Waits until nothing of the desk is still on its way. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await expect.poll(() => page.locator('.skeleton, [aria-busy="true"]').count(), { timeout: 20_000 }).toBe(0)
}
