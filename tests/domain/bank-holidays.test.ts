import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { bankHolidayOn, bankHolidaysIn, easterSunday, NATIONS, type Nation } from '~/domain/bank-holidays'
import { isWeekend, weekdayOf } from '~/domain/dates'

const days = (year: number, nation: Nation) =>
  bankHolidaysIn(year, nation)
    .map(({ date }) => date.slice(5))
    .join(' ')

describe('Bank holidays', () => {
  test.each([
    [2000, '04-23'],
    [2005, '03-27'],
    [2008, '03-23'],
    [2011, '04-24'],
    [2016, '03-27'],
    [2019, '04-21'],
    [2024, '03-31'],
    [2025, '04-20'],
    [2026, '04-05'],
    [2027, '03-28'],
    [2038, '04-25'],
    [2049, '04-18'],
  ])('Easter Sunday of %i was or will be %s', (year, day) => {
    expect(easterSunday(year)).toBe(`${year}-${day}`)
  })

  test.each<[number, Nation, string]>([
    [2002, 'england-and-wales', '01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26'],
    [2005, 'england-and-wales', '01-03 03-25 03-28 05-02 05-30 08-29 12-26 12-27'],
    [2010, 'england-and-wales', '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
    [2011, 'england-and-wales', '01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27'],
    [2012, 'england-and-wales', '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26'],
    [2020, 'england-and-wales', '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28'],
    [2021, 'england-and-wales', '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
    [2022, 'england-and-wales', '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
    [2023, 'england-and-wales', '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
    [2026, 'england-and-wales', '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    [2027, 'england-and-wales', '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
    [2016, 'scotland', '01-01 01-04 03-25 05-02 05-30 08-01 11-30 12-26 12-27'],
    [2021, 'scotland', '01-01 01-04 04-02 05-03 05-31 08-02 11-30 12-27 12-28'],
    [2022, 'scotland', '01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27'],
    [2023, 'scotland', '01-02 01-03 04-07 05-01 05-08 05-29 08-07 11-30 12-25 12-26'],
    [2024, 'scotland', '01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26'],
    [2026, 'scotland', '01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28'],
    [2006, 'scotland', '01-02 01-03 04-14 05-01 05-29 08-07 12-25 12-26'],
    [2020, 'northern-ireland', '01-01 03-17 04-10 04-13 05-08 05-25 07-13 08-31 12-25 12-28'],
    [2024, 'northern-ireland', '01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26'],
    [2026, 'northern-ireland', '01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28'],
  ])('%i in %s: %s', (year, nation, expected) => {
    expect(days(year, nation)).toBe(expected)
  })

  it('have names, and say when they stand in for another day', () => {
    expect(bankHolidayOn('2026-12-28', 'scotland')).toBe('Boxing Day')
    expect(bankHolidayOn('2026-12-26', 'scotland')).toBeNull()
    expect(bankHolidayOn('2026-04-06', 'scotland')).toBeNull()
    expect(bankHolidayOn('2026-04-06', 'northern-ireland')).toBe('Easter Monday')
    expect(bankHolidaysIn(2026, 'england-and-wales').filter(({ substitute }) => substitute)).toEqual([
      { date: '2026-12-28', name: 'Boxing Day', substitute: true },
    ])
  })

  it('are never on a weekend, never twice on a day, in order, and of their own year, in all years to 2060', () => {
    for (const nation of NATIONS) {
      for (let year = 2000; year <= 2060; year++) {
        const dates = bankHolidaysIn(year, nation).map(({ date }) => date)
        expect(dates.filter(isWeekend)).toEqual([])
        expect(new Set(dates).size).toBe(dates.length)
        expect(dates).toEqual([...dates].sort())
        expect(dates.every((date) => date.startsWith(String(year)))).toBe(true)
        const usual =
          nation === 'england-and-wales' ? 8 : nation === 'scotland' && year < 2007 ? 8 : nation === 'scotland' ? 9 : 10
        expect(dates.length - usual, `${year} ${nation}`).toBeGreaterThanOrEqual(0)
        expect(dates.length - usual, `${year} ${nation}`).toBeLessThanOrEqual(2)
      }
    }
  })

  it('put a substitute only after a weekend, at most four days on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2060 }), fc.constantFrom(...NATIONS), (year, nation) => {
        for (const { date, substitute } of bankHolidaysIn(year, nation)) {
          if (substitute) expect([0, 1]).toContain(weekdayOf(date))
        }
      }),
    )
  })
})
