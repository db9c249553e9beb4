import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  answersOffered,
  decideLinkAnswer,
  linkAnswerKinds,
  type AskedItem,
  type LinkAnswerGiven,
} from '~/domain/reminder-answer'

const today = '2026-06-16'
const item = (more: Partial<AskedItem> = {}): AskedItem => ({
  dueOn: '2026-06-30',
  lastWords: 'The form is being tested',
  noChangeInARow: 0,
  ...more,
})
const given = (choice: string, more: Partial<LinkAnswerGiven> = {}): LinkAnswerGiven => ({
  choice,
  initials: '',
  words: '',
  newDate: '',
  passTo: '',
  proofCount: 0,
  ...more,
})
const fields = (answer: LinkAnswerGiven, of: AskedItem = item()) => {
  const outcome = decideLinkAnswer(answer, of, today)
  return outcome.ok ? 'taken' : outcome.refusals.map((refusal) => refusal.field)
}

describe('“no change”', () => {
  test.each<[string, Partial<AskedItem>, boolean]>([
    ['before the date', {}, true],
    ['on the date', { dueOn: today }, true],
    ['after the date', { dueOn: '2026-06-15' }, false],
    ['without a date', { dueOn: null }, true],
    ['while nobody has said anything yet', { lastWords: null }, false],
  ])('is offered %s: %s', (_, more, offered) =>
    expect(answersOffered(item(more), today).includes('no-change')).toBe(offered),
  )

  test.each<[string, LinkAnswerGiven, Partial<AskedItem>, string | (string | undefined)[]]>([
    ['without initials', given('no-change'), {}, ['initials']],
    ['with initials', given('no-change', { initials: 'A.L.' }), {}, 'taken'],
    ['with something that is no initials', given('no-change', { initials: '12' }), {}, ['initials']],
    ['for the second time in a row', given('no-change', { initials: 'AL' }), { noChangeInARow: 1 }, 'taken'],
    ['for the third time in a row', given('no-change', { initials: 'AL' }), { noChangeInARow: 2 }, ['words']],
    [
      'for the third time, with words',
      given('no-change', { initials: 'AL', words: 'Waiting for the supplier' }),
      { noChangeInARow: 2 },
      'taken',
    ],
    ['after the date', given('no-change', { initials: 'AL' }), { dueOn: '2026-06-15' }, ['choice']],
  ])('%s', (_, answer, more, expected) => expect(fields(answer, item(more))).toEqual(expected))
})

describe('every other answer', () => {
  test.each<[string, LinkAnswerGiven, string | (string | undefined)[]]>([
    ['no choice', given(''), ['choice']],
    ['a choice nobody offered', given('delete-everything'), ['choice']],
    ['a choice that is a property of every object', given('constructor'), ['choice']],
    ['progress without words', given('progress', { words: '  ' }), ['words']],
    ['progress with words', given('progress', { words: 'Tested with ten customers' }), 'taken'],
    ['done without proof', given('done'), ['words']],
    ['done with words', given('done', { words: 'Live since May' }), 'taken'],
    ['done with a document', given('done', { proofCount: 1 }), 'taken'],
    ['more time without anything', given('more-time'), ['newDate', 'words']],
    ['more time to a day that has gone', given('more-time', { newDate: '2026-06-16', words: 'x' }), ['newDate']],
    ['more time to no later than the date', given('more-time', { newDate: '2026-06-30', words: 'x' }), ['newDate']],
    ['more time to a day no calendar has', given('more-time', { newDate: '2026-09-31', words: 'x' }), ['newDate']],
    [
      'more time, with a date and why',
      given('more-time', { newDate: '2026-09-30', words: 'Two posts vacant' }),
      'taken',
    ],
    ['not mine, nobody named', given('not-mine'), ['passTo']],
    ['not mine, somebody named', given('not-mine', { passTo: 'Bo Ray' }), 'taken'],
  ])('%s', (_, answer, expected) => expect(fields(answer)).toEqual(expected))

  it('asks for a new date and never sets one', () => {
    const outcome = decideLinkAnswer(given('more-time', { newDate: '2026-09-30', words: 'Vacancies' }), item(), today)
    expect(outcome).toEqual({
      ok: true,
      value: { kind: 'more-time', requestedDate: '2026-09-30', why: 'Vacancies' },
    })
  })
})

describe('a scanner', () => {
  it('that presses any button without typing changes nothing', () => {
    for (const choice of ['', ...linkAnswerKinds]) expect(fields(given(choice))).not.toBe('taken')
  })

  it('never gets an answer taken that was not offered or says nothing', () => {
    const anyItem = fc.record({
      dueOn: fc.constantFrom(null, '2026-06-01', today, '2026-07-01'),
      lastWords: fc.constantFrom(null, 'words'),
      noChangeInARow: fc.nat(4),
    })
    const text = fc.oneof(fc.constant(''), fc.constant('  '), fc.string({ maxLength: 12 }))
    const anyAnswer = fc.record({
      choice: fc.constantFrom(...linkAnswerKinds, '', 'other'),
      initials: text,
      words: text,
      newDate: fc.oneof(text, fc.constantFrom('2026-06-10', '2026-08-01')),
      passTo: text,
      proofCount: fc.nat(2),
    })
    fc.assert(
      fc.property(anyItem, anyAnswer, (of, answer) => {
        const outcome = decideLinkAnswer(answer, of, today)
        if (!outcome.ok) return
        expect(answersOffered(of, today)).toContain(outcome.value.kind)
        const typed = [answer.initials, answer.words, answer.newDate, answer.passTo].some((each) => each.trim() !== '')
        expect(typed || answer.proofCount > 0).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
