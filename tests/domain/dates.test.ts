import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  addDays,
  addMonths,
  compareDates,
  datePartsOf,
  daysBetween,
  earliestOf,
  formatDate,
  formatDateWithWeekday,
  formatMonth,
  formatShortDate,
  isIsoDate,
  isoDate,
  lastDayOfMonth,
  latestOf,
  monthsBefore,
  weekdayOf,
  wholeMonthsBetween,
} from '~/domain/dates'
import { countOf, lateness, ordinalInWords, relativeDay, spanInWords } from '~/domain/date-words'
import {
  financialYearOf,
  financialYearSpan,
  formatFinancialYear,
  quarterOf,
  quarterSpan,
} from '~/domain/financial-year'

export const anyDate = fc.integer({ min: 0, max: 29_000 }).map((days) => addDays('1990-01-01', days))

describe('A calendar day', () => {
  it('is a date only if the calendar has it', () => {
    for (const date of ['2027-04-03', '2028-02-29', '2000-02-29']) expect(isIsoDate(date), date).toBe(true)
    for (const not of [
      '2027-02-29',
      '2100-02-29',
      '2027-13-01',
      '2027-00-10',
      '2027-4-3',
      '03/04/2027',
      '',
      null,
      7,
      '2027-04-03T00:00',
    ])
      expect(isIsoDate(not), String(not)).toBe(false)
    expect(isoDate(2027, 6, 31)).toBeNull()
    expect(isoDate(2027, 6.5, 3)).toBeNull()
  })

  it('stops at once on what is no date, as that is a mistake in the program', () => {
    expect(() => addDays('tomorrow', 1)).toThrow('Not a date: tomorrow')
    expect(() => addDays('9999-12-31', 1)).toThrow('Outside the calendar')
  })

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-04-30', -2, '2026-02-28'],
    ['2026-12-31', -1, '2026-11-30'],
    ['2026-05-15', -17, '2024-12-15'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-05-15', 0, '2026-05-15'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected)
  })

  test.each([
    ['2026-07-20', '2026-05-20'],
    ['2026-04-30', '2026-02-28'],
    ['2026-10-31', '2026-08-31'],
    ['2026-02-10', '2025-12-10'],
  ])('two months before %s is %s', (visit, expected) => {
    expect(monthsBefore(visit, 2)).toBe(expected)
  })

  it('prints as people write it', () => {
    expect(formatDate('2027-04-03')).toBe('3 April 2027')
    expect(formatShortDate('2027-09-03')).toBe('3 Sep 2027')
    expect(formatMonth('2027-04-03')).toBe('April 2027')
    expect(formatDateWithWeekday('2027-04-03')).toBe('Saturday 3 April 2027')
  })

  it('sorts missing dates last and ignores them for the latest and the earliest', () => {
    expect([null, '2027-01-02', '2026-01-01'].sort(compareDates)).toEqual(['2026-01-01', '2027-01-02', null])
    expect(latestOf(['2026-01-01', null, '2027-01-02'])).toBe('2027-01-02')
    expect(earliestOf(['2026-01-01', null, '2027-01-02'])).toBe('2026-01-01')
    expect(latestOf([null])).toBeNull()
  })

  it('agrees with the calendar of the platform on every day and weekday', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        const there = addDays(date, days)
        const platform = new Date(`${date}T12:00:00Z`)
        platform.setUTCDate(platform.getUTCDate() + days)
        expect(there).toBe(platform.toISOString().slice(0, 10))
        expect(weekdayOf(there)).toBe((platform.getUTCDay() + 6) % 7)
        expect(daysBetween(date, there)).toBe(days)
        expect(there > date).toBe(days > 0)
      }),
    )
  })

  it('never leaves the month it was asked for when months are added', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -300, max: 300 }), (date, months) => {
        const there = datePartsOf(addMonths(date, months))
        const here = datePartsOf(date)
        expect(there.year * 12 + there.month).toBe(here.year * 12 + here.month + months)
        expect(there.day).toBeLessThanOrEqual(here.day)
        if (there.day < here.day) expect(addMonths(date, months)).toBe(lastDayOfMonth(addMonths(date, months)))
        if (months >= 0) expect(wholeMonthsBetween(date, addMonths(date, months))).toBe(months)
      }),
    )
  })
})

