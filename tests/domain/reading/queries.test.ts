import { describe, expect, test } from 'vitest'
import { nowhere, type Block } from '~/domain/reading/blocks'
import { readDraft } from '~/domain/reading/read-draft'

const HEADINGS = [
  'No',
  'Recommendation',
  'Element',
  'Actions',
  'Lead',
  'Target date',
  'Progress 1 June 2026',
  'Category',
]
type Point = {
  words?: string
  element?: string
  actions?: string
  dates?: string
  progress?: string
  category?: string
}

function asked(...points: Point[]) {
  const rows = points.map(
    (
      { words, element = '', actions = 'Train the desk', dates = 'Mar27', progress = 'Begun', category = '2' },
      index,
    ) => [
      String(index + 1),
      words ?? `Be quicker in office ${index + 1}`,
      element,
      actions,
      'A Larch',
      dates,
      progress,
      category,
    ],
  )
  const blocks = [HEADINGS, ...rows].map((cells, index): Block => ({
    kind: 'row',
    table: 0,
    header: false,
    cells: cells.map((text) => ({ text, source: { ...nowhere, line: index + 1, quote: text } })),
    source: { ...nowhere, line: index + 1, quote: cells.join('\t') },
  }))
  return readDraft(blocks).queries
}
const codes = (...points: Point[]) => asked(...points).map(({ code, recommendations }) => [code, ...recommendations!])

describe('a plan that contradicts nothing', () => {
  test('asks nothing', () => expect(asked({}, { category: '1', dates: 'Ongoing' })).toEqual([]))
})

describe('on track after its last date', () => {
  test.each<[string, Point, boolean]>([
    ['its only date has passed', { dates: 'May26' }, true],
    ['the month of the day it is told for', { dates: 'Jun26' }, false],
    ['an indicative date counts', { dates: 'May26*' }, true],
    ['what is ongoing has no date, and does not help', { actions: '1. Ask\n2. Tell', dates: 'May26\nOngoing' }, true],
    ['only ongoing', { dates: 'Ongoing' }, false],
    ['unknown', { dates: 'TBA' }, false],
    ['recurring', { dates: 'Jan 26 and six-monthly thereafter' }, false],
    ['one of two is to come', { actions: '1. Ask\n2. Tell', dates: 'May26\nJul26' }, false],
    ['dates that pair with no action count', { actions: '1. Ask\n2. Tell\n3. Thank', dates: 'Apr26\nMay26' }, true],
    [
      'a revised date in the words is the later one',
      { dates: 'May26', progress: 'Late. Revised completion date October 2026.' },
      false,
    ],
    ['slipped is no contradiction', { dates: 'May26', category: '3' }, false],
    ['achieved is none either', { dates: 'May26', category: '1' }, false],
  ])('%s', (_, point, expected) => {
    expect(codes(point)).toEqual(expected ? [['category-after-date', '1']] : [])
  })

  test('one question for all that it concerns, ready to send', () => {
    const [query] = asked({ dates: 'May26' }, {}, { dates: 'Jan26' })
    expect(query).toMatchObject({
      code: 'category-after-date',
      recommendations: ['1', '3'],
      audience: 'owner',
      decides: false,
      review: null,
    })
    expect(query!.message).toContain(
      'recommendation 1 was last due on 31 May 2026 and is in category 2 as at 1 June 2026',
    )
    expect(query!.message).toMatch(/\?$/)
  })
})

describe('what is missing or out of order', () => {
  test.each<[string, Point[], (string | undefined)[][]]>([
    ['a category, where the others have one', [{}, { category: '' }], [['category-missing', '2']]],
    ['every category: the column is not kept', [{ category: '' }, { category: '' }], []],
    ['a word for the state is for a person to say, and not missing', [{}, { category: 'On track' }], []],
    ['words of its own', [{ words: '' }, {}], [['words-missing', '1']]],
    [
      'words that are only those of its actions',
      [{ words: 'Ask. Tell', actions: '1. Ask\n2. Tell', dates: 'Mar27\nMar27' }],
      [['words-missing', '1']],
    ],
    [
      'actions before the first numbered one',
      [{ actions: '… and the rest.\n4. Ask\n5. Tell' }],
      [['words-missing', '1']],
    ],
    ['a period that ends before it begins', [{ dates: 'Mar27 – Dec26' }], [['dates-out-of-order', '1']]],
    ['an element that the standard does not have', [{ element: '1.1.9, 2.1.1' }], [['element-unknown', '1']]],
  ])('%s', (_, points, expected) => expect(codes(...points)).toEqual(expected))

  test('the elements of the points, or the one that is unknown, stand with the question', () => {
    expect(asked({ element: '2.1.6', dates: 'May26' })[0]!.elements).toEqual(['2.1.6'])
    expect(asked({ element: '1.1.9, 2.1.1' })[0]!.elements).toEqual(['1.1.9'])
  })
})
