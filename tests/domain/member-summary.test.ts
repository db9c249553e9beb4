import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Level } from '~/domain/compliance'
import {
  categoryAt,
  changesSince,
  dueBefore,
  memberSummary,
  plusOverReviews,
  progressByCategory,
  progressSentence,
  verdictForMembers,
  type MemberSummaryInput,
  type SummaryRecommendation,
} from '~/domain/member-summary'
import { decideReadiness } from '~/domain/readiness'
import { customerServiceExcellence as cse, elementsOf } from '~/domain/standard'

const recommendation = (number: string, more: Partial<SummaryRecommendation> = {}): SummaryRecommendation => ({
  id: `id-${number}`,
  number,
  text: `Words of ${number}`,
  who: 'Head of Customer Services',
  raisedOn: '2025-09-01',
  closedOn: null,
  dueOn: '2026-09-30',
  progress: [],
  extensions: [],
  ...more,
})
const at = (asAt: string, category: 1 | 2 | 3 | 4) => ({ asAt, category })
const march = '2026-03-01'
const june = '2026-06-01'

const one = recommendation('1', { progress: [at(march, 2), at(june, 1)] })
const two = recommendation('2', { progress: [at(march, 2), at(june, 3)], dueOn: '2026-10-31' })
const three = recommendation('3', { progress: [at(march, 1)], closedOn: '2026-03-20' })
const ten = recommendation('10', { progress: [at(june, 4)] })
const silent = recommendation('4', { dueOn: null })
const fresh = recommendation('5', { raisedOn: '2026-05-01', progress: [at(june, 2)] })
const plan = [ten, two, one, three, silent, fresh]

describe('progress by category', () => {
  it('counts what stood on each day, what nobody assessed, and what was closed', () => {
    expect(progressByCategory(plan, [june, march])).toEqual([
      { asAt: march, byCategory: { 1: 1, 2: 2, 3: 0, 4: 0 }, notAssessed: 2, open: 5, closed: 0 },
      { asAt: june, byCategory: { 1: 1, 2: 1, 3: 1, 4: 1 }, notAssessed: 1, open: 5, closed: 1 },
    ])
  })

  it('says it in a sentence', () => {
    const [, row] = progressByCategory(plan, [march, june])
    expect(progressSentence(row!)).toBe(
      '5 recommendations open: 1 achieved (fully), 1 on track, 1 slipped, 1 not achieved, 1 not assessed; 1 closed.',
    )
  })

  test.each([
    ['2026-02-28', null],
    [march, 2],
    ['2026-05-31', 2],
    [june, 3],
  ])('as at %s recommendation 2 stands at %s', (asAt, category) => expect(categoryAt(two, asAt)).toBe(category))

  it('takes the later entry where two have one date: a correction counts', () => {
    expect(categoryAt(recommendation('9', { progress: [at(june, 2), at(june, 3)] }), june)).toBe(3)
  })

  it('accounts for every recommendation that had been raised, each once', () => {
    const day = fc.constantFrom('2026-01-01', march, '2026-04-15', june)
    const any = fc.record({
      raisedOn: day,
      closedOn: fc.option(day),
      progress: fc.array(fc.record({ asAt: day, category: fc.constantFrom(1, 2, 3, 4) }), { maxLength: 3 }),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), fc.array(day, { minLength: 1, maxLength: 3 }), (all, dates) => {
        const items = all.map((each, i) => recommendation(String(i), each))
        for (const row of progressByCategory(items, dates)) {
          const counted = Object.values(row.byCategory).reduce((sum, count) => sum + count, row.notAssessed)
          expect(counted).toBe(row.open)
          expect(row.open + row.closed).toBe(items.filter((each) => each.raisedOn <= row.asAt).length)
        }
      }),
    )
  })
})

describe('what changed since the last meeting', () => {
  const extended = recommendation('6', {
    progress: [at(june, 2)],
    extensions: [
      { agreedOn: '2026-05-10', from: '2026-08-31', to: '2026-11-30', reason: 'supplier late' },
      { agreedOn: '2026-02-01', from: '2026-05-31', to: '2026-08-31', reason: 'two posts vacant' },
    ],
  })
  const numbers = (lines: { number: string }[]) => lines.map((each) => each.number)

  it('is told as done, extended, slipped and not achieved', () => {
    const changes = changesSince([...plan, extended], '2026-03-15', june)
    expect(numbers(changes.done)).toEqual(['1'])
    expect(numbers(changes.slipped)).toEqual(['2'])
    expect(numbers(changes.notAchieved)).toEqual(['10'])
    expect(changes.slipped[0]!.sentence).toBe('slipped, now due 31 October 2026')
    expect(changes.extended.map((each) => each.sentence)).toEqual([
      'extended from 31 August 2026 to 30 November 2026, extension 2: supplier late',
    ])
  })

  it('says of a slip whose new date is not agreed that none is', () => {
    const late = recommendation('7', { dueOn: '2026-05-01', progress: [at('2026-05-20', 3)] })
    expect(changesSince([late], '2026-03-15', june).slipped[0]!.sentence).toBe(
      'slipped, was due 1 May 2026, no new date agreed',
    )
  })

  it('leaves out what was known at that meeting and what came after the day of the summary', () => {
    expect(changesSince(plan, june, '2026-08-01')).toEqual({ done: [], extended: [], slipped: [], notAchieved: [] })
    expect(numbers(changesSince(plan, '2026-01-01', march).done)).toEqual(['3'])
  })

  it('tells a slip that was made good as done', () => {
    const back = recommendation('7', { progress: [at('2026-04-01', 3), at(june, 1)] })
    const changes = changesSince([back], march, june)
    expect([numbers(changes.done), numbers(changes.slipped)]).toEqual([['7'], []])
  })
})

