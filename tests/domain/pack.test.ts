import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { ScanState } from '~/domain/evidence'
import {
  decidePack,
  nextPackNumber,
  packHindrance,
  type MissingReason,
  type PackInput,
  type PackItem,
} from '~/domain/pack'

const stored = (scan: ScanState, sha256 = 'ab12') => ({
  kind: 'file' as const,
  fileName: 'scan.pdf',
  sha256,
  size: 10,
  scan,
})
const item = (id: string, more: Partial<PackItem> = {}): PackItem => ({
  id,
  title: `Document ${id}`,
  elements: ['1.1.2'],
  requestIds: [],
  asAt: '2026-04-30',
  expiresOn: null,
  personalData: 'no',
  released: null,
  version: { number: 1, stored: stored('clean') },
  ...more,
})
const link = { number: 2, stored: { kind: 'link' as const, url: 'https://council.example/a' } }
const released = { who: 'Ann Lee', why: 'Names of staff only, who agreed' }
const input = (items: PackItem[], more: Partial<PackInput> = {}): PackInput => ({
  number: 1,
  title: '12-month review',
  council: 'Hartwell',
  asAt: '2026-05-08',
  requests: [
    { id: 'r1', title: 'Performance', state: 'checked', why: null },
    { id: 'r2', title: 'Reviews', state: 'nothing-to-supply', why: 'none was made' },
  ],
  elements: [
    { number: '1.1.2', title: 'What people need and like' },
    { number: '2.1.1', title: 'Leaders who speak up for customers' },
  ],
  items,
  ...more,
})

describe('an item', () => {
  test.each<[string, Partial<PackItem>, MissingReason | null]>([
    ['clean and checked', {}, null],
    ['without a file', { version: null }, 'no-file'],
    ['that is a link', { version: link }, 'only-linked'],
    ['waiting for its scan', { version: { number: 1, stored: stored('waiting') } }, 'unscanned'],
    ['with a virus', { version: { number: 1, stored: stored('infected') } }, 'infected'],
    ['that cannot be scanned', { version: { number: 1, stored: stored('not-scannable') } }, 'not-scannable'],
    ['expired the day before', { expiresOn: '2026-05-07' }, 'expired'],
    ['that expires on the day', { expiresOn: '2026-05-08' }, null],
    ['with personal data', { personalData: 'yes' }, 'personal-data'],
    ['nobody checked for personal data', { personalData: 'not-checked' }, 'personal-data-not-checked'],
    ['with personal data, released', { personalData: 'yes', released }, null],
    ['released but with a virus', { released, version: { number: 1, stored: stored('infected') } }, 'infected'],
  ])('%s stays out because of %j', (_, more, reason) => {
    expect(packHindrance(item('a', more), '2026-05-08')).toBe(reason)
    const { entries, missing } = decidePack(input([item('a', more)]))
    expect(entries.map((entry) => entry.itemId)).toEqual(reason === null ? ['a'] : [])
    expect(missing.filter((each) => each.about === 'item').map((each) => each.reason)).toEqual(
      reason === null ? [] : [reason],
    )
  })

  it('is released only by name and with a reason, which the manifest shows', () => {
    const { entries } = decidePack(input([item('a', { personalData: 'yes', released }), item('b', { released })]))
    expect(entries.map((entry) => entry.released)).toEqual([released, null])
  })

  it('that is only linked says where it is', () => {
    const [missing] = decidePack(input([item('a', { version: link })])).missing.filter((each) => each.about === 'item')
    expect(missing).toMatchObject({
      url: 'https://council.example/a',
      sentence: 'Document a: only a link, the document is not stored here.',
    })
  })
})

