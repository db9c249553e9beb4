import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  assessmentBodies,
  assessmentServices,
  centreForAssessment,
  nextReviewKind,
  otherBody,
  type ReviewKind,
} from '~/domain/assessment-body'
import { addDays, addMonths } from '~/domain/dates'
import {
  documentReviewWindow,
  lateReviewNote,
  latestDateFor,
  requestsFor,
  reviewWindow,
  visitDatesOf,
  visitOf,
  visitSentence,
  type CycleDates,
  type ReviewToPrepare,
  type VisitDateEntry,
} from '~/domain/review-cycle'
import { isWorkingDay, MONDAY_TO_FRIDAY, type WorkingCalendar } from '~/domain/working-days'

const calendar: WorkingCalendar = { nation: 'england-and-wales', workingWeekdays: MONDAY_TO_FRIDAY }
const cycle = (dates: Partial<CycleDates> = {}): CycleDates => ({
  certificateOn: null,
  decidedOn: null,
  expiresOn: null,
  previousVisitOn: null,
  ...dates,
})
const agreed = (on: string | null, more: Partial<ReviewToPrepare> = {}): ReviewToPrepare => ({
  visit: on === null ? null : { on, state: 'agreed' },
  documentReviewOn: null,
  previousVisitOn: '2025-07-10',
  ...more,
})
const day = fc.integer({ min: 0, max: 4000 }).map((count) => addDays('2024-01-01', count))
const body = fc.constantFrom(...assessmentBodies)

describe('the latest date of a review', () => {
  test.each<[string, typeof otherBody, ReviewKind, Partial<CycleDates>, string | null]>([
    [
      'twelve months after the certificate',
      centreForAssessment,
      'annual-1',
      { certificateOn: '2025-07-15' },
      '2026-07-15',
    ],
    ['held back from a Sunday', centreForAssessment, 'annual-1', { certificateOn: '2025-07-19' }, '2026-07-17'],
    ['held back over Christmas', centreForAssessment, 'annual-1', { certificateOn: '2025-12-27' }, '2026-12-24'],
    ['a year after the visit before', centreForAssessment, 'annual-2', { previousVisitOn: '2026-07-06' }, '2027-07-06'],
    [
      'on the day the certificate ends',
      centreForAssessment,
      'recertification',
      { expiresOn: '2028-07-14' },
      '2028-07-14',
    ],
    ['three years from the decision', assessmentServices, 'recertification', { decidedOn: '2024-03-05' }, '2027-03-05'],
    ['of a 29 February', otherBody, 'annual-1', { certificateOn: '2024-02-29' }, '2025-02-28'],
    ['unknown without its date', centreForAssessment, 'annual-1', { previousVisitOn: '2026-07-06' }, null],
    ['none for a full assessment', centreForAssessment, 'initial', { certificateOn: '2025-07-15' }, null],
  ])('is %s', (_, of, kind, dates, expected) => expect(latestDateFor(of, kind, cycle(dates), calendar)).toBe(expected))

  it('is asked for where it is unknown, by name of what is missing', () => {
    const window = reviewWindow(centreForAssessment, 'annual-1', cycle(), calendar)
    expect(window).toEqual({
      known: false,
      sentence: 'Unknown: ask Centre for Assessment for the date on the certificate.',
    })
  })

  it('comes with a window that ends on it', () => {
    expect(reviewWindow(centreForAssessment, 'annual-1', cycle({ certificateOn: '2025-07-15' }), calendar)).toEqual({
      known: true,
      from: '2026-05-15',
      to: '2026-07-15',
      sentence: 'Not later than 15 July 2026: 12 months after the date on the certificate.',
    })
  })

  it('and its window are working days inside the rule, whatever the dates', () => {
    fc.assert(
      fc.property(body, fc.constantFrom('annual-1', 'annual-2', 'recertification'), day, (of, kind, on) => {
        const all = { certificateOn: on, decidedOn: on, expiresOn: on, previousVisitOn: on }
        const window = reviewWindow(of, kind, all, calendar)
        if (!window.known) throw new Error('every date is known')
        const rule = of.reviews.find((review) => review.kind === kind)!.latest!
        expect(window.to <= addMonths(on, rule.months)).toBe(true)
        expect(window.from <= window.to).toBe(true)
        expect(isWorkingDay(window.from, calendar) && isWorkingDay(window.to, calendar)).toBe(true)
      }),
    )
  })
})

