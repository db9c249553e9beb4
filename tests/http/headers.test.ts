/** The headers of every answer, and which requests may change something. */
import { beforeAll, describe, expect, it } from 'vitest'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEnv, setEnv } from '~/http/env'
import { comesFromOurPages, securityHeaders } from '~/http/headers'
import { homeOr } from '~/http/home-or'

const live = () =>
  setEnv(
    readEnv({
      MODE: 'live',
      BASE_URL: 'https://plan.council.example',
      DATA_DIR: mkdtempSync(join(tmpdir(), 'holdfast-headers-')),
    }),
  )

describe('every answer', () => {
  beforeAll(() => void live())

  it('lets only our own scripts run, by a nonce, and no page frame it', () => {
    const policy = securityHeaders('abc')['Content-Security-Policy']!
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self' 'nonce-abc'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("base-uri 'none'")
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/)
  })

  it('is never guessed at, leaks no address, and stays on https', () => {
    expect(securityHeaders('abc')).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'same-origin',
      'Strict-Transport-Security': expect.stringContaining('max-age=31536000'),
    })
  })
})

describe('a request that changes something', () => {
  beforeAll(() => void live())
  const ours = 'https://plan.council.example'
  const rows: [string, string, Record<string, string>, boolean][] = [
    ['a page of ours, by a browser', 'POST', { origin: ours, 'sec-fetch-site': 'same-origin', cookie: 'a=b' }, true],
    ['an older browser that sends only Origin', 'POST', { origin: ours, cookie: 'a=b' }, true],
    ['a person who sends the form again', 'POST', { 'sec-fetch-site': 'none', cookie: 'a=b' }, true],
    ['another site', 'POST', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site', cookie: 'a=b' }, false],
    ['another site without its metadata', 'POST', { origin: 'https://evil.example', cookie: 'a=b' }, false],
    ['a sister host', 'POST', { origin: 'https://other.council.example', 'sec-fetch-site': 'same-site' }, false],
    ['our name over plain http', 'POST', { origin: 'http://plan.council.example' }, false],
    ['our name with another port', 'POST', { origin: `${ours}:8443` }, false],
    ['a sandboxed frame', 'POST', { origin: 'null', cookie: 'a=b' }, false],
    ['something that says nothing but carries a cookie', 'POST', { cookie: 'a=b' }, false],
    ['something that says nothing and carries nothing', 'POST', {}, true],
    ['another site, by PUT', 'PUT', { origin: 'https://evil.example' }, false],
    ['another site, by DELETE', 'DELETE', { 'sec-fetch-site': 'cross-site' }, false],
    ['another site that only reads', 'GET', { 'sec-fetch-site': 'cross-site', cookie: 'a=b' }, true],
  ]
  for (const [who, method, headers, allowed] of rows) {
    it(`is ${allowed ? 'taken' : 'refused'} from ${who}`, () => {
      expect(comesFromOurPages(method, (name) => headers[name])).toBe(allowed)
    })
  }
})

describe('a way back after signing in', () => {
  it('leads only to a page of ours', () => {
    for (const next of ['/plan', '/plan?owner=1', '/recommendations/1#progress']) expect(homeOr(next)).toBe(next)
    const foreign = [
      null,
      '',
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      'javascript:alert(1)',
      '/a\r\nSet-Cookie: x=y',
    ]
    for (const next of foreign) expect(homeOr(next), String(next)).toBe('/')
    expect(homeOr('/sign-in?next=/sign-in')).toBe('/')
  })
})