describe('Spans in words', () => {
  test.each([
    ['2026-05-31', '2026-05-31', 'in time'],
    ['2026-05-31', '2026-05-01', 'in time'],
    ['2026-05-31', '2026-06-01', 'one day late'],
    ['2026-05-31', '2026-06-13', '13 days late'],
    ['2026-05-31', '2026-06-14', 'two weeks late'],
    ['2026-05-31', '2026-07-05', 'five weeks late'],
    ['2026-05-31', '2026-07-11', 'five weeks late'],
    ['2026-05-31', '2026-08-29', 'twelve weeks late'],
    ['2026-05-31', '2026-08-31', 'three months late'],
    ['2026-05-31', '2028-05-30', '23 months late'],
    ['2026-05-31', '2028-05-31', 'two years late'],
  ])('due %s and done %s is %s', (due, on, expected) => {
    expect(lateness(due, on)).toBe(expected)
  })

  test.each([
    ['2026-06-01', 'today'],
    ['2026-06-02', 'tomorrow'],
    ['2026-05-31', 'yesterday'],
    ['2026-06-06', 'in five days'],
    ['2026-05-11', 'three weeks ago'],
    ['2027-06-01', 'in twelve months'],
  ])('on 1 June 2026, %s is %s', (date, expected) => {
    expect(relativeDay(date, '2026-06-01')).toBe(expected)
  })

  it('counts one in the singular and orders in words', () => {
    expect([1, 2, 12, 13].map((count) => countOf(count, 'week'))).toEqual([
      'one week',
      'two weeks',
      'twelve weeks',
      '13 weeks',
    ])
    expect([1, 3, 12, 13, 21, 22, 23, 24, 111].map(ordinalInWords)).toEqual(
      'first third twelfth 13th 21st 22nd 23rd 24th 111th'.split(' '),
    )
  })

  it('read the same from both ends, and never as none of a unit', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(spanInWords(a, b)).toBe(spanInWords(b, a))
        expect(spanInWords(a, b)).not.toMatch(/no (week|month|year)|undefined|NaN/)
      }),
    )
  })
})

describe('The financial year', () => {
  test.each([
    ['2026-03-31', 2025, 4],
    ['2026-04-01', 2026, 1],
    ['2026-12-31', 2026, 3],
    ['2027-01-01', 2026, 4],
  ])('%s lies in %i, quarter %i', (date, year, quarter) => {
    expect(quarterOf(date)).toEqual({ year, quarter })
    expect(financialYearOf(date)).toBe(year)
  })

  it('is printed with both its years, the calendar year with one', () => {
    expect(formatFinancialYear(2026)).toBe('2026/27')
    expect(formatFinancialYear(1999)).toBe('1999/00')
    expect(formatFinancialYear(2026, 1)).toBe('2026')
  })

  it('is divided by its quarters without a gap, whatever month it starts in', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 12 }), (date, firstMonth) => {
        const { year, quarter } = quarterOf(date, firstMonth)
        const span = quarterSpan(year, quarter, firstMonth)
        const whole = financialYearSpan(year, firstMonth)
        expect(span.from <= date && date <= span.to).toBe(true)
        expect(whole.from <= span.from && span.to <= whole.to).toBe(true)
        expect(quarterSpan(year, 1, firstMonth).from).toBe(whole.from)
        expect(quarterSpan(year, 4, firstMonth).to).toBe(whole.to)
        expect(addDays(quarterSpan(year, 2, firstMonth).to, 1)).toBe(quarterSpan(year, 3, firstMonth).from)
      }),
    )
  })
})
