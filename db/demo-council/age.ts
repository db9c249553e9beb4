/** A demo tells of the day it was made: after a while its visit has come closer and its questions are late. */
import { asc, eq } from 'drizzle-orm'
import { daysBetween, type IsoDate } from '~/domain/dates'
import { todayInLondon } from '~/domain/london-time'
import type { Into } from '../factories'
import { councils } from '../schema'

export const demoGrowsStaleAfter = 7

/** Days since the demo council was made; null where there is none. */
export async function demoAge(into: Into, today: IsoDate): Promise<number | null> {
  const [demo] = await into
    .select({ madeAt: councils.createdAt })
    .from(councils)
    .where(eq(councils.demo, true))
    .orderBy(asc(councils.createdAt))
    .limit(1)
  return demo ? daysBetween(todayInLondon(demo.madeAt), today) : null
}
