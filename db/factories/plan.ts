/** Sources, recommendations, actions with every date they had, and what was said of them. */
import { and, desc, eq, sql } from 'drizzle-orm'
import { completionOn, dueDay, type CompletionDate } from '~/domain/completion-date'
import { classifyRevision, type AgreedBy, type RevisionKind } from '~/domain/date-revision'
import type { IsoDate } from '~/domain/dates'
import { completionColumnsOf, completionOf, refreshRecommendation } from '../queries/recommendations'
import { forCouncil, type Tx } from '../in-council'
import {
  actionDates,
  actionOwners,
  actions,
  dateRequests,
  progressUpdates,
  recommendationElements,
  recommendationOwners,
  recommendations,
  sources,
} from '../schema'
import { factoryToday, nextNumber, only, type Into } from './into'
import { makePerson } from './people'

type Given<T extends { $inferInsert: object }, Needed extends keyof T['$inferInsert']> = Partial<T['$inferInsert']> &
  Pick<T['$inferInsert'], Needed>

export const makeSource = async (into: Into, values: Given<typeof sources, 'councilId'>) =>
  only(
    await into
      .insert(sources)
      .values({ kind: 'scrutiny-review', title: `Source ${nextNumber()}`, closesBy: 'committee', ...values })
      .returning(),
  )

/** `owners` in order: the first is the answering one. Without a source, one is made. */
export async function makeRecommendation(
  into: Into,
  values: Given<typeof recommendations, 'councilId'> & { elements?: readonly string[]; owners?: readonly string[] },
) {
  const { elements = [], owners = [], ...given } = values
  const { councilId } = given
  const sourceId = given.sourceId ?? (await makeSource(into, { councilId })).id
  const before = sql`from recommendations r where r.council_id = ${councilId} and r.source_id = ${sourceId}`
  const row = only(
    await into
      .insert(recommendations)
      .values({
        kind: 'recommendation',
        number: sql`(select (count(*) + 1)::text ${before})` as unknown as string,
        position: sql`(select coalesce(max(r.position) + 1, 0) ${before})` as unknown as number,
        text: `Recommendation ${nextNumber()}`,
        ...given,
        sourceId,
      })
      .returning(),
  )
  const link = { councilId, recommendationId: row.id }
  if (elements.length > 0)
    await into.insert(recommendationElements).values(elements.map((element) => ({ ...link, element })))
  if (owners.length > 0)
    await into
      .insert(recommendationOwners)
      .values(owners.map((ownerId, position) => ({ ...link, ownerId, position, answering: position === 0 })))
  return row
}

/** How a completion date may be given: as read, or as a plain day. */
type Completion = CompletionDate | IsoDate | null
const completionFrom = (given: Completion): CompletionDate | null =>
  typeof given === 'string' ? completionOn(given) : given

type ActionExtras = {
  completion?: Completion
  owners?: readonly string[]
  /** The day from which recurring actions fall due; the plan's own "today". */
  today?: IsoDate
  /** False leaves the recommendation's due day, category and last answer to a later `refresh`. */
  refreshed?: boolean
}

/** With its original date; without a recommendation, one is made. Done ones need `doneOn`. */
export async function makeAction(into: Into, values: Given<typeof actions, 'councilId'> & ActionExtras) {
  const { completion = null, owners = [], today = factoryToday, refreshed = true, ...given } = values
  const { councilId } = given
  const recommendationId = given.recommendationId ?? (await makeRecommendation(into, { councilId })).id
  const date = completionFrom(completion)
  const columns = {
    ...completionColumnsOf(date),
    dueOn: dueDay(date, today, given.doneFor ?? null),
  }
  const before = sql`from actions a where a.council_id = ${councilId} and a.recommendation_id = ${recommendationId}`
  const row = only(
    await into
      .insert(actions)
      .values({
        number: sql`(select (count(*) + 1)::text ${before})` as unknown as string,
        position: sql`(select coalesce(max(a.position) + 1, 0) ${before})` as unknown as number,
        text: `Action ${nextNumber()}`,
        state: given.doneOn ? 'done' : 'not-started',
        ...columns,
        ...given,
        recommendationId,
      })
      .returning(),
  )
  await into.insert(actionDates).values({ councilId, actionId: row.id, sequence: 0, kind: 'original', ...columns })
  if (owners.length > 0)
    await into
      .insert(actionOwners)
      .values(owners.map((ownerId, position) => ({ councilId, actionId: row.id, ownerId, position })))
  if (refreshed) await refresh(into, row, today)
  return row
}

