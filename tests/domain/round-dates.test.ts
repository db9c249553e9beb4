import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, isIsoDate } from '~/domain/dates'
import { answeredTogether, nextRoundExpected, roundDates } from '~/domain/round-dates'

const today = '2026-11-22'

describe('the dates as at which a plan was reported', () => {
  it.each([
    [
      'days on which many answered',
      [
        ['2026-03-02', 9],
        ['2026-06-01', 12],
        ['2026-06-20', 1],
      ],
      ['2026-03-02', '2026-06-01'],
    ],
    [
      'not days on which few did',
      [
        ['2026-03-02', 12],
        ['2026-06-01', 5],
      ],
      ['2026-03-02'],
    ],
    [
      'not today',
      [
        ['2026-11-22', 12],
        ['2026-06-01', 12],
      ],
      ['2026-06-01'],
    ],
  ])('are the %s', (_, answered, expected) => {
    const given = (answered as [string, number][]).map(([asAt, points]) => ({ asAt, points }))
    expect(roundDates(given, '2026-01-01', today)).toEqual(expected)
  })

  it('are the ends of the quarters gone by where nobody answered together', () => {
    expect(roundDates([], '2026-02-01', today)).toEqual(['2026-03-31', '2026-06-30', '2026-09-30'])
    expect(roundDates([], '2026-02-01', '2026-09-30')).toEqual(['2026-03-31', '2026-06-30'])
    expect(roundDates([], null, today)).toEqual([])
  })

  it('are never more than six, in order, each once and before today', () => {
    const day = fc.integer({ min: -2000, max: 30 }).map((days) => addDays(today, days))
    fc.assert(
      fc.property(fc.array(fc.record({ asAt: day, points: fc.nat(40) })), fc.option(day), (answered, raisedOn) => {
        const dates = roundDates(answered, raisedOn, today)
        expect(dates.length).toBeLessThanOrEqual(6)
        expect(dates).toEqual([...new Set(dates)].sort())
        expect(dates.every((date) => isIsoDate(date) && date < today)).toBe(true)
      }),
    )
  })

  it('count a point once a day, however often it was answered', () => {
    const points = [
      { progress: [{ asAt: '2026-06-01' }, { asAt: '2026-06-01' }] },
      { progress: [{ asAt: '2026-06-01' }] },
    ]
    expect(answeredTogether(points)).toEqual([{ asAt: '2026-06-01', points: 2 }])
  })
})

describe('the next report', () => {
  it.each([
    [['2026-06-01', '2026-09-01'], '2026-12-02'],
    [['2026-01-01', '2026-02-01', '2026-03-01', '2026-08-01'], '2026-12-03'],
    [['2026-09-01'], '2026-12-01'],
    [['2024-01-01', '2024-04-01'], '2026-12-28'],
  ])('after %j is expected at the usual distance, on %s', (dates, expected) => {
    expect(nextRoundExpected(dates, today)).toBe(expected)
  })

  it('is not guessed where there was none before, and never lies in the past', () => {
    expect(nextRoundExpected([], today)).toBeNull()
    const past = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1 })
    fc.assert(
      fc.property(past, (days) => {
        const dates = [...new Set(days)].sort((a, b) => b - a).map((ago) => addDays(today, -ago))
        expect(nextRoundExpected(dates, today)! > today).toBe(true)
      }),
    )
  })
})
