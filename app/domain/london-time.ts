/**
 * What day and what time it is in London, from an instant that is passed in: dates fall due, and mails go out, by
 * London's clock, which is an hour ahead of universal time from the last Sunday of March to the last of October.
 */
import { datePartsOf, formatDate, type IsoDate } from './dates'

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

function londonParts(now: Date): Record<string, string> {
  return Object.fromEntries(clock.formatToParts(now).map(({ type, value }) => [type, value]))
}

export function todayInLondon(now: Date): IsoDate {
  const { year, month, day } = londonParts(now)
  return `${year}-${month}-${day}`
}

export function londonTime(now: Date): { hour: number; minute: number } {
  const { hour, minute } = londonParts(now)
  return { hour: Number(hour), minute: Number(minute) }
}

/** "3 April 2027 at 9:05am" is assembled by the screen; this is the clock part, "9:05am". */
export function formatLondonTime(now: Date): string {
  const { hour, minute } = londonTime(now)
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')}${hour < 12 ? 'am' : 'pm'}`
}

/**
 * The instant at which London's clock shows this. In spring's missing hour it is the moment the clocks go forward
 * from; in autumn's doubled hour, the first of the two.
 */
export function instantInLondon(date: IsoDate, hour = 0, minute = 0): Date {
  const { year, month, day } = datePartsOf(date)
  const asUniversal = Date.UTC(year, month - 1, day, hour, minute)
  const inSummer = new Date(asUniversal - 3_600_000)
  const shown = londonTime(inSummer)
  return shown.hour === hour && shown.minute === minute ? inSummer : new Date(asUniversal)
}

/** "3 April 2027 at 9:05am" */
export const formatInstant = (instant: Date): string =>
  `${formatDate(todayInLondon(instant))} at ${formatLondonTime(instant)}`
