import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays } from '~/domain/dates'
import { formatLondonTime, instantInLondon, londonTime, todayInLondon } from '~/domain/london-time'

describe('London time', () => {
  test.each([
    ['2026-01-15T23:59:59Z', '2026-01-15', '11:59pm'],
    ['2026-07-15T22:59:59Z', '2026-07-15', '11:59pm'],
    ['2026-07-15T23:00:00Z', '2026-07-16', '12:00am'],
    ['2026-03-29T00:59:00Z', '2026-03-29', '12:59am'],
    ['2026-03-29T01:00:00Z', '2026-03-29', '2:00am'],
    ['2026-10-25T00:30:00Z', '2026-10-25', '1:30am'],
    ['2026-10-25T01:30:00Z', '2026-10-25', '1:30am'],
    ['2026-12-31T12:05:00Z', '2026-12-31', '12:05pm'],
  ])('at %s it is %s, %s', (instant, day, time) => {
    expect(todayInLondon(new Date(instant))).toBe(day)
    expect(formatLondonTime(new Date(instant))).toBe(time)
  })

  test.each([
    ['2026-01-15', 7, 30, '2026-01-15T07:30:00.000Z'],
    ['2026-07-15', 7, 30, '2026-07-15T06:30:00.000Z'],
    ['2026-07-15', 0, 0, '2026-07-14T23:00:00.000Z'],
    ['2026-03-29', 1, 30, '2026-03-29T01:30:00.000Z'],
    ['2026-10-25', 1, 30, '2026-10-25T00:30:00.000Z'],
  ])('%s at %i:%i is the instant %s', (date, hour, minute, instant) => {
    expect(instantInLondon(date, hour, minute).toISOString()).toBe(instant)
  })

  it('finds the way back to every day and hour but the one that spring leaves out', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 2, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        (days, hour, minute) => {
          const date = addDays('2000-01-01', days)
          const instant = instantInLondon(date, hour, minute)
          expect(todayInLondon(instant)).toBe(date)
          expect(londonTime(instant)).toEqual({ hour, minute })
        },
      ),
    )
  })
})
