import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { bankHolidayOn, NATIONS } from '~/domain/bank-holidays'
import { addDays, daysBetween, isWeekend, monthsBefore, type Weekday } from '~/domain/dates'
import {
  addWorkingDays,
  clearWorkingDaysBefore,
  holdBackToWorkingDay,
  isWorkingDay,
  MONDAY_TO_FRIDAY,
  onOrNextWorkingDay,
  workingDaysBetween,
  type WorkingCalendar,
} from '~/domain/working-days'

const england: WorkingCalendar = { nation: 'england-and-wales', workingWeekdays: MONDAY_TO_FRIDAY }
const scotland: WorkingCalendar = { ...england, nation: 'scotland' }

const anyDate = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days))
const anyCalendar: fc.Arbitrary<WorkingCalendar> = fc.record({
  nation: fc.constantFrom(...NATIONS),
  workingWeekdays: fc.subarray([0, 1, 2, 3, 4, 5, 6] as Weekday[], { minLength: 1 }),
  closedOn: fc.array(anyDate, { maxLength: 5 }),
})

describe('Working days', () => {
  test.each([
    ['2026-04-02', true],
    ['2026-04-03', false],
    ['2026-04-04', false],
    ['2026-04-06', false],
    ['2026-04-07', true],
  ])('around Easter 2026 in England, %s works: %s', (date, works) => {
    expect(isWorkingDay(date, england)).toBe(works)
  })

  it('follow the nation, the council’s weekdays and its own closed days', () => {
    expect(isWorkingDay('2026-04-06', scotland)).toBe(true)
    expect(isWorkingDay('2026-06-15', scotland)).toBe(false)
    expect(isWorkingDay('2026-05-02', { ...england, workingWeekdays: [1, 2, 3, 4, 5] })).toBe(true)
    expect(isWorkingDay('2026-12-29', { ...england, closedOn: ['2026-12-29'] })).toBe(false)
  })

  test.each([
    ['2026-04-06', '2026-04-02'],
    ['2026-04-02', '2026-04-02'],
    ['2027-01-01', '2026-12-31'],
    ['2026-12-28', '2026-12-24'],
  ])('a deadline on %s is held back to %s', (date, expected) => {
    expect(holdBackToWorkingDay(date, england)).toBe(expected)
  })

  it('hold back two months before a visit to the working day before', () => {
    expect(holdBackToWorkingDay(monthsBefore('2026-06-04', 2), england)).toBe('2026-04-02')
    expect(holdBackToWorkingDay(monthsBefore('2026-06-06', 2), scotland)).toBe('2026-04-06')
  })

  test.each([
    ['2026-04-02', 1, '2026-04-07'],
    ['2026-04-04', 1, '2026-04-07'],
    ['2026-04-07', -1, '2026-04-02'],
    ['2026-04-04', 0, '2026-04-04'],
    ['2026-03-02', 20, '2026-03-30'],
  ])('%s and %i working days is %s', (date, count, expected) => {
    expect(addWorkingDays(date, count, england)).toBe(expected)
  })

  it('leave five clear ones between the despatch of papers and the meeting', () => {
    expect(clearWorkingDaysBefore('2026-06-18', 5, england)).toBe('2026-06-10')
    expect(clearWorkingDaysBefore('2026-04-09', 5, england)).toBe('2026-03-30')
  })

  it('hold back never lands on a weekend, a bank holiday or a later day, and skips no working day', () => {
    fc.assert(
      fc.property(anyDate, anyCalendar, (date, calendar) => {
        const held = holdBackToWorkingDay(date, calendar)
        expect(held <= date && isWorkingDay(held, calendar)).toBe(true)
        expect(bankHolidayOn(held, calendar.nation)).toBeNull()
        expect(calendar.closedOn).not.toContain(held)
        expect(workingDaysBetween(held, date, calendar)).toBe(0)
        const next = onOrNextWorkingDay(date, calendar)
        expect(next >= date && isWorkingDay(next, calendar)).toBe(true)
      }),
    )
    fc.assert(fc.property(anyDate, (date) => !isWeekend(holdBackToWorkingDay(date, england))))
  })

  it('counted forward are counted back, and clear days are really clear', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 40 }), anyCalendar, (date, count, calendar) => {
        const later = addWorkingDays(date, count, calendar)
        expect(workingDaysBetween(date, later, calendar)).toBe(count)
        expect(workingDaysBetween(later, date, calendar)).toBe(-count)
        const despatch = clearWorkingDaysBefore(date, count, calendar)
        let clear = 0
        for (let n = 1; n < daysBetween(despatch, date); n++) if (isWorkingDay(addDays(despatch, n), calendar)) clear++
        expect(clear).toBe(count)
      }),
      { numRuns: 60 },
    )
  })

  it('say so when the setting leaves none', () => {
    expect(() => holdBackToWorkingDay('2026-04-06', { ...england, workingWeekdays: [] })).toThrow('no working day')
  })
})
