import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkState, linkUntil, type LinkFacts } from '~/domain/answer-link'
import { isEmailAddress, parseEmailAddress } from '~/domain/email-address'
import { givenUpAfter, nextTry } from '~/domain/mail-retry'
import { stillAsked, type AskedOf, type StandingItem } from '~/domain/reminder-recheck'

describe('an address that mail is sent to', () => {
  it.each([
    ['Pat.Owner@Council.Gov.UK', 'pat.owner@council.gov.uk'],
    [' pat+plan@council.example ', 'pat+plan@council.example'],
    ["o'neil@council.example", "o'neil@council.example"],
    ['pat@xn--bcher-kva.example', 'pat@xn--bcher-kva.example'],
  ])('%s is kept as %s', (typed, kept) => expect(parseEmailAddress(typed)).toBe(kept))

  it.each([
    '',
    'pat',
    'pat@council',
    '@council.example',
    'pat@@council.example',
    '.pat@council.example',
    'pat..o@council.example',
    'pat@-council.example',
    'pat@council.example.',
    'pat@10.0.0.1',
    '"pat o"@council.example',
    'pat@council.example, sam@council.example',
    'pat@council.example\nBcc: sam@council.example',
    'Pat <pat@council.example>',
    `${'a'.repeat(65)}@council.example`,
  ])('%j is refused', (typed) => expect(parseEmailAddress(typed)).toBeNull())

  it('holds one at-sign, no space and no line end, and stays as it is when read again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string()), (text) => {
        const address = parseEmailAddress(text)
        if (address === null) return
        expect(address).toMatch(/^[^\s@,;<>"()\\]+@[a-z0-9.-]+$/)
        expect(isEmailAddress(address)).toBe(true)
      }),
    )
  })
})

describe('a mail that did not get through', () => {
  const createdAt = new Date('2026-03-02T07:00:00Z')
  const tries = (unreachable: boolean) => {
    const waits: number[] = []
    let now = createdAt
    for (let attempts = 1; ; attempts++) {
      const next = nextTry({ attempts, createdAt, unreachable }, now)
      if (next === null) return waits
      waits.push((next.getTime() - now.getTime()) / 60_000)
      now = next
    }
  }
  it('is tried again ever more seldom, for three days', () => {
    const waits = tries(false)
    expect(waits.slice(0, 8)).toEqual([1, 5, 15, 30, 60, 120, 240, 240])
    expect(waits.reduce((sum, wait) => sum + wait, 0) * 60_000).toBeGreaterThanOrEqual(givenUpAfter)
  })
  it('is tried at least every ten minutes while the server cannot be reached', () => {
    expect(Math.max(...tries(true))).toBe(10)
  })
})

describe('a link of a mail', () => {
  const now = new Date('2026-03-02T10:00:00Z')
  const good: LinkFacts = {
    switchedOn: true,
    expiresAt: new Date('2026-04-01T23:00:00Z'),
    usedAt: null,
    revokedAt: null,
    personActive: true,
    ownerId: 'pat',
    item: { open: true, ownerIds: ['sam', 'pat'] },
  }
  it.each<[string, Partial<LinkFacts>]>([
    ['good', {}],
    ['good', { item: null, ownerId: null }],
    ['switched-off', { switchedOn: false, usedAt: now }],
    ['switched-off', { personActive: false }],
    ['used', { usedAt: now, revokedAt: now }],
    ['revoked', { revokedAt: now }],
    ['expired', { expiresAt: now }],
    ['passed-on', { item: { open: true, ownerIds: ['sam'] } }],
    ['closed', { item: { open: false, ownerIds: ['pat'] } }],
  ])('is %s given %j', (state, change) => expect(linkState({ ...good, ...change }, now)).toBe(state))
  it('is good for thirty days', () => expect(linkUntil('2026-03-02')).toBe('2026-04-01'))
})

describe('what was planned, looked at again when it is sent', () => {
  const asked: AskedOf = {
    kind: 'recommendation',
    id: 'one',
    role: 'asked',
    ownerId: 'pat-owner',
    insteadOfId: null,
    silentSince: '2026-01-05',
  }
  const item: StandingItem = {
    title: 'Recommendation 1: Answer sooner',
    dueOn: '2026-03-16',
    open: true,
    owners: [{ id: 'pat-owner', name: 'Pat', personId: 'pat', answering: true }],
    lastWords: null,
    lastAnswerOn: '2026-01-05',
  }
  const again = (a: Partial<AskedOf>, i: Partial<StandingItem>) =>
    stillAsked(
      { ...asked, ...a },
      { ...item, ...i },
      { plannedOn: '2026-03-02', today: '2026-03-04', nameOf: (id) => (id === 'gone' ? null : id) },
    )
  it('counts its days from the day of sending', () => {
    expect(again({}, {})?.reasons).toEqual(['due in 12 days', 'no answer since 5 January 2026'])
    expect(again({ role: 'escalated' }, {})?.reasons[0]).toBe('no answer from Pat since 5 January 2026')
  })
  it.each<[string, Partial<AskedOf>, Partial<StandingItem>]>([
    ['has been closed', {}, { open: false }],
    ['was answered on the day it was planned', {}, { lastAnswerOn: '2026-03-02' }],
    ['is in other hands', {}, { owners: [{ id: 'sam-owner', name: 'Sam', personId: 'sam', answering: true }] }],
    ['has an owner by now', { role: 'unowned', ownerId: null }, {}],
    ['is a visit that has gone by', { role: 'date', kind: 'visit' }, { dueOn: '2026-03-03' }],
  ])('is left out where it %s', (_, a, i) => expect(again(a, i)).toBeNull())
  it('stays without an owner where its owner has left', () => {
    const owners = [{ id: 'x', name: 'Gone', personId: 'gone', answering: true }]
    expect(again({ role: 'unowned', ownerId: null }, { owners })).not.toBeNull()
  })
})
