import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays } from '~/domain/dates'
import {
  CATEGORIES,
  categoryLabels,
  checkCategory,
  contradictionsOf,
  printCategory,
  proposeCategory,
  timeliness,
  type Category,
  type CategoryAnswer,
  type ProgressFacts,
} from '~/domain/progress'

const facts: ProgressFacts = {
  asAt: '2026-06-01',
  due: '2026-07-31',
  originalDue: '2026-07-31',
  askedDue: null,
  extensions: { count: 0, agreed: 0, lastAgreedBy: null },
  actions: { notStarted: 1, underWay: 1, done: 1, dropped: 0 },
  doneOn: null,
}
const finished = { notStarted: 0, underWay: 0, done: 2, dropped: 1 }
const answer: CategoryAnswer = {
  category: 2,
  words: '',
  evidenceCount: 0,
  newDue: null,
  reason: '',
  explanation: '',
  why: '',
}
const check = (change: Partial<CategoryAnswer>, known: Partial<ProgressFacts> = {}) => {
  const outcome = checkCategory({ ...answer, ...change }, { ...facts, ...known })
  return outcome.ok ? outcome.value : outcome.refusals
}

describe('A progress category is refused', () => {
  test.each<[string, Partial<CategoryAnswer>, Partial<ProgressFacts>, string, string]>([
    [
      '1 without proof',
      { category: 1 },
      { actions: finished },
      'words',
      'Say what shows that it was achieved, or link the evidence',
    ],
    [
      '2 when the date has passed',
      { category: 2 },
      { due: '2026-05-31' },
      'category',
      'It was due on 31 May 2026, which has passed, so it cannot be “On track”: choose “Slipped” with a new date and the reason',
    ],
    [
      '2 against a date that is not agreed',
      { category: 2 },
      { due: '2026-05-31', askedDue: '2026-09-30' },
      'category',
      'It was due on 31 May 2026, which has passed, so it cannot be “On track”: the new date, 30 September 2026, is not agreed yet',
    ],
    [
      '3 without a new date',
      { category: 3, reason: 'Late parts' },
      {},
      'newDue',
      'Enter the new date by which it will be done',
    ],
    [
      '3 with a date that has passed',
      { category: 3, reason: 'Late parts', newDue: '2026-05-01' },
      { due: '2026-04-01' },
      'newDue',
      'The new date must not be before 1 June 2026',
    ],
    [
      '3 with a date no later than now',
      { category: 3, reason: 'Late parts', newDue: '2026-07-31' },
      {},
      'newDue',
      'The new date must be later than 31 July 2026, the date it has now',
    ],
    ['3 without the reason', { category: 3, newDue: '2026-09-30' }, {}, 'reason', 'Say why it has slipped'],
    [
      '4 without an explanation',
      { category: 4 },
      {},
      'explanation',
      'Explain why it was not, or will not be, achieved',
    ],
    [
      '1 with work open, unless it is said why',
      { category: 1, words: 'Live' },
      {},
      'why',
      'Say why it is “Achieved (fully)”, although two of its three actions are not finished',
    ],
    [
      '1 with all work dropped, unless it is said why',
      { category: 1, words: 'Live' },
      { actions: { notStarted: 0, underWay: 0, done: 0, dropped: 2 } },
      'why',
      'Say why it is “Achieved (fully)”, although none of its actions was done: all are no longer needed',
    ],
    [
      '2 without any date, unless it is said why',
      {},
      { due: null },
      'why',
      'Say why it is “On track”, although it has no due day to be on track to',
    ],
    [
      '2 with all work finished, unless it is said why',
      {},
      { actions: finished },
      'why',
      'Say why it is “On track”, although every one of its actions is finished',
    ],
    [
      '4 with all work finished, unless it is said why',
      { category: 4, explanation: 'No effect' },
      { actions: finished },
      'why',
      'Say why it is “Not achieved”, although every one of its actions is finished',
    ],
  ])('%s', (_what, change, known, field, message) => {
    expect(check(change, known)).toEqual([{ field, message }])
  })

  it('with everything that is missing at once', () => {
    expect(check({ category: 3 })).toHaveLength(2)
  })

  it('in the council’s own labels', () => {
    const outcome = checkCategory(answer, { ...facts, due: '2026-05-31' }, categoryLabels({ 2: 'On course', 3: ' ' }))
    expect(outcome.ok || outcome.refusals[0]!.message).toContain('it cannot be “On course”: choose “Slipped”')
  })
})

describe('A progress category is taken', () => {
  test.each<[string, Partial<CategoryAnswer>, Partial<ProgressFacts>]>([
    ['1 with words', { category: 1, words: 'Live since May' }, { actions: finished }],
    ['1 with evidence alone', { category: 1, evidenceCount: 1 }, { actions: finished }],
    ['1 though it was late', { category: 1, words: 'Live' }, { actions: finished, due: '2025-01-31' }],
    [
      '1 without any actions',
      { category: 1, words: 'Live' },
      { actions: { notStarted: 0, underWay: 0, done: 0, dropped: 0 } },
    ],
    ['2 on the very day', {}, { due: '2026-06-01' }],
    ['2 while a later date is only asked for', {}, { askedDue: '2026-09-30' }],
    [
      '3 in the round after the date',
      { category: 3, newDue: '2026-09-30', reason: 'Late parts' },
      { due: '2026-05-31' },
    ],
    ['3 before the date, when it is known', { category: 3, newDue: '2026-09-30', reason: 'Late parts' }, {}],
    ['4 before the date', { category: 4, explanation: 'No money' }, {}],
  ])('%s', (_what, change, known) => {
    expect(check(change, known)).toMatchObject({ contradictions: [], why: null })
  })

  it('against the facts with the reason, which the lead sees', () => {
    expect(check({ category: 1, words: 'Live', why: ' The last two were extras ' })).toEqual({
      category: 1,
      contradictions: ['two of its three actions are not finished'],
      why: 'The last two were extras',
      newDue: null,
      reason: null,
    })
  })
})

