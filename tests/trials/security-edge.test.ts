/** The edge of the built server: every route with every method, malformed addresses and malformed bodies. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readdirSync } from 'node:fs'
import { request as ask, type IncomingHttpHeaders } from 'node:http'
import { sayFigure } from '#tests/support/figure'
import { startBuilt, type BuiltServer } from '#tests/support/built-server'
import { trialCount } from '#tests/support/trial-count'

const metricsToken = 'a-token-of-the-tests-alone'
let server: BuiltServer
let cookie: string

type Answer = { status: number; headers: IncomingHttpHeaders; text: string }

/** By node:http and not by fetch, which would tidy up the addresses and lengths that are wrong on purpose. */
const send = (
  method: string,
  path: string,
  headers: Record<string, string> = {},
  parts: (string | Buffer)[] = [],
): Promise<Answer> =>
  new Promise((answered, failed) => {
    const { hostname, port } = new URL(server.url)
    const sent = ask({ hostname, port, method, path, headers, agent: false }, (incoming) => {
      let text = ''
      incoming.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')))
      incoming.on('end', () => answered({ status: incoming.statusCode ?? 0, headers: incoming.headers, text }))
      incoming.on('error', failed)
    })
    sent.on('error', failed)
    for (const part of parts) sent.write(part)
    sent.end()
  })

const fromOurPage = () => ({ Cookie: cookie, Origin: server.url })

/** The address of every route, from the names of their folders. */
const routes = readdirSync('app/routes').map(
  (name) =>
    `/${name
      .replaceAll('[.]', '\0')
      .split('.')
      .filter((part) => part !== '_index')
      .map((part) => (part === '$' ? 'no/such/page' : part.replace(/_$/, '')))
      .join('/')
      .replaceAll('\0', '.')
      .replace(/^_index$/, '')}`,
)
const fill = (route: string, id: string) => route.replace(/\$\w+/g, () => id)
const unknown = '00000000-0000-4000-8000-000000000000'

/** Ending the session would end the test. */
const ends = new Set(['/sign-out'])

beforeAll(async () => {
  server = await startBuilt({ env: { METRICS_TOKEN: metricsToken } })
  const page = await send('GET', '/sign-in')
  const people = [...page.text.matchAll(/name="person" value="([^"]+)"/g)].map(([, id]) => id!)
  for (const person of people) {
    const answer = await send(
      'POST',
      '/sign-in/demo',
      { Origin: server.url, 'Content-Type': 'application/x-www-form-urlencoded' },
      [`person=${person}`],
    )
    cookie = (answer.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ')
    const plan = await send('GET', '/packs', { Cookie: cookie })
    if (plan.status === 200) return
  }
  throw new Error('No demo person could sign in as the lead.')
})
afterAll(() => server.stop())

/** A seeded sample of a list, or all of it. */
function sample<T>(list: T[], size: number): T[] {
  const count = trialCount(list.length, size)
  return list.filter(
    (_, index) => Math.floor((index * count) / list.length) !== Math.floor(((index - 1) * count) / list.length),
  )
}

function expectGuarded(answer: Answer, what: string) {
  expect(answer.headers, what).toMatchObject({
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
  })
}

it('answers every route and method without a fault, with the security headers, and unknown methods with 405', async () => {
  const methods = ['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND']
  const asked = sample(
    routes.filter((route) => !ends.has(route)).flatMap((route) => methods.map((method) => [method, route] as const)),
    200,
  )
  for (const [method, route] of asked) {
    const path = fill(route, unknown)
    const what = `${method} ${path}`
    const answer = await send(method, path, fromOurPage())
    expect(answer.status, what).toBeLessThan(500)
    if (!['GET', 'HEAD', 'POST'].includes(method)) {
      expect(answer.status, what).toBe(405)
      expect(answer.headers.allow, what).toBe('GET, HEAD, POST')
    }
    expectGuarded(answer, what)
  }
  sayFigure('edge', `${asked.length} routes and methods, 0 faults`)
})

it('refuses malformed ids, and never answers one with a fault', async () => {
  const ids = [
    '%00',
    '..%2f..%2fetc',
    'x'.repeat(5_000),
    '00000000-0000-0000-0000-00000000000g',
    unknown.toUpperCase().replaceAll('0', 'A'),
    '%F0%9F%98%80',
    "1'%20or%201=1--",
    '%E0%A4%A',
    '%ff',
    '-1',
  ]
  const asked = sample(
    routes.filter((route) => route.includes('$')).flatMap((route) => ids.map((id) => fill(route, id))),
    120,
  )
  for (const path of asked) {
    const answer = await send('GET', path, { Cookie: cookie })
    const what = path.slice(0, 120)
    expect(answer.status, what).toBeGreaterThanOrEqual(400)
    expect(answer.status, what).toBeLessThan(500)
    expectGuarded(answer, what)
  }
  for (const path of ['/plan?q=%00', '/plan?owner=%ff&page=-1&sort=x', '/plan?q=%E0%A4%A', '/evidence?q=%00'])
    expect((await send('GET', path, { Cookie: cookie })).status, path).toBeLessThan(500)
  sayFigure('edge', `${asked.length} malformed addresses, 0 faults`)
})

it('answers a body that is not a form with a sentence, and never with a fault', async () => {
  const bodies: [string, string][] = [
    ['multipart/form-data', 'no boundary at all'],
    ['multipart/form-data; boundary=x', '--y\r\nnothing of it'],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\ncut'],
    ['application/json', '{"a":'],
    ['text/plain', 'words'],
    ['application/x-www-form-urlencoded', '%%%=%ff&\0=\0&a=%00'],
    ['application/x-www-form-urlencoded', ''],
  ]
  const asked = sample(
    routes.filter((route) => !ends.has(route)).flatMap((route) => bodies.map((body) => [route, ...body] as const)),
    200,
  )
  for (const [route, type, body] of asked) {
    const answer = await send('POST', fill(route, unknown), { ...fromOurPage(), 'Content-Type': type }, [body])
    const what = `${route} ${type} ${body.slice(0, 20)}`
    expect(answer.status, what).toBeLessThan(500)
    expectGuarded(answer, what)
  }
  sayFigure('edge', `${asked.length} malformed bodies, 0 faults`)
})

it('cuts off a body that is too large, with or without its length', async () => {
  const part = Buffer.alloc(512 * 1024, 'a')
  const type = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const chunked = await send('POST', '/sources/new', { ...fromOurPage(), ...type }, Array<Buffer>(5).fill(part))
  expect(chunked.status).toBe(413)
  const told = await send('POST', '/sources/new', { ...fromOurPage(), ...type, 'Content-Length': '3000000' }, [
    Buffer.alloc(3_000_000, 'a'),
  ])
  expect(told.status).toBe(413)
  expectGuarded(chunked, 'chunked')
  expectGuarded(told, 'told')
})

it('shows its metrics to whoever holds the token', async () => {
  expect((await send('GET', '/metrics')).status).toBe(401)
  expect((await send('GET', '/metrics', { Authorization: 'Bearer wrong' })).status).toBe(401)
  await send('GET', `/a/${'s'.repeat(43)}`)
  const answer = await send('GET', '/metrics', { Authorization: `Bearer ${metricsToken}` })
  expect(answer.status).toBe(200)
  expect(answer.text).toMatch(/http_request_duration_seconds_count\{method="GET",route="\/a\/:token"/)
  expect(answer.text).toMatch(/holdfast_waiting\{kind="mails"\} \d+/)
  expect(answer.text).toContain('nodejs_eventloop_lag_seconds')
  expect(answer.text).not.toContain('sssss')
})