describe('the documents wanted before a visit', () => {
  const points = [
    { id: 'a', number: '1' },
    { id: 'b', number: '2' },
  ]
  it('are four, the answers and the use of the mark, for Centre for Assessment, two months before', () => {
    const requests = requestsFor(centreForAssessment, agreed('2026-07-08'), points, calendar, '2026-03-01')
    expect(requests.map((request) => [request.code, request.dueOn])).toEqual([
      ['performance', '2026-05-08'],
      ['service-review', '2026-05-08'],
      ['satisfaction-complaints', '2026-05-08'],
      ['annual-report', '2026-05-08'],
      ['answers', '2026-05-08'],
      ['use-of-mark', '2026-05-08'],
    ])
    expect(requests[4]!.points).toEqual(points)
    expect(requests[0]!.points).toEqual([])
  })

  test.each([
    ['a Saturday', '2026-07-09', '2026-05-08'],
    ['the early May bank holiday', '2026-07-04', '2026-05-01'],
    ['Good Friday', '2026-06-03', '2026-04-02'],
    ['the last day of February', '2026-04-30', '2026-02-27'],
  ])('are held back to a working day before %s', (_, visit, due) =>
    expect(requestsFor(centreForAssessment, agreed(visit), [], calendar, '2026-01-01')[0]!.dueOn).toBe(due),
  )

  it('are an updated self-assessment for Assessment Services, for its document review', () => {
    const requests = requestsFor(assessmentServices, agreed('2026-10-21'), points, calendar, '2026-03-01')
    expect(requests.map((request) => [request.code, request.dueOn])).toEqual([
      ['self-assessment', '2026-10-02'],
      ['answers', '2026-10-02'],
      ['use-of-mark', '2026-10-02'],
    ])
    expect(documentReviewWindow(assessmentServices, '2026-10-21')).toEqual({ from: '2026-10-03', to: '2026-10-19' })
    expect(documentReviewWindow(centreForAssessment, '2026-10-21')).toBeNull()
  })

  it('are due on the day of the document review once that is agreed', () => {
    const review = agreed('2026-10-21', { documentReviewOn: '2026-10-18' })
    expect(requestsFor(assessmentServices, review, [], calendar, '2026-03-01')[0]!.dueOn).toBe('2026-10-16')
    expect(requestsFor(centreForAssessment, review, [], calendar, '2026-03-01')[0]!.dueOn).toBe('2026-08-21')
  })

  it('say that a new date must be agreed where theirs is already past', () => {
    const [late] = requestsFor(centreForAssessment, agreed('2026-07-08'), [], calendar, '2026-05-11')
    expect(late).toMatchObject({
      alreadyPast: true,
      note: 'Already past (8 May 2026): agree a new date with the assessor.',
    })
    const [onTheDay] = requestsFor(centreForAssessment, agreed('2026-07-08'), [], calendar, '2026-05-08')
    expect(onTheDay).toMatchObject({ alreadyPast: false, note: null })
    const held = agreed(null, { visit: { on: '2026-07-08', state: 'actual' } })
    expect(requestsFor(centreForAssessment, held, [], calendar, '2026-08-01')[0]!.alreadyPast).toBe(false)
  })

  it('have no due day and say why while no visit is known', () => {
    const requests = requestsFor(centreForAssessment, agreed(null), points, calendar, '2026-05-11')
    for (const request of requests)
      expect(request).toMatchObject({
        dueOn: null,
        alreadyPast: false,
        note: expect.stringContaining('No visit date yet'),
      })
  })

  it('name the period that each is wanted for', () => {
    const requests = requestsFor(centreForAssessment, agreed('2026-07-08'), points, calendar, '2026-03-01')
    expect(requests.slice(0, 4).map(({ period, periodWords }) => [period, periodWords])).toEqual([
      [{ from: '2025-05-01', to: '2026-04-30' }, 'the last twelve months'],
      [{ from: '2025-07-11', to: '2026-05-08' }, 'since the last visit (10 July 2025)'],
      [{ from: '2025-05-01', to: '2026-04-30' }, 'the last twelve months'],
      [null, 'the latest there is'],
    ])
  })

  it('are always due on a working day that leaves the body its notice', () => {
    fc.assert(
      fc.property(body, day, day, (of, visit, today) => {
        for (const { dueOn, alreadyPast } of requestsFor(of, agreed(visit), [], calendar, today)) {
          expect(dueOn !== null && isWorkingDay(dueOn, calendar)).toBe(true)
          expect(dueOn! < visit).toBe(true)
          expect(alreadyPast).toBe(dueOn! < today)
        }
        for (const { dueOn } of requestsFor(centreForAssessment, agreed(visit), [], calendar, today))
          expect(dueOn! <= addMonths(visit, -2)).toBe(true)
      }),
    )
  })
})

