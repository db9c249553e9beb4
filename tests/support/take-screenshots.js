/** `npm run screenshots`: the pictures of the README, taken from a running demo (npm start, then this). */
import { mkdirSync } from 'node:fs'
import { chromium } from 'playwright-core'

const baseURL = process.argv[2] ?? 'http://localhost:3000'
const folder = 'public/screenshots'
const pictures = [
  ['home', 'Priya Raman', '/', 1280],
  ['plan', 'Priya Raman', '/plan', 1280],
  ['readiness', 'Priya Raman', '/readiness', 1280],
  ['summary', 'Cllr Ngozi Eze', '/summary', 1280],
  ['owner', 'Samir Haddad', '/', 320],
]

mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
})
for (const [name, person, path, width] of pictures) {
  const context = await browser.newContext({ baseURL, viewport: { width, height: width === 320 ? 640 : 860 } })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: person, exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await page.goto(path)
  await page.screenshot({ path: `${folder}/${name}.png` })
  await context.close()
}
await browser.close()
