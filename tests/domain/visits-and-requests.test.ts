import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answersToLastTime, type PointToAnswer } from '~/domain/answers-to-last-time'
import { centreForAssessment } from '~/domain/assessment-body'
import { addDays } from '~/domain/dates'
import type { RequestState } from '~/domain/document-request'
import { heatMapOfRatings } from '~/domain/heat-map'
import { letterText, queryLetter } from '~/domain/query-letter'
import { checkSettlement, elementsAsked } from '~/domain/query-settlement'
import { ratingSteps } from '~/domain/rating-history'
import { changesSentence, changesToRequests } from '~/domain/request-schedule'
import { requestsFor } from '~/domain/review-cycle'
import { customerServiceExcellence } from '~/domain/standard'
import { checkVisit, formatSpan } from '~/domain/visit-date'
import { MONDAY_TO_FRIDAY } from '~/domain/working-days'

const calendar = { nation: 'england-and-wales' as const, workingWeekdays: MONDAY_TO_FRIDAY }
const today = '2026-06-01'
const anyDay = fc.integer({ min: -2000, max: 2000 }).map((days) => addDays(today, days))

describe('a span of days', () => {
  it.each([
    ['2027-04-03', '2027-04-03', '3 April 2027'],
    ['2027-04-03', '2027-04-05', '3 to 5 April 2027'],
    ['2027-04-30', '2027-05-01', '30 April to 1 May 2027'],
    ['2026-12-30', '2027-01-02', '30 December 2026 to 2 January 2027'],
    ['2027-10-01', '2027-10-31', 'October 2027'],
    ['2027-02-01', '2027-02-28', 'February 2027'],
    ['2027-02-01', '2027-02-27', '1 to 27 February 2027'],
  ])('%s to %s reads %s', (from, to, words) => {
    expect(formatSpan({ from, to })).toBe(words)
  })
})

describe('a visit as it is entered', () => {
  const entry = { state: 'agreed' as const, from: '2026-09-09', to: null, reason: '', standing: null, today }

  it.each([
    ['a day to come', {}, true],
    ['today', { from: today }, true],
    ['a day gone by', { from: '2026-05-31' }, false],
    ['a range that ends before it begins', { to: '2026-09-08' }, false],
    ['two weeks', { to: '2026-09-22' }, true],
    ['more than two weeks', { to: '2026-09-23' }, false],
    ['a foreseen month', { state: 'provisional' as const, from: '2026-09-01', to: '2026-09-30' }, true],
    ['a foreseen year', { state: 'provisional' as const, to: '2027-09-09' }, false],
    ['an actual day gone by', { state: 'actual' as const, from: '2026-05-20' }, true],
    ['an actual day to come', { state: 'actual' as const, from: '2026-06-02' }, false],
    ['the day that stands', { standing: { from: '2026-09-09', to: '2026-09-09' } }, false],
    ['a move without a reason', { standing: { from: '2026-09-08', to: '2026-09-08' } }, false],
    ['a move with one', { standing: { from: '2026-09-08', to: '2026-09-08' }, reason: 'Illness.' }, true],
  ])('%s', (_, changed, ok) => {
    expect(checkVisit({ ...entry, ...changed }).ok).toBe(ok)
  })
})

describe('requests when a visit moves', () => {
  const wantedFor = (on: string) =>
    requestsFor(
      centreForAssessment,
      { visit: { on, state: 'agreed' }, documentReviewOn: null, previousVisitOn: '2025-06-03' },
      [],
      calendar,
      today,
    )
  const states: RequestState[] = ['asked', 'supplied', 'checked', 'accepted', 'sent-back', 'nothing-to-supply']

  it('asks for what is missing, moves only what is open, and touches nothing twice', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.array(fc.constantFrom(...states), { maxLength: 6 }), (before, after, standing) => {
        const earlier = wantedFor(before)
        const held = standing.map((state, index) => {
          const { code, dueOn, period } = earlier[index]!
          return { id: String(index), code, state, dueOn, period }
        })
        const { added, moved } = changesToRequests(held, wantedFor(after), earlier)
        expect(added).toHaveLength(6 - held.length)
        const open = held.filter(({ state }) => state === 'asked' || state === 'sent-back').map(({ id }) => id)
        expect(open).toEqual(expect.arrayContaining(moved.map(({ id }) => id)))
        const settled = held.map((request) => {
          const change = moved.find(({ id }) => id === request.id)
          return change ? { ...request, dueOn: change.dueOn, period: change.period } : request
        })
        expect(changesToRequests(settled, wantedFor(after), wantedFor(after)).moved).toEqual([])
      }),
    )
  })

  it('says what it did', () => {
    expect(changesSentence({ added: wantedFor('2026-09-09').slice(0, 1), moved: [] })).toBe(
      '1 document is asked for now.',
    )
    expect(changesSentence({ added: [], moved: [] })).toBe('No request changes.')
  })
})