describe('the dates of a visit', () => {
  const entry = (state: VisitDateEntry['state'], on: string): VisitDateEntry => ({
    state,
    on,
    recordedOn: on,
    why: null,
  })
  test.each<[string, VisitDateEntry[], string | null, string]>([
    ['nothing', [], null, 'No visit date yet: agree one with the assessor.'],
    [
      'a provisional one',
      [entry('provisional', '2026-07-06')],
      '2026-07-06',
      'Visit expected on 6 July 2026, not agreed yet.',
    ],
    [
      'an agreed one later than foreseen',
      [entry('provisional', '2026-07-06'), entry('agreed', '2026-11-03')],
      '2026-11-03',
      'Visit agreed for 3 November 2026.',
    ],
    [
      'one agreed twice',
      [entry('agreed', '2026-11-03'), entry('agreed', '2026-10-06')],
      '2026-10-06',
      'Visit agreed for 6 October 2026.',
    ],
    [
      'one that was held',
      [entry('actual', '2026-10-07'), entry('agreed', '2026-10-06')],
      '2026-10-07',
      'Visited on 7 October 2026.',
    ],
  ])('with %s', (_, history, on, sentence) => {
    expect(visitOf(visitDatesOf(history))?.on ?? null).toBe(on)
    expect(visitSentence(visitDatesOf(history))).toBe(sentence)
  })

  it('stay apart: agreeing one leaves the provisional one as it was', () => {
    expect(visitDatesOf([entry('provisional', '2026-07-06'), entry('agreed', '2026-11-03')])).toEqual({
      provisionalOn: '2026-07-06',
      agreedOn: '2026-11-03',
      actualOn: null,
    })
  })
})

describe('a late review', () => {
  const window = reviewWindow(centreForAssessment, 'annual-1', cycle({ certificateOn: '2025-07-15' }), calendar)
  test.each([
    [{ on: '2026-07-15', state: 'actual' as const }, null],
    [
      { on: '2026-11-16', state: 'actual' as const },
      'The visit was four months later than the rule allows (15 July 2026).',
    ],
    [
      { on: '2026-07-20', state: 'agreed' as const },
      'The visit is five days later than the rule allows (15 July 2026).',
    ],
    [null, null],
  ])('%j gives the note %j', (visit, note) => expect(lateReviewNote(window, visit)).toBe(note))
  it('is not called late where the rule’s date is unknown', () => {
    const unknown = reviewWindow(centreForAssessment, 'annual-1', cycle(), calendar)
    expect(lateReviewNote(unknown, { on: '2030-01-01', state: 'actual' })).toBeNull()
  })
})

test('reviews follow each other, and a recertification opens the next cycle', () => {
  const order: (ReviewKind | null)[] = ['initial']
  for (let i = 0; i < 5; i++) order.push(nextReviewKind(centreForAssessment, order.at(-1)!))
  expect(order).toEqual(['initial', 'annual-1', 'annual-2', 'recertification', 'annual-1', 'annual-2'])
})
