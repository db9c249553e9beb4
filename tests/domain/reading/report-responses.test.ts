import { describe, expect, it } from 'vitest'
import type { DraftArea } from '~/domain/reading/draft'
import { linesOf } from '~/domain/reading/report-lines'
import { placeRows } from '~/domain/reading/report-lost-numbers'
import { readUpdates } from '~/domain/reading/report-responses'
import { Sheet } from '#tests/support/make-reports'

const source = { page: null, line: null, sheet: null, cell: null, quote: null }
const point = (number: string, text: string): DraftArea => ({ number, text, elements: [], response: null, source })
const earlier = [
  point('1', 'Find out why callers hang up on Mondays'),
  point('2', 'Give the depot a sign that can be read at night'),
  point('3', 'Ask tenants how repairs went, and tell them what came of it'),
]
const answersTo = (...texts: string[]) => {
  const sheet = new Sheet()
  for (const text of texts) sheet.item(text)
  const { answers, unmatched } = readUpdates(linesOf(sheet.blocks), earlier)
  return { answers: answers.map(({ area, text }) => [area.number, text]), unmatched: unmatched.map(({ text }) => text) }
}

describe('answers to the points of last time', () => {
  it.each([
    ['in the same item', ['Find out why callers hang up on Mondays More staff now'], [['1', 'More staff now']]],
    ['after a dash', ['Find out why callers hang up on Mondays – more staff now'], [['1', 'more staff now']]],
    ['below', ['Find out why callers hang up on Mondays', 'More staff now'], [['1', 'More staff now']]],
    [
      'under a point with a word mended',
      ['Find out why most callers hang up on Mondays', 'More staff'],
      [['1', 'More staff']],
    ],
    [
      'under a point that a page cut',
      ['Ask tenants how repairs went, and', 'tell them what came of it', 'Done'],
      [['3', 'Done']],
    ],
    ['to the second of two', [earlier[0]!.text, earlier[1]!.text, 'It glows'], [['2', 'It glows']]],
    [
      'in two parts',
      [earlier[1]!.text, 'It glows', 'In green'],
      [
        ['2', 'It glows'],
        ['2', 'In green'],
      ],
    ],
    ['to none', [earlier[0]!.text, earlier[1]!.text], []],
  ])('%s', (_, texts, expected) => {
    expect(answersTo(...texts)).toEqual({ answers: expected, unmatched: [] })
  })

  it('are not made of what stands before any point', () => {
    expect(answersTo('It was a mild year')).toEqual({ answers: [], unmatched: ['It was a mild year'] })
  })
})

describe('rows without a number', () => {
  const free = ['1.1.1', '1.1.2', '1.1.3']
  const row = (element: string | null, begins = true) => ({ element, begins })
  const placed = (...rows: { element: string | null; begins: boolean }[]) => {
    const { placed: all, leftOver } = placeRows(rows, free)
    return { all: all.map(({ element, inferred, rows: own }) => [element, inferred, ...own]), leftOver }
  }

  it('take the only free element between their neighbours', () => {
    expect(placed(row('1.1.1'), row(null), row('1.1.3')).all).toEqual([
      ['1.1.1', false, 0],
      ['1.1.2', true, 1],
      ['1.1.3', false, 2],
    ])
  })
  it('take the first and the last where those are free', () => {
    expect(placed(row(null), row('1.1.2'), row(null)).all).toEqual([
      ['1.1.1', true, 0],
      ['1.1.2', false, 1],
      ['1.1.3', true, 2],
    ])
  })
  it('go on with the row above where nothing is free', () => {
    expect(placed(row('1.1.1'), row(null), row('1.1.2')).all).toEqual([
      ['1.1.1', false, 0, 1],
      ['1.1.2', false, 2],
    ])
  })
  it('go on with the row above where they do not begin anything', () => {
    expect(placed(row('1.1.1'), row(null, false), row('1.1.3')).all).toEqual([
      ['1.1.1', false, 0, 1],
      ['1.1.3', false, 2],
    ])
  })
  it('are left to a person where two are free and one is there', () => {
    expect(placed(row('1.1.1'), row(null))).toEqual({ all: [['1.1.1', false, 0]], leftOver: [1] })
  })
})
