import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, formatDate } from '~/domain/dates'
import { findDates, readDates, readDay } from '~/domain/reading/report-dates'

describe('days, as reports write them', () => {
  it.each([
    ['21st February 2017', '2017-02-21'],
    ['Thursday 23rd February 2017', '2017-02-23'],
    ['Thursday, 23 February, 2017', '2017-02-23'],
    ['24th of February 2017', '2017-02-24'],
    ['17.07.19', '2019-07-17'],
    ['17/07/2019', '2019-07-17'],
    ['7-7-2019', '2019-07-07'],
    ['2019-07-17', '2019-07-17'],
    ['17<sup>th</sup> July 2020', '2020-07-17'],
    ['17 <sup>th</sup> July 2020', '2020-07-17'],
    ['17 th July 2020', '2020-07-17'],
    ['17th July, 2020', '2020-07-17'],
    ['July 17th, 2020', '2020-07-17'],
    ['17 Jul 20', '2020-07-17'],
    ['17-Jul-2020', '2020-07-17'],
    ["17 July '20", '2020-07-17'],
    ['1 Sept. 2020', '2020-09-01'],
  ])('%s is one day', (text, day) => {
    expect(readDay(text)).toBe(day)
    expect(readDates(text)).toMatchObject({ from: day, to: day, days: [day], text })
  })
})

describe('visits of several days, and months', () => {
  it.each([
    ['22nd and 23rd July 2021', '2021-07-22', '2021-07-23', 2],
    ['22 <sup>nd</sup> and 23 <sup>rd</sup> July 2021', '2021-07-22', '2021-07-23', 2],
    ['22 nd and 23 rd July 2021', '2021-07-22', '2021-07-23', 2],
    ['22nd & 23rd July 2021', '2021-07-22', '2021-07-23', 2],
    ['22/23 July 2021', '2021-07-22', '2021-07-23', 2],
    ['6th to 8th July 2020', '2020-07-06', '2020-07-08', 3],
    ['6-8 July 2020', '2020-07-06', '2020-07-08', 3],
    ['6 – 8 July 2020', '2020-07-06', '2020-07-08', 3],
    ['between 6 and 8 July 2020', '2020-07-06', '2020-07-08', 3],
    ['1st, 2nd and 5th March 2021', '2021-03-01', '2021-03-05', 3],
    ['30th June to 2nd July 2020', '2020-06-30', '2020-07-02', 3],
    ['30 December to 2 January 2021', '2020-12-30', '2021-01-02', 4],
    ['Monday 6 July 2020 and Tuesday 7 July 2020', '2020-07-06', '2020-07-07', 2],
    ['06.07.20 - 08.07.20', '2020-07-06', '2020-07-08', 3],
    ['October 2017', '2017-10-01', '2017-10-31', 0],
    ['Oct 17', '2017-10-01', '2017-10-31', 0],
    ['Oct-17', '2017-10-01', '2017-10-31', 0],
    ['Feb09', '2009-02-01', '2009-02-28', 0],
    ['October/November 2017', '2017-10-01', '2017-11-30', 0],
    ['November to January 2018', '2017-11-01', '2018-01-31', 0],
    ['October 2017 – March 2018', '2017-10-01', '2018-03-31', 0],
  ])('%s is %s to %s', (text, from, to, days) => {
    const read = readDates(text)
    expect(read).toMatchObject({ from, to })
    expect(read?.days).toHaveLength(days)
  })
})

describe('what is no date', () => {
  it.each([
    '',
    'TBA',
    'element 1.1.3',
    '2.2.1, 4.3.3',
    '31 February 2020',
    '6.3 Criterion 3',
    'in 2015',
    '99',
    'may',
    '45/2020',
  ])('%s', (text) => expect(findDates(text)).toEqual([]))
})

it('takes each date where it stands in a line that names several reviews', () => {
  const line = 'Initial Review - May 2021 Annual Review Year 1 - June 2022 Annual Review Year 2 - August 2023'
  expect(findDates(line).map(({ from, start, end }) => [from, line.slice(start, end)])).toEqual([
    ['2021-05-01', 'May 2021'],
    ['2022-06-01', 'June 2022'],
    ['2023-08-01', 'August 2023'],
  ])
})

it('does not take the year of the cycle for a day', () => {
  expect(readDates('Annual Review Year 1 February 2017')).toMatchObject({ from: '2017-02-01', to: '2017-02-28' })
})

const someDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days))

it('reads back every day that the product itself writes, and every short visit', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 1, max: 6 }), (first, length) => {
      const last = addDays(first, length)
      expect(readDay(formatDate(first))).toBe(first)
      expect(readDates(`${formatDate(first)} to ${formatDate(last)}`)).toMatchObject({ from: first, to: last })
      expect(readDates(`${formatDate(first)} to ${formatDate(last)}`)?.days).toHaveLength(length + 1)
    }),
  )
})

it('never throws, and every date it finds is the text at its place', () => {
  const piece = fc.constantFrom(
    '1',
    '31',
    '2020',
    'July',
    ' ',
    'to',
    '-',
    '.',
    '/',
    'th',
    '<sup>',
    'and',
    'x',
    '’',
    ',',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((pieces) => pieces.join('')),
      ),
      (text) => {
        for (const { start, end, text: quote, from, to } of findDates(text)) {
          expect(text.slice(start, end)).toBe(quote)
          expect(from <= to).toBe(true)
        }
      },
    ),
    { numRuns: 2000 },
  )
})
