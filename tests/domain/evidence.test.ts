import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays } from '~/domain/dates'
import {
  coverage,
  downloadHindrance,
  freshness,
  hasExpired,
  mayDownload,
  scanStateLabels,
  type ScanState,
  type Stored,
} from '~/domain/evidence'

const file = (scan: ScanState): Stored => ({ kind: 'file', fileName: 'a.pdf', sha256: 'ab', size: 1, scan })

describe('a file', () => {
  test.each<[Stored, boolean]>([
    [file('clean'), true],
    [file('waiting'), false],
    [file('infected'), false],
    [file('not-scannable'), false],
    [{ kind: 'link', url: 'https://example.org/a' }, false],
  ])('%j may be downloaded: %s, and where not it says why', (stored, may) => {
    expect(mayDownload(stored)).toBe(may)
    expect(downloadHindrance(stored) === null).toBe(may)
  })
  it('has a word for each state of its scan', () => expect(Object.values(scanStateLabels).every(Boolean)).toBe(true))
})

describe('freshness', () => {
  test.each([
    ['2026-02-11', '2026-02-10', 'newer'],
    ['2026-02-10', '2026-02-10', 'older'],
    ['2025-02-10', '2026-02-10', 'older'],
    [null, '2026-02-10', 'undated'],
    ['2026-02-11', null, 'no-visit'],
    [null, null, 'undated'],
  ])('of a document of %s against a visit of %s is %s', (asAt, visit, expected) =>
    expect(freshness(asAt, visit)).toBe(expected),
  )
})

describe('coverage of the period asked for', () => {
  const asked = { from: '2025-04-01', to: '2026-03-31' }
  test.each([
    [{ from: '2025-04-01', to: '2026-03-31' }, 'covers'],
    [{ from: '2025-01-01', to: '2026-06-30' }, 'covers'],
    [{ from: '2025-04-02', to: '2026-03-31' }, 'partly'],
    [{ from: '2024-04-01', to: '2025-04-01' }, 'partly'],
    [{ from: '2024-04-01', to: '2025-03-31' }, 'outside'],
    [{ from: '2026-04-01', to: '2026-04-30' }, 'outside'],
    [null, 'unknown'],
  ])('of %j is %s', (covered, expected) => expect(coverage(covered, asked)).toBe(expected))

  it('is what counting the shared days says', () => {
    const period = fc
      .tuple(fc.nat(40), fc.nat(20))
      .map(([start, length]) => ({ from: addDays('2026-01-01', start), to: addDays('2026-01-01', start + length) }))
    const days = ({ from, to }: { from: string; to: string }) => {
      const all: string[] = []
      for (let day = from; day <= to; day = addDays(day, 1)) all.push(day)
      return all
    }
    fc.assert(
      fc.property(period, period, (covered, wanted) => {
        const shown = new Set(days(covered))
        const shared = days(wanted).filter((day) => shown.has(day)).length
        const expected = shared === days(wanted).length ? 'covers' : shared === 0 ? 'outside' : 'partly'
        expect(coverage(covered, wanted)).toBe(expected)
      }),
    )
  })
})

test('a document is good on its expiry day, and not after it', () => {
  expect(['2026-03-01', '2026-03-02'].map((day) => hasExpired('2026-03-01', day))).toEqual([false, true])
  expect(hasExpired(null, '2099-01-01')).toBe(false)
})
