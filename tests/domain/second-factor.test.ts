import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { browserWords } from '~/domain/browser-words'
import { qrModules } from '~/domain/qr-code'
import { goodCounters, readTypedFactor, secondFactorStep } from '~/domain/second-factor'

const now = new Date('2026-06-10T12:00:00Z')
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)

describe('the second factor', () => {
  it.each([
    ['owner', false, null, ago(100), 'none'],
    ['member', false, null, ago(100), 'none'],
    ['lead', false, null, ago(6.9), 'soon'],
    ['lead', false, null, ago(7), 'set-up'],
    ['administrator', false, null, ago(30), 'set-up'],
    ['administrator', false, null, null, 'soon'],
    ['lead', true, null, ago(30), 'ask'],
    ['owner', true, null, ago(30), 'ask'],
    ['lead', true, ago(0.1), ago(30), 'none'],
  ] as const)('of a %s with an app (%s), given %s, first here %s: %s', (role, has, at, first, kind) =>
    expect(secondFactorStep({ role, hasSecondFactor: has, secondFactorAt: at, firstSignedInAt: first }, now).kind).toBe(
      kind,
    ),
  )

  it('takes the codes of now and one step either side, and none that was used or is older', () => {
    const current = Math.floor(now.getTime() / 30_000)
    expect(goodCounters(now, 0)).toEqual([current - 1, current, current + 1])
    expect(goodCounters(now, current)).toEqual([current + 1])
    expect(goodCounters(now, current + 1)).toEqual([])
  })

  it.each([
    ['123 456', { kind: 'app', code: '123456' }],
    ['abcd-efgh-jk23-4567', { kind: 'recovery', code: 'ABCDEFGHJK234567' }],
    ['ABCD-EFGH-JK23-456O', null],
    ['12345', null],
    ['', null],
  ])('reads %j as %j', (text, typed) => expect(readTypedFactor(text)).toEqual(typed))
})

describe('a QR code', () => {
  // These pictures were read back, letter by letter, by a reader that is not ours (jsQR 1.4.0).
  it.each([
    ['a', 21, 'e8ab680854e4019c'],
    [
      'otpauth://totp/Holdfast:ann.lee%40northam.gov.uk?secret=ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFGHIJKLMNOPQRST&issuer=Holdfast&digits=6&period=30',
      49,
      'a5161bd2efbcc05d',
    ],
    ['x'.repeat(300), 69, 'a6c4c99a50e77d18'],
  ])('of %j has %i modules a side, and these', (text, size, hash) => {
    const rows = qrModules(text).map((row) => row.map((dark) => (dark ? '1' : '0')).join(''))
    expect(rows).toHaveLength(size)
    expect(createHash('sha256').update(rows.join('\n')).digest('hex').slice(0, 16)).toBe(hash)
  })

  it('refuses what does not fit', () => expect(() => qrModules('x'.repeat(1000))).toThrow(/too long/))
})

describe('a browser in words', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0',
      'Edge on Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
      'Safari on iPhone',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0', 'Firefox on Linux'],
    ['curl/8', 'Another browser'],
    [null, 'A browser that does not say what it is'],
  ])('%s is %s', (agent, words) => expect(browserWords(agent)).toBe(words))
})