describe('what falls due before the next meeting', () => {
  it('is open, dated and not done, nearest first, with what is already past', () => {
    const late = recommendation('8', { dueOn: '2026-05-20', progress: [at(june, 3)] })
    expect(dueBefore([...plan, late], june, '2026-10-31').map((each) => [each.number, each.sentence])).toEqual([
      ['8', 'was due 20 May 2026'],
      ['5', 'due 30 September 2026'],
      ['10', 'due 30 September 2026'],
      ['2', 'due 31 October 2026'],
    ])
    expect(dueBefore(plan, june, '2026-09-29')).toEqual([])
  })
})

describe('the verdict in one sentence', () => {
  const readiness = (exceptions: Record<string, Level>) =>
    decideReadiness(cse, {
      asAt: june,
      lastVisitOn: march,
      nextVisitOn: '2026-12-01',
      ratings: elementsOf(cse).map(({ number }) => ({
        element: number,
        level: exceptions[number] ?? 'full',
        ratedOn: march,
      })),
      selfAssessments: [],
      queries: [],
      openPoints: [],
      evidence: [],
      owners: [],
    })
  test.each<[Record<string, Level>, string]>([
    [{}, 'We expect to keep the certificate.'],
    [
      { '5.1.1': 'non' },
      'As things stand we would lose the certificate, because criterion 5 fails: 5.1.1 is non-compliant, and none is allowed.',
    ],
    [
      { '2.1.1': 'partial', '2.1.2': 'partial', '2.2.1': 'partial' },
      'As things stand we would lose the certificate, because criterion 2 fails: 2.1.1, 2.1.2 and 2.2.1 are partial, and at most 2 may be.',
    ],
  ])('with %j', (exceptions, sentence) => expect(verdictForMembers(readiness(exceptions))).toBe(sentence))

  const input = (more: Partial<MemberSummaryInput> = {}): MemberSummaryInput => ({
    meeting: { committee: 'Resources Committee', on: '2026-06-20' },
    decisionAskedFor: 'Agree the new date of recommendation 2',
    asAt: june,
    version: 2,
    lastMeetingOn: '2026-03-15',
    nextMeetingOn: '2026-10-31',
    roundDates: [march, '2026-09-01'],
    readiness: readiness({}),
    reviews: [],
    recommendations: plan,
    ...more,
  })

  it('stands on a page with its date, version, rounds and terms', () => {
    const summary = memberSummary(input())
    expect(summary).toMatchObject({
      title: 'Resources Committee, 20 June 2026',
      stamp: 'As at 1 June 2026, version 2',
      verdict: {
        sentence: 'We expect to keep the certificate.',
        heading: 'Our own view as at 1 June 2026; the certification body decides.',
      },
    })
    expect(summary.progress.map((row) => row.asAt)).toEqual([march, june])
    expect(summary.terms.map((each) => each.term)).toEqual(
      expect.arrayContaining(['Readiness', 'Tolerance', 'Achieved (fully)', 'On track', 'Slipped', 'Not achieved']),
    )
  })

  it('is left out, with the words it needs, where the lead does not show it', () => {
    const summary = memberSummary(input({ readiness: null }))
    expect(summary.verdict).toBeNull()
    expect(summary.terms.map((each) => each.term)).not.toContain('Tolerance')
  })

  it('says nothing of a meeting before or after that is not known', () => {
    const summary = memberSummary(input({ lastMeetingOn: null, nextMeetingOn: null }))
    expect([summary.changes, summary.dueBeforeNext]).toEqual([null, null])
  })

  it('uses the council’s own labels', () => {
    const labels = { 1: 'Done', 2: 'On course', 3: 'Late', 4: 'Dropped' }
    expect(memberSummary(input({ labels })).progressSentence).toContain('1 done, 1 on course, 1 late, 1 dropped')
  })
})

test('compliance plus is told over all reviews, in order', () => {
  const reviews = [
    { label: '12-month review', heldOn: '2026-07-01', plus: 17 },
    { label: 'full assessment', heldOn: '2025-07-01', plus: 13 },
  ]
  expect(plusOverReviews(reviews)).toMatchObject({
    reviews: [{ plus: 13 }, { plus: 17 }],
    sentence: 'Compliance plus: from 13 (full assessment) to 17 (12-month review).',
  })
  expect(plusOverReviews(reviews.slice(0, 1)).sentence).toBe('Compliance plus: 17 (12-month review).')
  expect(plusOverReviews([]).sentence).toBeNull()
})
