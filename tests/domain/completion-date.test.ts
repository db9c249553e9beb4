import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  completionOn,
  dueDay,
  findRevisedCompletion,
  formatCompletion,
  isOutOfOrder,
  isOverdue,
  nextOccurrence,
  occurrenceAfter,
  parseCompletionDate,
  type CompletionKind,
} from '~/domain/completion-date'
import { addDays, formatDate, formatMonth, isIsoDate, lastDayOfMonth, MONTH_NAMES } from '~/domain/dates'

type Expected = [
  text: string,
  kind: CompletionKind,
  from: string | null,
  to: string | null,
  rest?: { every?: number; loose?: true },
]

const READ: Expected[] = [
  ['Nov08', 'month', '2008-11-01', '2008-11-30'],
  ['Nov 08', 'month', '2008-11-01', '2008-11-30'],
  ['Nov-08', 'month', '2008-11-01', '2008-11-30'],
  ["Nov '08", 'month', '2008-11-01', '2008-11-30'],
  ['Sept. 2026', 'month', '2026-09-01', '2026-09-30'],
  ['February 2028', 'month', '2028-02-01', '2028-02-29'],
  ['03/2027', 'month', '2027-03-01', '2027-03-31'],
  ['2027-03', 'month', '2027-03-01', '2027-03-31'],
  ['by end of June 2026', 'month', '2026-06-01', '2026-06-30'],
  ['End June 2026', 'month', '2026-06-01', '2026-06-30'],
  ['(June 2026)', 'month', '2026-06-01', '2026-06-30'],
  ['Completed January 2009', 'month', '2009-01-01', '2009-01-31'],
  ['Target date: October 2026', 'month', '2026-10-01', '2026-10-31'],
  ['to be in place by the end of June 2026', 'month', '2026-06-01', '2026-06-30'],
  ['Revised completion date October 2009', 'month', '2009-10-01', '2009-10-31'],
  ['March 2026 (revised June 2026)', 'month', '2026-06-01', '2026-06-30'],
  ['ongoing until March 2027', 'month', '2027-03-01', '2027-03-31'],
  ['3 April 2027', 'day', '2027-04-03', '2027-04-03'],
  ['3rd April 2027', 'day', '2027-04-03', '2027-04-03'],
  ['Saturday 3 April 2027', 'day', '2027-04-03', '2027-04-03'],
  ['April 3, 2027', 'day', '2027-04-03', '2027-04-03'],
  ['3-Apr-27', 'day', '2027-04-03', '2027-04-03'],
  ['31/03/2027', 'day', '2027-03-31', '2027-03-31'],
  ['by 31.03.27', 'day', '2027-03-31', '2027-03-31'],
  ['2026-12-31', 'day', '2026-12-31', '2026-12-31'],
  ['2026-12-31T00:00:00.000Z', 'day', '2026-12-31', '2026-12-31'],
  ['31/03/26 Now 30/06/26', 'day', '2026-06-30', '2026-06-30'],
  ['Dec08 – Mar09', 'period', '2008-12-01', '2009-03-31'],
  ['Dec08-Mar09', 'period', '2008-12-01', '2009-03-31'],
  ['Dec – Mar 09', 'period', '2008-12-01', '2009-03-31'],
  ['Dec 08 – Mar', 'period', '2008-12-01', '2009-03-31'],
  ['Oct–Dec 2026', 'period', '2026-10-01', '2026-12-31'],
  ['June/July 2026', 'period', '2026-06-01', '2026-07-31'],
  ['between June and August 2026', 'period', '2026-06-01', '2026-08-31'],
  ['6th to 8th July 2020', 'period', '2020-07-06', '2020-07-08'],
  ['22nd and 23rd July 2021', 'period', '2021-07-22', '2021-07-23'],
  ['29 June – 3 July 2026', 'period', '2026-06-29', '2026-07-03'],
  ['01/04/2026 - 30/06/2026', 'period', '2026-04-01', '2026-06-30'],
  ['2026/27', 'period', '2026-04-01', '2027-03-31'],
  ['end of financial year 2026-27', 'period', '2026-04-01', '2027-03-31'],
  ['by the end of 2026', 'period', '2026-01-01', '2026-12-31'],
  ['w/c 5 April 2027', 'period', '2027-04-05', '2027-04-11'],
  ['week ending 9 April 2027', 'period', '2027-04-03', '2027-04-09'],
  ['Start Feb09 - end Jun09', 'period', '2009-02-01', '2009-06-30'],
  ['Q1 - Q3 2026/27', 'period', '2026-04-01', '2026-12-31'],
  ['Mar09 – Aug10*', 'period', '2009-03-01', '2010-08-31', { loose: true }],
  ['Spring 2027', 'period', '2027-03-01', '2027-05-31', { loose: true }],
  ['Winter 2026/27', 'period', '2026-12-01', '2027-02-28', { loose: true }],
  ['early 2027', 'period', '2027-01-01', '2027-04-30', { loose: true }],
  ['Aug10*', 'month', '2010-08-01', '2010-08-31', { loose: true }],
  ['June 2026 (TBC)', 'month', '2026-06-01', '2026-06-30', { loose: true }],
  ['June 2026 (indicative)', 'month', '2026-06-01', '2026-06-30', { loose: true }],
  ['approx. June 2026', 'month', '2026-06-01', '2026-06-30', { loose: true }],
  ['mid-June 2026', 'month', '2026-06-01', '2026-06-30', { loose: true }],
  ['June 2026?', 'month', '2026-06-01', '2026-06-30', { loose: true }],
  ['Q3 2026/27', 'quarter', '2026-10-01', '2026-12-31'],
  ['Quarter 4 2026/27', 'quarter', '2027-01-01', '2027-03-31'],
  ['2026/27 Q2', 'quarter', '2026-07-01', '2026-09-30'],
  ['first quarter of 2026/27', 'quarter', '2026-04-01', '2026-06-30'],
  ['end of Q2 2026-27', 'quarter', '2026-07-01', '2026-09-30'],
  ['Q3 2026', 'quarter', '2026-10-01', '2026-12-31'],
  ['Q2 26/27', 'quarter', '2026-07-01', '2026-09-30'],
  ['Quarter 1 (April - June 2026)', 'quarter', '2026-04-01', '2026-06-30'],
  ['26/27', 'period', '2026-04-01', '2027-03-31'],
  ['12/05/2026 (complete)', 'day', '2026-05-12', '2026-05-12'],
  ['June 2026 - complete', 'month', '2026-06-01', '2026-06-30'],
  ['5 May 2026 10:00', 'day', '2026-05-05', '2026-05-05'],
  ['Extended from March 2026 to June 2026', 'month', '2026-06-01', '2026-06-30'],
  ['Start Feb09', 'start', '2009-02-01', null],
  ['from April 2026', 'start', '2026-04-01', null],
  ['Commencing 4 May 2026', 'start', '2026-05-04', null],
  ['June 2026 onwards', 'start', '2026-06-01', null],
  ['April 09 and six-monthly thereafter', 'recurring', '2009-04-01', null, { every: 6 }],
  ['April 09 and six- monthly thereafter', 'recurring', '2009-04-01', null, { every: 6 }],
  ['quarterly from April 2026', 'recurring', '2026-04-01', null, { every: 3 }],
  ['Every 6 months from Jan 2026', 'recurring', '2026-01-01', null, { every: 6 }],
  ['every two months from 15 May 2026', 'recurring', '2026-05-15', null, { every: 2 }],
  ['Annually in March 2027', 'recurring', '2027-03-01', null, { every: 12 }],
  ['Annual', 'recurring', null, null, { every: 12 }],
  ['Monthly', 'recurring', null, null, { every: 1 }],
  ['Ongoing – quarterly', 'recurring', null, null, { every: 3 }],
  ['Monthly until March 2027', 'recurring', null, '2027-03-31', { every: 1 }],
  ['Ongoing', 'ongoing', null, null],
  ['On-going', 'ongoing', null, null],
  ['Jan09 Ongoing', 'ongoing', '2009-01-01', null],
  ['Ongoing since January 2009', 'ongoing', '2009-01-01', null],
  ['Weekly', 'ongoing', null, null],
  ['Business as usual', 'ongoing', null, null],
]