describe('settling a query', () => {
  it('asks for a level of each element it is about, and always why', () => {
    const asked = elementsAsked(true, ['2.1.6', '2.1.6'], [{ element: '3.1.1', level: 'full' }])
    expect(asked).toEqual(['2.1.6', '3.1.1'])
    const refused = checkSettlement({ elements: asked, chosen: new Map([['2.1.6', 'full']]), why: '' })
    expect(refused).toMatchObject({ ok: false, refusals: [{ field: 'level-3.1.1' }, { field: 'why' }] })
  })

  it('asks for no level where none can change the verdict', () => {
    expect(elementsAsked(false, ['2.1.6'], [])).toEqual([])
    expect(checkSettlement({ elements: [], chosen: new Map(), why: ' By mail. ' })).toEqual({
      ok: true,
      value: { levels: [], how: 'By mail.' },
    })
  })
})

describe('the letter', () => {
  const input = {
    council: 'Eastmere',
    assessors: [],
    body: 'The body',
    review: '12-month review',
    reportedOn: null,
    projectNumber: 'P 7',
    signedBy: null,
    on: today,
    questions: [
      { elements: ['2.1.6'], message: 'Is 2.1.6 full?' },
      { elements: ['3.1.1'], message: 'And this one?' },
    ],
  }
  it('numbers its questions and names an element once', () => {
    const text = letterText(queryLetter(input)!)
    expect(text).toContain('Eastmere: 2 questions about the report of our 12-month review, P 7')
    expect(text).toContain('1. Is 2.1.6 full?\n\n2. And this one? (3.1.1)')
    expect(text).toContain('Dear colleagues,')
  })
  it('is none without a question', () => expect(queryLetter({ ...input, questions: [] })).toBeNull())
})

describe('answers to last time', () => {
  const point: PointToAnswer = {
    id: '1',
    number: '1',
    text: 'Do it.',
    elements: [],
    closing: null,
    category: null,
    words: null,
    dueOn: null,
    evidence: [],
  }
  it('count those without a word of ours, and never drop one', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 20 }), (said) => {
        const points = said.map((has) => ({ ...point, words: has ? { text: 'Done.', asAt: today } : null }))
        const { answers, missing } = answersToLastTime(points)
        expect(answers).toHaveLength(points.length)
        expect(missing).toBe(said.filter((has) => !has).length)
      }),
    )
  })
  it('say the reason of a closing before the last words', () => {
    const closing = { way: 'superseded' as const, on: '2026-02-02', reason: 'By point 9.', minute: 'Minute 4' }
    const [answer] = answersToLastTime([{ ...point, closing, words: { text: 'Half done.', asAt: today } }]).answers
    expect(answer).toMatchObject({
      standing: 'Superseded on 2 February 2026 (Minute 4)',
      answer: 'By point 9.\n\nHalf done.',
      missing: false,
    })
  })
  it('say that nothing was raised', () => {
    expect(answersToLastTime([]).sentence).toBe('Nothing was raised last time.')
  })
})

describe('ratings over time', () => {
  it('say what changed from review to review', () => {
    const rated = (['full', 'plus', 'plus', 'partial'] as const).map((level) => ({
      level,
      stated: true,
      justification: null,
    }))
    expect(ratingSteps(rated).map(({ change, words }) => [change, words])).toEqual([
      ['first', 'first rated'],
      ['better', 'up from full compliance'],
      ['same', 'unchanged'],
      ['worse', 'down from compliance plus'],
    ])
  })
})

describe('the heat map of a review', () => {
  it('has a row for each sub-criterion and a cell for each element, with its level in words', () => {
    const groups = heatMapOfRatings(customerServiceExcellence, new Map([['1.1.1', 'plus']]), ['1.1.1'])
    const rows = groups.flatMap((group) => group.rows)
    const cells = rows.flatMap((row) => row.cells)
    expect([rows.length, cells.length]).toEqual([15, 57])
    expect(cells[0]).toMatchObject({ element: '1.1.1', level: 'plus', words: 'Plus', notes: [] })
    expect(cells[1]).toMatchObject({ level: 'unrated', words: 'Not rated', notes: ['not looked at this time'] })
  })
})