describe('a pack', () => {
  it('lists what was asked for and is not there, each with why', () => {
    const { missing } = decidePack(input([item('a', { requestIds: ['r1'], version: link })]))
    expect(missing.map((each) => [each.about, each.id, each.reason, each.sentence])).toEqual([
      ['request', 'r1', 'held-back', 'Performance: supplied, but nothing of it could go into this pack.'],
      ['request', 'r2', 'nothing-to-supply', 'Reviews: nothing to supply (none was made).'],
      ['item', 'a', 'only-linked', 'Document a: only a link, the document is not stored here.'],
      ['element', '1.1.2', 'no-evidence', '1.1.2 What people need and like: no evidence in this pack.'],
      ['element', '2.1.1', 'no-evidence', '2.1.1 Leaders who speak up for customers: no evidence in this pack.'],
    ])
    expect(decidePack(input([])).missing[0]).toMatchObject({ id: 'r1', reason: 'nothing-supplied' })
  })

  it('puts each document once, with its first request, else with its first element', () => {
    const { entries } = decidePack(
      input([
        item('c', { elements: [], title: 'Loose' }),
        item('b', { elements: ['2.1.1', '1.1.2'], title: 'Insight' }),
        item('a', { requestIds: ['r1'], elements: ['2.1.1'], title: 'Figures' }),
      ]),
    )
    expect(entries.map((entry) => entry.path)).toEqual([
      'Requests/1 Performance/Figures.pdf',
      'Elements/1.1.2 What people need and like/Insight.pdf',
      'Other/Loose.pdf',
    ])
    expect(entries[1]!.elements).toEqual(['1.1.2', '2.1.1'])
  })

  it('counts its files and bytes and carries hash, version and date of each', () => {
    const manifest = decidePack(
      input([item('a', { version: { number: 3, stored: stored('clean', 'ff00') } }), item('b')]),
    )
    expect(manifest).toMatchObject({ pack: 1, files: 2, bytes: 20, asAt: '2026-05-08' })
    expect(manifest.entries[0]).toMatchObject({ sha256: 'ff00', version: 3, size: 10, asAt: '2026-04-30' })
  })

  test.each([
    [[], 1],
    [[1, 2], 3],
    [[5, 1], 6],
  ])('after packs %j is number %d', (issued, next) => expect(nextPackNumber(issued)).toBe(next))
})

describe('laws', () => {
  const scan = fc.constantFrom<ScanState>('waiting', 'clean', 'infected', 'not-scannable')
  const version = fc.option(
    fc.oneof(
      scan.map((state) => ({ number: 1, stored: stored(state) })),
      fc.constant(link),
    ),
  )
  const items = fc
    .array(
      fc.record({
        title: fc.constantFrom('Plan', 'plan', 'Figures: May'),
        elements: fc.subarray(['1.1.2', '2.1.1']),
        requestIds: fc.subarray(['r1', 'r2']),
        asAt: fc.constantFrom('2026-04-30', null),
        expiresOn: fc.constantFrom('2026-05-01', '2027-05-01', null),
        personalData: fc.constantFrom('no' as const, 'yes' as const, 'not-checked' as const),
        released: fc.constantFrom(released, null),
        version,
      }),
      { maxLength: 12 },
    )
    .map((all) => all.map((each, i): PackItem => ({ ...each, id: `i${i}` })))

  it('every item is in the pack or on the list of what is missing, and never in both', () => {
    fc.assert(
      fc.property(items, (given) => {
        const { entries, missing } = decidePack(input(given))
        const inside = entries.map((entry) => entry.itemId)
        const outside = missing.filter((each) => each.about === 'item').map((each) => each.id)
        expect([...inside, ...outside].sort()).toEqual(given.map((each) => each.id).sort())
      }),
    )
  })

  it('nothing unscanned, expired or with personal data that was not released is ever inside', () => {
    fc.assert(
      fc.property(items, (given) => {
        for (const { itemId } of decidePack(input(given)).entries) {
          const source = given.find((each) => each.id === itemId)!
          expect(source.version?.stored).toMatchObject({ kind: 'file', scan: 'clean' })
          expect(source.expiresOn === null || source.expiresOn >= '2026-05-08').toBe(true)
          expect(source.personalData === 'no' || source.released !== null).toBe(true)
        }
      }),
    )
  })

  it('a request or element without a document is always on the list', () => {
    fc.assert(
      fc.property(items, (given) => {
        const { entries, missing } = decidePack(input(given))
        const listed = (id: string) => missing.some((each) => each.id === id)
        expect(listed('r1')).toBe(!entries.some((entry) => entry.requests.includes('r1')))
        for (const element of ['1.1.2', '2.1.1'])
          expect(listed(element)).toBe(!entries.some((entry) => entry.elements.includes(element)))
      }),
    )
  })

  it('the order of the items changes nothing', () => {
    fc.assert(
      fc.property(
        items.chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length }))),
        ([given, mixed]) => {
          expect(decidePack(input(mixed))).toEqual(decidePack(input(given)))
        },
      ),
    )
  })
})
