/** From opening the page to a confirmed plan out of a real report, as a newcomer does it, with and without JavaScript. */
import { existsSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  noBrowser,
  openBrowser,
  signInAs,
  visitor,
} from '#tests/support/browser'
import { addDays, formatDate } from '~/domain/dates'
import { todayInLondon } from '~/domain/london-time'
import { makeDataDir, startBuilt, type BuiltServer } from '#tests/support/built-server'

const report = resolve('../shared/documents/melton-2017-review.pdf')
const noReport = existsSync(report) ? null : 'The real documents (../shared) are not here, so this journey is left out.'
const why = noBrowser ?? noReport
if (why !== null) console.log(why)

describe.skipIf(why !== null)('a report in, a plan out', () => {
  let server: BuiltServer
  let browser: Browser
  let dataDir: string

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())
  // A council of its own each time: a report that is there already gives no new point to anybody.
  beforeEach(async () => {
    dataDir = makeDataDir()
    server = await startBuilt({ dataDir })
  }, 300_000)
  afterEach(async () => {
    await server?.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })

  async function lookAt(page: Page, what: string) {
    await expectAccessible(page, what)
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      await expectNoSidewaysScroll(page, `${what} at ${width}`)
    }
  }

  it.each([
    { javaScript: true, how: 'with JavaScript' },
    { javaScript: false, how: 'without JavaScript' },
  ])(
    'takes less than three minutes, $how',
    async ({ javaScript, how }) => {
      const { page, errors, close } = await visitor(browser, server.url, { javaScript })
      const look = (what: string) => (javaScript ? lookAt(page, what) : Promise.resolve())
      await signInAs(page, 'Tom Ashdown')
      const started = Date.now()
      await page.goto('/imports/new')
      await look('the page that takes a document')
      await page.setInputFiles('input[type=file]', report)
      await page.getByRole('button', { name: 'Read it' }).click()
      await page.getByRole('heading', { level: 1, name: 'Is this what the document says?' }).waitFor()
      await look('the sections of the draft')
      await page.getByRole('link', { name: 'Start looking' }).click()
      const walked: string[] = []
      while (/\/imports\/[0-9a-f-]+\/[a-z-]+$/.test(page.url()) && !page.url().endsWith('/check')) {
        const section = page.url().split('/').at(-1)!
        walked.push(section)
        await look(`the section ${section}`)
        if (section === 'points') {
          await page.getByRole('button', { name: /^Accept the \d that are certain$/ }).click()
          await page.getByText(/lines accepted; \d lines? left to look at/).waitFor()
          await look('the points, some of them decided')
          await page.getByRole('button', { name: /^Accept all \d suggested owners$/ }).click()
          await page.getByText(/suggested owners? accepted/).waitFor()
        }
        await page.getByRole('button', { name: 'Save and go on' }).click()
        await page.waitForURL((url) => !url.pathname.endsWith(`/${section}`))
      }
      expect(walked.slice(0, 3)).toEqual(['facts', 'ratings', 'points'])
      await page.getByRole('heading', { level: 1, name: 'Check before you confirm' }).waitFor()
      await look('the page before the final act')
      await page.getByRole('button', { name: 'Confirm and add to the plan' }).click()
      await page.getByRole('heading', { name: 'What comes next' }).waitFor()
      await look('what comes next')
      await page.getByLabel('First day of the visit').fill(formatDate(addDays(todayInLondon(new Date()), 90)))
      await page.getByRole('button', { name: /^Agree the visit and ask for \d documents$/ }).click()
      await page.getByText(/The visit is agreed for/).waitFor()
      const seconds = (Date.now() - started) / 1000
      console.log(
        `From the upload page to a confirmed plan with owners and an agreed visit, ${how}: ${seconds.toFixed(1)} s`,
      )
      expect(seconds).toBeLessThan(180)
      await page.goto('/elements')
      await look('elements over all reviews')
      expect(errors).toEqual([])
      await close()
    },
    240_000,
  )
})
