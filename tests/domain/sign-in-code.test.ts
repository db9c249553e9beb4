import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { networkOf } from '~/domain/network'
import { isSessionLive } from '~/domain/session-limits'
import { readTypedCode, writeStartCode } from '~/domain/sign-in-code'

describe('a typed code', () => {
  it.each([
    ['123456', { kind: 'mailed', code: '123456' }],
    [' 123 456 ', { kind: 'mailed', code: '123456' }],
    ['123-456', { kind: 'mailed', code: '123456' }],
    ['12345', null],
    ['1234567', null],
    ['１２３４５６', null],
    ['ABCDE-FGHJK-23456-789LM', { kind: 'start', code: 'ABCDEFGHJK23456789LM' }],
    ['abcde fghjk 23456 789lm', { kind: 'start', code: 'ABCDEFGHJK23456789LM' }],
    ['ABCDE-FGHJK-23456-789L0', null],
    ['', null],
  ])('%j is read as %j', (text, expected) => expect(readTypedCode(text)).toEqual(expected))

  it('every start code that is written is read back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (random) => {
        const code = writeStartCode(random)
        expect(readTypedCode(code)).toEqual({ kind: 'start', code: code.replaceAll('-', '') })
      }),
    )
  })
})

describe('the network of an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('of %s is %s', (address, network) => expect(networkOf(address)).toBe(network))
})

describe('a session', () => {
  const now = new Date('2026-06-01T12:00:00Z')
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
  it.each([
    ['owner', 60, 119, true],
    ['owner', 60, 120, false],
    ['lead', 719, 0, true],
    ['lead', 720, 0, false],
    ['administrator', 60, 29, true],
    ['administrator', 60, 30, false],
  ] as const)('of a %s, begun %i and last seen %i minutes ago: %s', (role, started, seen, live) =>
    expect(isSessionLive({ role, startedAt: ago(started), lastSeenAt: ago(seen) }, now)).toBe(live),
  )
})
