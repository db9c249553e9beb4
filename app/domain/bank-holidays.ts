/**
 * Bank holidays of England and Wales, Scotland and Northern Ireland, by rule: the Banking and Financial Dealings Act
 * 1971, the St Andrew's Day Bank Holiday (Scotland) Act 2007, and the days that were moved or added by proclamation
 * since 2000 (a later proclamation is one line here). A day that falls on a weekend gives the next free weekday.
 * Local holidays of Scottish and other councils are not bank holidays: those are the council's own closed days.
 */
import { addDays, datePartsOf, isoDate, isWeekend, weekdayOf, type IsoDate } from './dates'

export const NATIONS = ['england-and-wales', 'scotland', 'northern-ireland'] as const
export type Nation = (typeof NATIONS)[number]
export type BankHoliday = { date: IsoDate; name: string; substitute: boolean }

type Entry = { date: IsoDate; name: string }

const on = (year: number, month: number, day: number): IsoDate => isoDate(year, month, day)!

/** Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher). */
export function easterSunday(year: number): IsoDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return on(year, Math.floor(n / 31), (n % 31) + 1)
}

const firstMonday = (year: number, month: number): IsoDate => {
  const first = on(year, month, 1)
  return addDays(first, (7 - weekdayOf(first)) % 7)
}
const lastMonday31 = (year: number, month: 5 | 8): IsoDate => {
  const last = on(year, month, 31)
  return addDays(last, -weekdayOf(last))
}

/** Moved for the anniversary of VE Day, and for the Jubilees of 2002, 2012 and 2022. */
const EARLY_MAY_MOVED: Record<number, IsoDate> = { 2020: '2020-05-08' }
const SPRING_MOVED: Record<number, IsoDate> = { 2002: '2002-06-04', 2012: '2012-06-04', 2022: '2022-06-02' }

/** Days that happened once. */
const ONCE: (Entry & { nations?: Nation[] })[] = [
  { date: '2002-06-03', name: 'Golden Jubilee of Queen Elizabeth II' },
  { date: '2011-04-29', name: 'Wedding of Prince William and Catherine Middleton' },
  { date: '2012-06-05', name: 'Diamond Jubilee of Queen Elizabeth II' },
  { date: '2022-06-03', name: 'Platinum Jubilee of Queen Elizabeth II' },
  { date: '2022-09-19', name: 'State Funeral of Queen Elizabeth II' },
  { date: '2023-05-08', name: 'Coronation of King Charles III' },
  { date: '2026-06-15', name: 'Scotland at the World Cup', nations: ['scotland'] },
]

const fixedDays: Record<Nation, (year: number) => Entry[]> = {
  'england-and-wales': (year) => [{ date: on(year, 1, 1), name: 'New Year’s Day' }],
  scotland: (year) => [
    { date: on(year, 1, 1), name: 'New Year’s Day' },
    { date: on(year, 1, 2), name: '2nd January' },
    ...(year >= 2007 ? [{ date: on(year, 11, 30), name: 'St Andrew’s Day' }] : []),
  ],
  'northern-ireland': (year) => [
    { date: on(year, 1, 1), name: 'New Year’s Day' },
    { date: on(year, 3, 17), name: 'St Patrick’s Day' },
    { date: on(year, 7, 12), name: 'Battle of the Boyne (Orangemen’s Day)' },
  ],
}

function movingDays(year: number, nation: Nation): Entry[] {
  const easter = easterSunday(year)
  const inScotland = nation === 'scotland'
  return [
    { date: addDays(easter, -2), name: 'Good Friday' },
    ...(inScotland ? [] : [{ date: addDays(easter, 1), name: 'Easter Monday' }]),
    { date: EARLY_MAY_MOVED[year] ?? firstMonday(year, 5), name: 'Early May bank holiday' },
    { date: SPRING_MOVED[year] ?? lastMonday31(year, 5), name: 'Spring bank holiday' },
    { date: inScotland ? firstMonday(year, 8) : lastMonday31(year, 8), name: 'Summer bank holiday' },
  ]
}

/** The days that fall on weekdays stand; each of the others then takes the next weekday that is still free. */
function withSubstitutes(entries: Entry[]): BankHoliday[] {
  const standing = entries.filter(({ date }) => !isWeekend(date))
  const taken = new Set(standing.map(({ date }) => date))
  const moved = entries
    .filter(({ date }) => isWeekend(date))
    .map(({ date, name }) => {
      let free = date
      while (isWeekend(free) || taken.has(free)) free = addDays(free, 1)
      taken.add(free)
      return { date: free, name, substitute: true }
    })
  return [...standing.map((entry) => ({ ...entry, substitute: false })), ...moved]
}

/** In the order of the year. */
export function bankHolidaysIn(year: number, nation: Nation): BankHoliday[] {
  const once = ONCE.filter(
    ({ date, nations }) => datePartsOf(date).year === year && (!nations || nations.includes(nation)),
  ).map(({ date, name }) => ({ date, name }))
  const christmas = [
    { date: on(year, 12, 25), name: 'Christmas Day' },
    { date: on(year, 12, 26), name: 'Boxing Day' },
  ]
  const all = withSubstitutes([...fixedDays[nation](year), ...movingDays(year, nation), ...once, ...christmas])
  return all.sort((a, b) => (a.date < b.date ? -1 : 1))
}

const known = new Map<string, ReadonlyMap<IsoDate, string>>()

/** The name of the holiday on this day, or null. Remembered by year: a day's mails for 1,000 councils ask it often. */
export function bankHolidayOn(date: IsoDate, nation: Nation): string | null {
  const key = nation + date.slice(0, 4)
  let year = known.get(key)
  if (!year) {
    const holidays = bankHolidaysIn(datePartsOf(date).year, nation)
    year = new Map(holidays.map((holiday) => [holiday.date, holiday.name]))
    known.set(key, year)
  }
  return year.get(date) ?? null
}
