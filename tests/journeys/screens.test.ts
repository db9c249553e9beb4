/** Every screen of the demo, for each role, at three widths: axe finds nothing, no page scrolls sideways, the console
 * says no error, and every link of our own leads somewhere. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { startBuilt, type BuiltServer } from '#tests/support/built-server'
import {
  accessibilityViolations,
  expectAccessible,
  sidewaysScroll,
  expectNoSidewaysScroll,
  noBrowser,
  openBrowser,
  signInAs,
  visitor,
} from '#tests/support/browser'

if (noBrowser !== null) console.log(noBrowser)

let server: BuiltServer
let browser: Browser

const people = { lead: 'Priya Raman', owner: 'Samir Haddad', member: 'Cllr Ngozi Eze', administrator: 'Grace Oyelaran' }
const starts = [
  '/', '/plan', '/plan?overdue=1', '/plan?words=nothing+has+these+words', '/imports', '/imports/new', '/reviews', '/readiness',
  '/evidence', '/evidence/new', '/packs', '/summary', '/mail', '/people', '/names', '/services', '/settings', '/account',
  '/permissions', '/elements/2.1.1', '/elements/plus', '/accessibility',
] // prettier-ignore
/** One of each kind of thing is enough: ids and tokens are made alike. */
const kindOf = (path: string) =>
  path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\/(a|p)\/[\w-]+/, '/$1/:token')
    .replace(/\/elements\/\d.*$/, '/elements/:number')
    .replace(/\?.*$/, '')

/** Walks from the given pages over every link of our own, one of each kind, as deep as it goes. */
async function walk(page: Page, visit: (path: string) => Promise<void>): Promise<string[]> {
  const waiting = [...starts]
  const seen = new Set<string>()
  const kinds = new Map<string, number>()
  while (waiting.length > 0 && seen.size < 150) {
    const path = waiting.shift()!
    const kind = kindOf(path)
    if (seen.has(path) || (kinds.get(kind) ?? 0) >= (starts.includes(path) ? 9 : 2)) continue
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    const response = await page.goto(path)
    const status = response?.status() ?? 0
    // A page that is not for this role says so; everything that is linked exists.
    if (starts.includes(path) && (status === 403 || status === 404)) continue
    seen.add(path)
    expect(status, path).toBe(200)
    await visit(path)
    const links = await page.evaluate(() =>
      [...document.querySelectorAll('a[href]')]
        .filter((link) => !link.hasAttribute('download'))
        .map((link) => link.getAttribute('href')!),
    )
    for (const link of links) {
      if (
        !link.startsWith('/') ||
        /\.(csv|docx|txt|xlsx|ics|zip)(\?|$)|\/files\/|\/download|sign-out|letter|\/html$/.test(link)
      )
        continue
      const page = link.replace(/#.*$/, '')
      if (page !== '' && kindOf(page) !== '/plan') waiting.push(page)
    }
  }
  return [...seen]
}

describe.skipIf(noBrowser !== null)('every screen', () => {
  beforeAll(async () => {
    server = await startBuilt()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  for (const [role, name] of Object.entries(people)) {
    it(`is accessible and whole for the ${role}, at 320, 768 and 1280 pixels`, async () => {
      const { page, errors, close } = await visitor(browser, server.url)
      await signInAs(page, name)
      const problems: string[] = []
      const seen = await walk(page, async (path) => {
        for (const width of [1280, 768, 320]) {
          await page.setViewportSize({ width, height: 900 })
          const wide = await sidewaysScroll(page)
          if (wide > 0) problems.push(`${path} at ${width}: ${wide}px wider than its window`)
          // What axe judges changes with the layout, not with every pixel: the widest and the narrowest.
          if (width === 768) continue
          for (const found of await accessibilityViolations(page)) problems.push(`${path} at ${width}: ${found}`)
        }
        const headings = await page.locator('h1').count()
        if (headings !== 1) problems.push(`${path}: ${headings} headings of the first level`)
        const title = await page.title()
        if (!title.endsWith('Holdfast')) problems.push(`${path}: its title is “${title}”`)
      })
      expect(seen.length).toBeGreaterThan(role === 'lead' ? 20 : 5)
      expect(problems).toEqual([])
      // The walk tries pages that are not for this role; the browser notes their 403 by itself.
      expect(errors.filter((error) => !/status of 40[34]/.test(error))).toEqual([])
      await close()
    })
  }

  it('is accessible before signing in, and when it is not there', async () => {
    const { page, close } = await visitor(browser, server.url, { width: 320 })
    for (const path of ['/sign-in', '/accessibility', '/nothing-here', '/a/unknown-token', '/p/unknown-token']) {
      await page.goto(path)
      await expectAccessible(page, path)
      await expectNoSidewaysScroll(page, path)
    }
    await close()
  })
})
