import { describe, expect, it, test } from 'vitest'
import { isAdvice, splitWords } from '~/domain/import-lines'
import { matchesOf, type KnownPoint } from '~/domain/import-matching'
import {
  isSpanOfDays,
  matchReview,
  plusQueries,
  walkOldPoint,
  type KnownReview,
  type RaisedBefore,
  type RatedElement,
} from '~/domain/report-confirmation'
import type { ReviewFacts } from '~/domain/import-choices'

const facts = (given: Partial<ReviewFacts>): ReviewFacts => ({
  kind: 'annual-1',
  assessors: [],
  reportedOn: null,
  documentReviewOn: null,
  visitFrom: null,
  visitTo: null,
  projectNumber: null,
  clientId: null,
  planNext: false,
  ...given,
})
const review = (given: Partial<KnownReview>): KnownReview => ({
  id: 'one',
  certificationId: 'certificate',
  kind: 'annual-1',
  state: 'held',
  provisionalFrom: null,
  agreedFrom: null,
  heldFrom: null,
  heldTo: null,
  documentReviewOn: null,
  reportedOn: null,
  assessors: [],
  projectNumber: null,
  clientId: null,
  printedTotals: null,
  ratings: [],
  ...given,
})

describe('which review a report is of', () => {
  test.each([
    [
      'the same visit, reported again weeks later',
      { visitFrom: '2026-03-03', reportedOn: '2026-04-20' },
      { heldFrom: '2026-03-03' },
      'same-report',
    ],
    [
      'the same project, whatever the dates',
      { reportedOn: '2026-09-01', projectNumber: 'P1' },
      { reportedOn: '2026-03-01', projectNumber: 'P1' },
      'same-report',
    ],
    [
      'the visit that was to come, held four months late',
      { visitFrom: '2026-07-01' },
      { state: 'agreed', agreedFrom: '2026-03-01' },
      'coming',
    ],
    ['the visit that was planned without a date', { visitFrom: '2026-07-01' }, { state: 'planned' }, 'coming'],
    ['the same kind in another cycle', { visitFrom: '2026-03-03' }, { heldFrom: '2023-03-03' }, null],
    ['another kind on the same day', { visitFrom: '2026-03-03', kind: 'annual-2' }, { heldFrom: '2026-03-03' }, null],
    [
      'a visit planned for another cycle',
      { visitFrom: '2023-03-03' },
      { state: 'planned', provisionalFrom: '2026-03-01' },
      null,
    ],
  ] as const)('%s', (_, given, known, expected) => {
    expect(matchReview(facts(given), [review(known)])?.how ?? null).toBe(expected)
  })
})

const point = (given: Partial<RaisedBefore>): RaisedBefore => ({
  key: 'one',
  number: '2',
  text: 'Answer letters sooner',
  kind: 'area-for-development',
  elements: ['1.1.1'],
  finding: null,
  raisedAgainAs: null,
  unfinishedActions: 0,
  committeeCloses: false,
  ...given,
})

describe('what becomes of a point raised before', () => {
  test.each([
    ['with a finding', { finding: 'Letters are answered sooner.' }, 'finding', 'close'],
    ['not mentioned', {}, 'not-mentioned', 'keep'],
    ['raised again', { raisedAgainAs: '1', finding: 'Not yet.' }, 'raised-again', 'close'],
    ['a partial that is full now', { kind: 'partial-compliance' }, 'partial-now-full', 'close'],
    [
      'a partial of which one element is still partial',
      { kind: 'partial-compliance', elements: ['1.1.1', '1.1.2'] },
      'not-mentioned',
      'keep',
    ],
    ['an area whose element was full all along', { kind: 'area-for-development' }, 'not-mentioned', 'keep'],
    ['with a finding, where a committee signs off', { finding: 'Done.', committeeCloses: true }, 'finding', 'keep'],
  ] as const)('%s', (_, given, how, proposal) => {
    const levels = new Map([
      ['1.1.1', 'full'],
      ['1.1.2', 'partial'],
    ] as const)
    expect(walkOldPoint(point(given as Partial<RaisedBefore>), levels, '12-month review')).toMatchObject({
      how,
      proposal,
    })
  })

  it('gives the finding as the reason, and nothing else as progress', () => {
    const walked = walkOldPoint(
      point({ finding: 'Letters are answered sooner.' }),
      new Map(),
      '12-month review of 3 March 2026',
    )
    expect(walked.reason).toBe('At the 12-month review of 3 March 2026: Letters are answered sooner.')
  })
})

const rated = (element: string, level: RatedElement['level'], stated = true): RatedElement => ({
  element,
  level,
  stated,
  justification: null,
})
const names = { before: 'full assessment', now: '12-month review' }

describe('compliance plus from one report to the next', () => {
  test.each([
    ['kept', [rated('1.1.1', 'plus')], 'all', []],
    ['named nowhere, so full without a word', [rated('1.1.1', 'full', false)], 'all', ['plus-not-carried']],
    ['without a level', [], 'all', ['plus-not-carried']],
    ['given a lower level', [rated('1.1.1', 'full')], 'all', ['plus-lost']],
    ['not looked at this time', [], ['2.1.1'], []],
  ] as const)('%s', (_, now, scope, codes) => {
    const found = plusQueries([rated('1.1.1', 'plus')], now, scope, names)
    expect(found.map(({ code }) => code)).toEqual(codes)
  })
})

test.each([
  ['Consider whether a shared rota would help', true],
  ['You could look at how others do it', true],
  ['Consider a rota; letters must be answered within a week', false],
  ['Answer letters within a week', false],
])('“%s” is only advice: %s', (text, expected) => {
  expect(isAdvice(text)).toBe(expected)
})

test.each([
  ['2026-07-22', '2026-07-23', true],
  ['2026-07-22', null, true],
  ['2026-10-01', '2026-10-31', false],
  [null, null, false],
])('days from %s to %s can be agreed: %s', (from, to, expected) => {
  expect(isSpanOfDays(from, to)).toBe(expected)
})

it('splits words at lines of dashes, and drops empty parts', () => {
  expect(splitWords('Answer sooner\n---\n\n----\nTrain staff')).toEqual(['Answer sooner', 'Train staff'])
})

it('finds the point that took the place of the one with the same words', () => {
  const known: KnownPoint[] = [
    {
      id: 'old',
      number: '1',
      text: 'Train reception staff in complaints',
      elements: [],
      sourceId: 's',
      state: 'closed',
      supersededById: 'new',
    },
    { id: 'new', number: '4', text: 'Something said quite otherwise', elements: [], sourceId: 's', state: 'open' },
  ]
  const found = matchesOf({ number: '', text: 'Train reception staff in complaints', elements: [] }, known)
  expect(found.map(({ point: { id } }) => id)).toEqual(['new'])
})
