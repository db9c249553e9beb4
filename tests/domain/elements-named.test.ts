import { expect, it } from 'vitest'
import { elementsNamedIn } from '~/domain/elements-named'
import { customerServiceExcellence as standard } from '~/domain/standard'

it.each([
  ['It hangs on 2.2.4, which can be read two ways.', ['2.2.4']],
  ['4.1.2 and 1.1.1, and 4.1.2 again.', ['4.1.2', '1.1.1']],
  ['Version 9.9.9 of 12.11.2026 at 10.0.0.1.', []],
  ['Criterion 2 fails.', []],
])('finds in “%s” the elements %j', (sentence, expected) => {
  expect(elementsNamedIn(sentence, standard).map(({ number }) => number)).toEqual(expected)
})

it('gives each its short title', () => {
  expect(elementsNamedIn('It hangs on 2.2.4.', standard)[0]!.title).not.toBe('')
})