/** No date, or none that can be had without guessing a year or between two readings. */
const UNKNOWN = [
  'TBA',
  'TBC',
  'ASAP',
  'Complete',
  'n/a',
  '',
  '   ',
  '*',
  '-',
  'Quarter 3',
  'Q4 2026',
  'end of June',
  '3 April',
  'April 9',
  '11/08',
  'Spring',
  'Winter 2026',
  'this year',
  'to be in place by the end of June',
  '30 February 2026',
  '31/13/2026',
  'Mar09 – Dec08',
  'Following Cabinet in March 2027',
  'Depends on the system, live in June 2026 or in May 2027',
  'Ongoing - March 2027',
  '7',
  '40179',
  'when funds allow',
  'Q5 2026/27',
  'Quarter 2 (April - June 2026)',
  '11/12',
  '26/28',
  '2026/28',
  'every 0 months from May 2026',
]

describe('A completion date as it was written', () => {
  test.each(READ)('“%s” is read as %s, %s to %s', (text, kind, from, to, { every = null, loose } = {} as never) => {
    expect(parseCompletionDate(text)).toEqual({ text, kind, from, to, everyMonths: every, indicative: loose === true })
  })

  test.each(UNKNOWN)('“%s” is unknown, and asked', (text) => {
    expect(parseCompletionDate(text)).toEqual({
      text,
      kind: 'unknown',
      from: null,
      to: null,
      everyMonths: null,
      indicative: false,
    })
  })

  it('counts quarters and years from the month the council says', () => {
    expect(parseCompletionDate('Q4 2026', { financialYearStartsIn: 1 })).toMatchObject({
      from: '2026-10-01',
      to: '2026-12-31',
    })
    expect(parseCompletionDate('Q1 2026/27', { financialYearStartsIn: 8 })).toMatchObject({
      from: '2026-08-01',
      to: '2026-10-31',
    })
  })

  it('tells a range that runs backwards from words that are no date', () => {
    expect(isOutOfOrder('Mar09 – Dec08')).toBe(true)
    for (const text of ['Dec08 – Mar09', 'TBA', '2026-12-31', 'Dec – Mar 09'])
      expect(isOutOfOrder(text), text).toBe(false)
  })

  it('finds the new date that a sentence of progress announces', () => {
    const found = (prose: string) => findRevisedCompletion(prose)?.to ?? null
    expect(found('The pilot ran over. Revised completion date November 2026.')).toBe('2026-11-30')
    expect(found('A new completion date for this point was set as May 2027 by the board')).toBe('2027-05-31')
    expect(found('Deadline extended to 14 August 2026')).toBe('2026-08-14')
    expect(found('The new leaflet was printed. The old one ran out in May 2026')).toBeNull()
    expect(found('Finished in May 2026')).toBeNull()
  })

  it('keeps the words of any text, never throws, and never ends before it begins', () => {
    const words = fc.constantFrom(
      ...READ.map(([text]) => text),
      ...UNKNOWN,
      'and',
      'to',
      '-',
      '/',
      '*',
      'thereafter',
      '2026',
      'Q2',
      'end of',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(words, { maxLength: 5 }).map((list) => list.join(' ')),
    )
    fc.assert(
      fc.property(text, (written) => {
        const { from, to, kind, everyMonths, ...rest } = parseCompletionDate(written)
        expect(rest.text).toBe(written)
        for (const date of [from, to]) if (date !== null) expect(isIsoDate(date)).toBe(true)
        if (from !== null && to !== null) expect(to >= from).toBe(true)
        expect(everyMonths !== null).toBe(kind === 'recurring')
        if (kind === 'unknown') expect([from, to, rest.indicative]).toEqual([null, null, false])
        if (['day', 'month', 'period', 'quarter'].includes(kind)) expect(from !== null && to !== null).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('answers long and hostile cells at once', () => {
    const started = performance.now()
    for (const part of ['a ', '1/', '(', '/', 'May 2026 - ', 'end of ', 'every ', '- ', 'q1 ', ' ']) {
      parseCompletionDate(part.repeat(100))
      expect(parseCompletionDate(part.repeat(50_000)).kind).toBe('unknown')
      findRevisedCompletion(`revised ${part.repeat(2_000)}`)
    }
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  it('reads every month and day in each of the ways of writing it', () => {
    const day = fc.integer({ min: 0, max: 18_000 }).map((days) => addDays('2000-01-01', days))
    fc.assert(
      fc.property(day, fc.constantFrom('', '*'), (date, star) => {
        const [year, month, dayOfMonth] = date.split('-') as [string, string, string]
        const name = MONTH_NAMES[Number(month) - 1]!
        const short = name.slice(0, 3)
        for (const text of [
          `${name} ${year}`,
          `${short}${year.slice(2)}`,
          `${short} '${year.slice(2)}`,
          `end of ${name} ${year}`,
        ]) {
          const read = parseCompletionDate(text + star)
          expect(read, text).toMatchObject({
            kind: 'month',
            from: `${year}-${month}-01`,
            to: lastDayOfMonth(date),
            indicative: star === '*',
          })
        }
        for (const text of [
          formatDate(date),
          date,
          `${dayOfMonth}/${month}/${year}`,
          `${dayOfMonth} ${short} ${year.slice(2)}`,
        ]) {
          expect(parseCompletionDate(text + star), text).toMatchObject({ kind: 'day', from: date, to: date })
        }
      }),
    )
  })
})

describe('When a completion falls due', () => {
  const due = (text: string, today = '2026-05-10') => dueDay(parseCompletionDate(text), today)

  test.each([
    ['June 2026', '2026-06-30'],
    ['3 April 2027', '2027-04-03'],
    ['Dec08 – Mar09', '2009-03-31'],
    ['Q1 2026/27', '2026-06-30'],
    ['April 09 and six-monthly thereafter', '2026-10-31'],
    ['every two months from 15 March 2026', '2026-05-15'],
    ['Monthly', null],
    ['Start Feb09', null],
    ['Jan09 Ongoing', null],
    ['TBA', null],
  ])('“%s”, asked on 10 May 2026, is due on %s', (text, expected) => {
    expect(due(text)).toBe(expected)
  })

  it('is overdue only on the day after', () => {
    const june = parseCompletionDate('June 2026')
    expect(isOverdue(june, '2026-06-30')).toBe(false)
    expect(isOverdue(june, '2026-07-01')).toBe(true)
    for (const text of ['Ongoing', 'TBA', 'Start Feb09', 'Jan09 Ongoing']) {
      expect(isOverdue(parseCompletionDate(text), '2050-01-01'), text).toBe(false)
    }
    expect(dueDay(null, '2026-01-01')).toBeNull()
    expect(completionOn('2026-07-01')).toEqual(parseCompletionDate('1 July 2026'))
  })

  it('stays due for the occurrence that follows the last one done, and late until that is done', () => {
    const sixMonthly = parseCompletionDate('April 2025 and six-monthly thereafter')
    expect(occurrenceAfter(sixMonthly, '2025-04-30')).toBe('2025-10-31')
    expect(dueDay(sixMonthly, '2026-05-10', '2025-04-30')).toBe('2025-10-31')
    expect(isOverdue(sixMonthly, '2026-05-10', '2025-04-30')).toBe(true)
    expect(isOverdue(sixMonthly, '2026-05-10', '2026-04-30')).toBe(false)
  })

  it('ends with the end of a recurrence', () => {
    const until = { ...parseCompletionDate('quarterly from April 2026'), to: '2026-12-31' }
    expect(nextOccurrence(until, '2026-08-01')).toBe('2026-10-31')
    expect(nextOccurrence(until, '2026-11-01')).toBeNull()
    expect(occurrenceAfter(until, '2026-10-31')).toBeNull()
  })

  it('keeps occurrences in step: none is skipped between one and the next', () => {
    const start = fc.integer({ min: 0, max: 9_000 }).map((days) => addDays('2005-01-01', days))
    fc.assert(
      fc.property(
        start,
        fc.integer({ min: 1, max: 24 }),
        fc.integer({ min: 0, max: 4_000 }),
        (from, everyMonths, later) => {
          const completion = { ...completionOn(from), kind: 'recurring' as const, to: null, everyMonths }
          const asked = addDays(from, later)
          const next = nextOccurrence(completion, asked)!
          expect(next >= asked).toBe(true)
          expect(nextOccurrence(completion, next)).toBe(next)
          expect(occurrenceAfter(completion, addDays(asked, -1))).toBe(next)
          const following = nextOccurrence(completion, addDays(next, 1))!
          const months =
            (Number(following.slice(0, 4)) - Number(next.slice(0, 4))) * 12 +
            Number(following.slice(5, 7)) -
            Number(next.slice(5, 7))
          expect(months).toBe(everyMonths)
        },
      ),
    )
  })
})

describe('A completion in words', () => {
  test.each([
    ['Nov08', 'November 2008'],
    ['3-Apr-27', '3 April 2027'],
    ['Dec08 – Mar09', 'December 2008 to March 2009'],
    ['Mar09 – Aug10*', 'March 2009 to August 2010 (indicative)'],
    ['6th to 8th July 2020', '6 July 2020 to 8 July 2020'],
    ['Q3 2026/27', 'quarter 3 of 2026/27'],
    ['Start Feb09', 'starts February 2009'],
    ['Jan09 Ongoing', 'ongoing from January 2009'],
    ['Ongoing', 'ongoing'],
    ['April 09 and six-monthly thereafter', 'every six months from April 2009'],
    ['Annual', 'every year'],
    ['Monthly until March 2027', 'every month until 31 March 2027'],
    ['TBA', '“TBA”, no date yet'],
    ['', 'no date'],
  ])('“%s” is shown as %s', (text, words) => {
    expect(formatCompletion(parseCompletionDate(text))).toBe(words)
  })

  it('of none is “no date”, and of a calendar-year quarter has one year', () => {
    expect(formatCompletion(null)).toBe('no date')
    const quarter = parseCompletionDate('Q4 2026', { financialYearStartsIn: 1 })
    expect(formatCompletion(quarter, 1)).toBe('quarter 4 of 2026')
    expect(formatMonth(quarter.to!)).toBe('December 2026')
  })

  it('is read back as the same dates', () => {
    for (const [text, kind, from, to] of READ.filter(([, kind]) => kind !== 'unknown')) {
      const again = parseCompletionDate(formatCompletion(parseCompletionDate(text)))
      // A span of one whole month, quarter or year may come back under its plainer name.
      expect({ from: again.from, to: again.to }, `${text}: ${kind}`).toEqual({ from, to })
    }
  })
})