describe('The product proposes', () => {
  test.each<[string, Partial<ProgressFacts>, Category | null, string]>([
    ['1 when all work is finished', { actions: finished }, 1, 'every one of its actions is finished'],
    ['1 even if late', { actions: finished, due: '2026-05-31' }, 1, 'every one of its actions is finished'],
    ['2 when it is not yet due', {}, 2, 'it is due on 31 July 2026'],
    [
      '2, and says that nothing is started',
      { actions: { notStarted: 2, underWay: 0, done: 0, dropped: 1 } },
      2,
      'it is due on 31 July 2026, though nothing is started',
    ],
    ['3 when the date has passed', { due: '2026-05-31' }, 3, 'it was due on 31 May 2026, which has passed'],
    [
      '3 when a later date is asked for',
      { askedDue: '2026-09-30' },
      3,
      'a later date, 30 September 2026, has been asked for',
    ],
    ['nothing without a date', { due: null }, null, ''],
    [
      'nothing without a date when all was dropped',
      { due: null, actions: { notStarted: 0, underWay: 0, done: 0, dropped: 1 } },
      null,
      '',
    ],
  ])('%s', (_what, known, category, why) => {
    expect(proposeCategory({ ...facts, ...known })).toEqual(category === null ? null : { category, why })
  })

  const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2025-06-01', days))
  const count = fc.integer({ min: 0, max: 3 })
  const anyFacts: fc.Arbitrary<ProgressFacts> = fc.record({
    asAt: day,
    due: fc.option(day),
    originalDue: fc.option(day),
    askedDue: fc.option(day),
    extensions: fc.record({
      count,
      agreed: count,
      lastAgreedBy: fc.constantFrom(null, 'lead' as const, 'committee' as const),
    }),
    actions: fc.record({ notStarted: count, underWay: count, done: count, dropped: count }),
    doneOn: fc.option(day),
  })
  const everything: CategoryAnswer = {
    category: 1,
    words: 'w',
    evidenceCount: 1,
    newDue: '2030-01-01',
    reason: 'r',
    explanation: 'e',
    why: '',
  }

  it('only what would be taken as it is, given what it demands, and never 4', () => {
    fc.assert(
      fc.property(anyFacts, (known) => {
        const proposed = proposeCategory(known)
        if (proposed === null) return
        expect(proposed.category).not.toBe(4)
        expect(contradictionsOf(proposed.category, known)).toEqual([])
        expect(checkCategory({ ...everything, category: proposed.category }, known).ok).toBe(true)
      }),
    )
  })

  it('and a person who says why may choose any other, but for “on track” to a date that has passed', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...CATEGORIES), (known, category) => {
        const passed = known.due !== null && known.due < known.asAt
        const outcome = checkCategory({ ...everything, category, why: 'I know better' }, known)
        expect(outcome.ok).toBe(!(category === 2 && passed))
      }),
    )
  })

  it('nothing that is taken without proof, date, reason or explanation', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(1 as const, 3 as const, 4 as const), (known, category) => {
        expect(checkCategory({ ...answer, category, why: 'I know better' }, known).ok).toBe(false)
      }),
    )
  })
})

describe('A category in print', () => {
  const late = { ...facts, doneOn: '2026-07-05', originalDue: '2026-05-31' }
  const extended = {
    ...facts,
    originalDue: '2026-05-31',
    extensions: { count: 3, agreed: 2, lastAgreedBy: 'lead' as const },
  }

  test.each<[Category, ProgressFacts, string]>([
    [1, late, 'Achieved (fully), five weeks late'],
    [1, { ...late, doneOn: '2026-05-31' }, 'Achieved (fully), in time'],
    [1, { ...late, originalDue: null }, 'Achieved (fully)'],
    [2, facts, 'On track'],
    [2, { ...extended, originalWords: 'May 2026' }, 'On track (to revised date, extension 2; first due May 2026)'],
    [2, extended, 'On track (to revised date, extension 2; first due 31 May 2026)'],
    [2, { ...extended, originalDue: null }, 'On track (to revised date, extension 2)'],
    [2, { ...extended, extensions: { count: 1, agreed: 0, lastAgreedBy: null } }, 'On track'],
    [3, extended, 'Slipped'],
    [4, extended, 'Not achieved'],
  ])('%i with %j is “%s”', (category, known, text) => {
    expect(printCategory(category, known)).toBe(text)
  })

  it('has the council’s labels', () => {
    expect(printCategory(2, extended, categoryLabels({ 2: 'Going well' }))).toMatch(/^Going well \(to revised date/)
    expect(timeliness(null, '2026-05-31')).toBeNull()
  })
})
