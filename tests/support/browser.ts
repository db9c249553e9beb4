/** Debian's Chromium, driven as a person would: with and without JavaScript, with axe on what it shows. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { expect } from 'vitest'

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)

/** Why the journeys do not run here, in one line; null where they do. */
export const noBrowser =
  executablePath === undefined
    ? 'Chromium is not installed, so the browser journeys are left out. On Debian: apt-get install chromium'
    : null

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

export type Visitor = { context: BrowserContext; page: Page; errors: string[]; close: () => Promise<void> }

/** Somebody with a browser of their own. What the console says as an error is kept in `errors`. */
export async function visitor(
  browser: Browser,
  baseURL: string,
  options: { javaScript?: boolean; width?: number } = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled: options.javaScript ?? true,
    viewport: { width: options.width ?? 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // axe is run by evaluating it; the page's own policy stays in force for everything else.
  })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(`${page.url()}: ${message.text()}`))
  page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`))
  page.setDefaultTimeout(15_000)
  return { context, page, errors, close: () => context.close() }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Fails with each rule that the page breaks and where. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  expect(await accessibilityViolations(page), what).toEqual([])
}

export function accessibilityViolations(page: Page): Promise<string[]> {
  return page.evaluate(async (source) => {
    const scope = globalThis as unknown as {
      axe?: { run: (root: unknown, options: unknown) => Promise<{ violations: Violation[] }> }
      document: unknown
    }
    type Violation = { id: string; help: string; nodes: { target: string[] }[] }
    if (!scope.axe) (0, eval)(source)
    const found = await scope.axe!.run(scope.document, {
      // A mail's own HTML is shown in a frame without scripts: axe would wait a minute for each to answer.
      iframes: false,
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return found.violations.map(
      ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.join(' ')).join('; ')})`,
    )
  }, axeSource)
}

/** By how many pixels the page is wider than its window. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** No page is wider than its window: only tables scroll, by themselves. */
export async function expectNoSidewaysScroll(page: Page, what: string): Promise<void> {
  const wide = await sidewaysScroll(page)
  expect(wide, `${what} is ${wide}px wider than its window`).toBeLessThanOrEqual(0)
}

export async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name, exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}