export type NewRevision = {
  completion: CompletionDate | IsoDate
  reason?: string
  /** Left out: agreed by the lead. Null: asked for, and the date before it still stands. */
  agreedBy?: AgreedBy | null
  minute?: string
  kind?: RevisionKind
  recordedBy?: string
  recordedAt?: Date
  today?: IsoDate
  refreshed?: boolean
}

/** Adds to the dates an action had; the date in force moves unless it is an extension that nobody agreed. */
export async function reviseActionDate(
  into: Into,
  action: Pick<typeof actions.$inferSelect, 'councilId' | 'id' | 'recommendationId'>,
  revision: NewRevision,
) {
  const { today = factoryToday, refreshed = true, agreedBy = 'lead' } = revision
  const own = and(eq(actionDates.councilId, action.councilId), eq(actionDates.actionId, action.id))
  const last = only(await into.select().from(actionDates).where(own).orderBy(desc(actionDates.sequence)).limit(1))
  const later = completionFrom(revision.completion)!
  const earlier = completionOf(last)
  const kind = revision.kind ?? (earlier === null ? 'made-firm' : classifyRevision(earlier, later))
  const columns = { ...completionColumnsOf(later), dueOn: dueDay(later, today) }
  const row = only(
    await into
      .insert(actionDates)
      .values({
        councilId: action.councilId,
        actionId: action.id,
        sequence: last.sequence + 1,
        kind,
        ...columns,
        reason: revision.reason ?? 'The work takes longer than was thought.',
        agreedBy,
        minute: revision.minute ?? (agreedBy === 'committee' ? 'Minute 12' : null),
        recordedBy: revision.recordedBy,
        ...(revision.recordedAt ? { recordedAt: revision.recordedAt } : {}),
      })
      .returning(),
  )
  if (kind !== 'extension' || agreedBy !== null)
    await into
      .update(actions)
      .set(columns)
      .where(and(eq(actions.councilId, action.councilId), eq(actions.id, action.id)))
  if (refreshed) await refresh(into, action, today)
  return row
}

/** What was said of a recommendation (or of one action); category 2 in words, unless it says otherwise. */
export async function makeProgress(
  into: Into,
  values: Given<typeof progressUpdates, 'councilId' | 'recommendationId'> & { today?: IsoDate; refreshed?: boolean },
) {
  const { today = factoryToday, refreshed = true, ...given } = values
  const category = given.category === undefined ? 2 : given.category
  const row = only(
    await into
      .insert(progressUpdates)
      .values({
        asAt: today,
        evidence: 'The work goes on as planned.',
        answer: category === 1 ? 'done' : 'progress',
        way: 'screen',
        ...given,
        category,
      })
      .returning(),
  )
  if (refreshed) await refresh(into, row, today)
  return row
}

/** An open one unless it says otherwise; without `askedBy` a person is made. */
export async function makeDateRequest(
  into: Into,
  values: Given<typeof dateRequests, 'councilId' | 'recommendationId'>,
) {
  const askedBy = values.askedBy ?? (await makePerson(into, { councilId: values.councilId })).id
  return only(
    await into
      .insert(dateRequests)
      .values({ askedFor: factoryToday, reason: 'The supplier is late.', ...values, askedBy })
      .returning(),
  )
}

/** Works out the recommendation's due day, category and last answer, as every change to it does. */
export const refresh = (
  into: Into,
  { councilId, recommendationId }: { councilId: string; recommendationId: string },
  today: IsoDate = factoryToday,
): Promise<void> => refreshRecommendation(forCouncil(councilId, 'factories'), into as Tx, recommendationId, today)
