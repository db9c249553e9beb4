import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { compareNaturally } from '~/domain/natural-order'

test.each([
  [
    ['10', '9', '1'],
    ['1', '9', '10'],
  ],
  [
    ['3b', '3', '3a', '30'],
    ['3', '3a', '3b', '30'],
  ],
  [
    ['R10', 'R2', 'A', '7'],
    ['7', 'A', 'R2', 'R10'],
  ],
  [
    ['1.2.10', '1.2', '1.2.9'],
    ['1.2', '1.2.9', '1.2.10'],
  ],
])('%j sorts as %j', (given, sorted) => expect([...given].sort(compareNaturally)).toEqual(sorted))

it('is an order on any text: no two that differ are equal, and no three go round in a circle', () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^[0-9Aa.]{0,6}$|^9{400}[01]$/))
  fc.assert(
    fc.property(text, text, text, (a, b, c) => {
      expect(Math.sign(compareNaturally(a, b))).toBe(0 - Math.sign(compareNaturally(b, a)))
      expect(compareNaturally(a, b) === 0).toBe(a === b)
      if (compareNaturally(a, b) < 0 && compareNaturally(b, c) < 0) expect(compareNaturally(a, c)).toBeLessThan(0)
    }),
    { numRuns: 1000 },
  )
})
