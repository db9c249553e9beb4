import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  ACTION_STATES,
  completionShown,
  decideActionState,
  type ActionChangeRequest,
  type ActionState,
} from '~/domain/action'
import { completionOn, parseCompletionDate } from '~/domain/completion-date'
import { addDays } from '~/domain/dates'
import {
  checkClosing,
  checkReopening,
  CLOSINGS,
  isRecommendationOverdue,
  lineageInWords,
  recommendationDue,
  reviewsRunning,
  type ClosingRequest,
} from '~/domain/recommendation'

const TODAY = '2026-05-10'
const action = (state: ActionState, text: string | null) => ({
  state,
  completion: text === null ? null : parseCompletionDate(text),
})

describe('A recommendation falls due', () => {
  test.each([
    [
      'on the latest of its open actions',
      [
        ['under-way', 'May 2026'],
        ['not-started', 'July 2026'],
      ],
      { kind: 'due', day: '2026-07-31' },
    ],
    [
      'without regard to what is done',
      [
        ['under-way', 'May 2026'],
        ['done', 'July 2026'],
      ],
      { kind: 'due', day: '2026-05-31' },
    ],
    [
      'without regard to what is dropped',
      [
        ['under-way', 'May 2026'],
        ['no-longer-needed', 'July 2026'],
      ],
      { kind: 'due', day: '2026-05-31' },
    ],
    [
      'on its dated action beside ongoing ones',
      [
        ['under-way', 'Ongoing'],
        ['under-way', 'May 2026'],
      ],
      { kind: 'due', day: '2026-05-31' },
    ],
    [
      'on the next turn of a recurring one',
      [['under-way', 'quarterly from January 2026']],
      { kind: 'due', day: '2026-07-31' },
    ],
    [
      'never, a gap, when no open action has a day',
      [
        ['under-way', 'Ongoing'],
        ['not-started', null],
        ['done', 'May 2026'],
      ],
      { kind: 'no-date' },
    ],
    ['never, a gap, without actions', [], { kind: 'no-date' }],
    [
      'never more when all is finished',
      [
        ['done', 'May 2026'],
        ['no-longer-needed', null],
      ],
      { kind: 'finished' },
    ],
  ])('%s', (_how, actions, expected) => {
    expect(
      recommendationDue(
        (actions as [ActionState, string | null][]).map(([state, text]) => action(state, text)),
        TODAY,
      ),
    ).toEqual(expected)
  })

  it('is overdue on the day after, and never while it has no date', () => {
    expect(isRecommendationOverdue({ kind: 'due', day: '2026-05-10' }, TODAY)).toBe(false)
    expect(isRecommendationOverdue({ kind: 'due', day: '2026-05-09' }, TODAY)).toBe(true)
    expect(isRecommendationOverdue({ kind: 'no-date' }, TODAY)).toBe(false)
  })

  it('is never before any open action, and finishing one never makes it later', () => {
    const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2025-01-01', days))
    const actions = fc.array(fc.record({ state: fc.constantFrom(...ACTION_STATES), day }), {
      minLength: 1,
      maxLength: 8,
    })
    fc.assert(
      fc.property(actions, (list) => {
        const dated = list.map((one) => ({ state: one.state, completion: completionOn(one.day) }))
        const due = recommendationDue(dated, TODAY)
        const open = dated.filter(({ state }) => state === 'not-started' || state === 'under-way')
        expect(due.kind).toBe(open.length > 0 ? 'due' : 'finished')
        if (due.kind !== 'due') return
        for (const { completion } of open) expect(completion.to! <= due.day).toBe(true)
        const fewer = recommendationDue(
          dated.map((one) => (one === open[0] ? { ...one, state: 'done' as const } : one)),
          TODAY,
        )
        if (fewer.kind === 'due') expect(fewer.day <= due.day).toBe(true)
      }),
    )
  })
})

