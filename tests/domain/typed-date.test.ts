import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, formatDate, formatShortDate } from '~/domain/dates'
import { parseTypedDate } from '~/domain/typed-date'

const message = (typed: Parameters<typeof parseTypedDate>[0]) => {
  const outcome = parseTypedDate(typed, 'the due date', 'due')
  return outcome.ok ? outcome.value : outcome.refusals[0]
}

describe('A typed date', () => {
  test.each([
    '3 apr 2027',
    '3 April 2027',
    '3/4/2027',
    '03/04/27',
    '2027-04-03',
    '3-4-2027',
    '3.4.2027',
    '3apr2027',
    '3rd April 2027',
    'Saturday 3 April 2027',
    'Sat, 3 Apr 2027',
    'april 3, 2027',
    ' 3  APR  27 ',
    "3 apr '27",
    '3 Apr. 2027',
    '2027/4/3',
  ])('%s is 3 April 2027', (typed) => {
    expect(message(typed)).toBe('2027-04-03')
  })

  it('can come in three boxes, the month as a word too', () => {
    expect(message({ day: '3', month: '4', year: '2027' })).toBe('2027-04-03')
    expect(message({ day: ' 03 ', month: 'Sept', year: '2027' })).toBe('2027-09-03')
  })

  test.each([
    ['', 'Enter the due date, for example 3 April 2027'],
    [{ day: '', month: '', year: ' ' }, 'Enter the due date, for example 3 April 2027'],
    [{ day: '3', month: '', year: '' }, 'The due date must include a month and a year'],
    ['April 2027', 'The due date must have a day, a month and a year, for example 3 April 2027'],
    ['soon', 'The due date must have a day, a month and a year, for example 3 April 2027'],
    ['3/13/2027', 'The due date must have a real month, for example 3 April 2027'],
    ['3 aprilish 2027', 'The due date must have a real month, for example 3 April 2027'],
    ['31 June 2027', 'The due date must be a real date: June 2027 has 30 days'],
    ['29/2/2027', 'The due date must be a real date: February 2027 has 28 days'],
    ['3/4/207', 'The due date must have a year of four digits, for example 3 April 2027'],
    ['3/4/0027', 'The due date must have a year of four digits, for example 3 April 2027'],
  ])('%j is answered: %s', (typed, sentence) => {
    expect(message(typed)).toEqual({ field: 'due', message: sentence })
  })

  it('reads back every date as we print it, and every way of typing it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 70_000 }), (days) => {
        const date = addDays('1900-01-01', days)
        const [year, month, day] = date.split('-').map(Number)
        const typed = [
          date,
          formatDate(date),
          formatShortDate(date),
          `${day}/${month}/${year}`,
          `${day}.${month}.${year}`,
        ]
        for (const text of typed) expect(message(text), text).toBe(date)
        expect(message({ day: String(day), month: String(month), year: String(year) })).toBe(date)
      }),
    )
  })

  it('never throws and never invents: any text is a date or one sentence', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-z /.,'-]{0,20}$/)), (text) => {
        const outcome = parseTypedDate(text)
        if (!outcome.ok) expect(outcome.refusals).toHaveLength(1)
        else expect(outcome.value).toMatch(/^(19|20|21)\d\d-\d\d-\d\d$/)
      }),
    )
  })
})