describe('An action', () => {
  const request: ActionChangeRequest = {
    from: 'under-way',
    to: 'done',
    completion: parseCompletionDate('May 2026'),
    today: TODAY,
    doneOn: '2026-05-08',
    occurrence: null,
    why: '',
  }
  const decide = (change: Partial<ActionChangeRequest>) => {
    const outcome = decideActionState({ ...request, ...change })
    return outcome.ok ? outcome.value : outcome.refusals[0]!
  }
  const recurring = parseCompletionDate('quarterly from January 2026')

  test.each<[string, Partial<ActionChangeRequest>, object]>([
    ['done, on its day', {}, { state: 'done', doneOn: '2026-05-08', doneFor: null, why: null }],
    ['done today', { doneOn: TODAY }, { state: 'done', doneOn: TODAY }],
    ['started', { from: 'not-started', to: 'under-way' }, { state: 'under-way', doneOn: null }],
    [
      'dropped, with why',
      { to: 'no-longer-needed', why: 'The office closed' },
      { state: 'no-longer-needed', why: 'The office closed' },
    ],
    [
      'taken up again, with why',
      { from: 'done', to: 'under-way', why: 'Marked by mistake' },
      { state: 'under-way', doneOn: null },
    ],
    [
      'done for one occurrence, and still under way',
      { completion: recurring, occurrence: '2026-04-30' },
      { state: 'under-way', doneOn: '2026-05-08', doneFor: '2026-04-30' },
    ],
    ['done without a date to keep', { completion: null }, { state: 'done' }],
  ])('can be %s', (_what, change, expected) => {
    expect(decide(change)).toMatchObject(expected)
  })

  test.each<[string, Partial<ActionChangeRequest>, string, string]>([
    ['done without its day', { doneOn: null }, 'doneOn', 'Enter the day on which it was done'],
    [
      'done tomorrow',
      { doneOn: '2026-05-11' },
      'doneOn',
      'The day on which it was done, 11 May 2026, is in the future',
    ],
    ['dropped without why', { to: 'no-longer-needed', why: ' ' }, 'why', 'Say why it is no longer needed'],
    [
      'taken up again without why',
      { from: 'no-longer-needed', to: 'under-way' },
      'why',
      'Say why the action is taken up again',
    ],
    [
      'what it is already',
      { from: 'under-way', to: 'under-way' },
      'state',
      'The action is already “Under way”: choose another state',
    ],
    [
      'done for good while it recurs',
      { completion: recurring },
      'occurrence',
      'This action recurs (every three months from January 2026): say which occurrence was done',
    ],
  ])('cannot be %s', (_what, change, field, message) => {
    expect(decide(change)).toEqual({ field, message })
  })

  it('shows the day it was done, once there is one, else the date that is foreseen', () => {
    expect(completionShown('2026-05-08', parseCompletionDate('June 2026'))).toBe('8 May 2026')
    expect(completionShown(null, parseCompletionDate('June 2026'))).toBe('June 2026')
    expect(completionShown(null, null)).toBe('no date')
  })

  it('ends in the state that was asked for, or is refused; only an occurrence leaves it under way', () => {
    const state = fc.constantFrom(...ACTION_STATES)
    const any = fc.record({
      from: state,
      to: state,
      why: fc.constantFrom('', 'because'),
      doneOn: fc.constantFrom(null, '2026-05-01', '2026-06-01'),
      occurrence: fc.constantFrom(null, '2026-04-30'),
      completion: fc.constantFrom(null, recurring, request.completion),
    })
    fc.assert(
      fc.property(any, (change) => {
        const outcome = decideActionState({ ...request, ...change })
        if (!outcome.ok) {
          expect(outcome.refusals[0]!.message).not.toBe('')
          return
        }
        if (outcome.value.doneFor !== null) {
          expect([change.to, outcome.value.state]).toEqual(['done', 'under-way'])
          return
        }
        expect(outcome.value.state).toBe(change.to)
        if (change.completion?.kind === 'recurring') expect(outcome.value.state).not.toBe('done')
      }),
    )
  })
})

describe('Closing a recommendation', () => {
  const request: ClosingRequest = {
    way: 'achieved-and-signed-off',
    kind: 'recommendation',
    adviceOnly: false,
    closedBy: 'committee',
    category: 1,
    reason: 'As the committee saw it',
    minute: 'CS 12/26',
    supersededBy: null,
  }
  const fields = (change: Partial<ClosingRequest>) => {
    const outcome = checkClosing({ ...request, ...change })
    return outcome.ok ? [] : outcome.refusals.map(({ field }) => field)
  }

  test.each<[string, Partial<ClosingRequest>, string[]]>([
    ['signed off needs neither reason nor minute', { reason: '', minute: null }, []],
    ['signed off needs category 1', { category: 2 }, ['way']],
    ['signed off needs some category', { category: null }, ['way']],
    ['answered at a review needs a reason', { way: 'answered-at-a-review', reason: '' }, ['reason']],
    [
      'not achieved needs reason and minute',
      { way: 'accepted-as-not-achieved', reason: '', minute: '' },
      ['reason', 'minute'],
    ],
    ['the lead’s points need no minute', { way: 'withdrawn', closedBy: 'lead', minute: null }, []],
    ['those of the next review need none', { way: 'answered-at-a-review', closedBy: 'next-review', minute: null }, []],
    ['superseded needs what by', { way: 'superseded' }, ['supersededBy']],
    ['superseded is enough with it', { way: 'superseded', supersededBy: 'r2' }, []],
    ['only advice can be declined', { way: 'declined' }, ['way']],
    ['advice is declined with its reason', { way: 'declined', adviceOnly: true }, []],
    ['a partial is never mere advice', { way: 'declined', adviceOnly: true, kind: 'partial-compliance' }, ['way']],
  ])('%s', (_what, change, expected) => {
    expect(fields(change)).toEqual(expected)
  })

  it('without a reason is possible in one way only', () => {
    const closable = CLOSINGS.filter(
      (way) => fields({ way, reason: '', adviceOnly: true, supersededBy: 'r2' }).length === 0,
    )
    expect(closable).toEqual(['achieved-and-signed-off'])
  })

  it('can be undone with a reason', () => {
    expect(checkReopening(' The same again ')).toEqual({ ok: true, value: { reason: 'The same again' } })
    expect(checkReopening(' ').ok).toBe(false)
  })
})

describe('Lineage', () => {
  it('counts the reviews in a row that raised a point', () => {
    const earlier = new Map([
      ['c', 'b'],
      ['b', 'a'],
      ['a', null],
    ])
    expect(['a', 'b', 'c', 'd'].map((id) => lineageInWords(reviewsRunning(id, earlier)))).toEqual([
      null,
      'second review running',
      'third review running',
      null,
    ])
  })

  it('ends even if the links go round', () => {
    expect(
      reviewsRunning(
        'a',
        new Map([
          ['a', 'b'],
          ['b', 'a'],
        ]),
      ),
    ).toBe(2)
  })
})
