/** Puts the sources, their points, the actions with every date they had, and the progress of each round into the
 * database, with the audit entries that those changes would have left. */
import { eq } from 'drizzle-orm'
import { printCategory } from '~/domain/progress'
import { makeAction, makeDateRequest, makeProgress, makeRecommendation, makeSource, refresh } from '../factories'
import { reviseActionDate } from '../factories'
import { auditEntries, recommendations } from '../schema'
import * as story from './assessments'
import { firstPoints, secondPoints } from './assessment-points'
import { completionFor } from './calendar'
import { auditPoints, scrutinyPoints } from './committee-points'
import { factsThen } from './facts'
import { people as peopleOfStory } from './people'
import type { DemoAction, DemoPoint, SourceKey } from './point'
import type { Assessed } from './write-assessments'
import type { Told } from './write-people'

export const allPoints = [...firstPoints, ...secondPoints, ...scrutinyPoints, ...auditPoints]

type Entry = typeof auditEntries.$inferInsert
export type Plan = { points: Map<string, string> }

async function writeSources({ into, councilId, calendar }: Told, { reviews }: Assessed) {
  const of = async (values: Omit<Parameters<typeof makeSource>[1], 'councilId'>, on: number) => ({
    ...(await makeSource(into, { councilId, datedOn: calendar.day(on), createdAt: calendar.at(on + 2), ...values })),
    on,
  })
  const report = { kind: 'assessment-report', closesBy: 'next-review' } as const
  return {
    first: await of({ ...report, title: 'Full assessment report', reviewId: reviews.first }, story.firstReport),
    second: await of({ ...report, title: '12-month review report', reviewId: reviews.second }, story.secondReport),
    scrutiny: await of(
      {
        kind: 'scrutiny-review',
        closesBy: 'committee',
        committee: story.scrutinyCommittee,
        title: 'Scrutiny review: getting through to the council',
      },
      story.scrutinyReport,
    ),
    audit: await of({ kind: 'audit', closesBy: 'lead', title: 'Internal audit of complaints' }, story.auditReport),
  } satisfies Record<SourceKey, unknown>
}

export async function writePlan(told: Told, assessed: Assessed): Promise<Plan> {
  const { into, calendar } = told
  const sources = await writeSources(told, assessed)
  const points = new Map<string, string>()
  const entries: Entry[] = []
  for (const point of allPoints) {
    const id = await writePoint(told, point, sources[point.source], points)
    points.set(point.key, id)
  }
  // One point after another waits for each answer of the database: together they travel in one stream.
  await Promise.all(
    allPoints.map(async (point) => {
      const id = points.get(point.key)!
      for (const action of point.actions) entries.push(...(await writeAction(told, id, action)))
      entries.push(...(await writeProgress(told, id, point)))
    }),
  )
  for (const { key, closed } of allPoints)
    if (closed?.supersededBy)
      await into
        .update(recommendations)
        .set({ supersededById: points.get(closed.supersededBy)! })
        .where(eq(recommendations.id, points.get(key)!))
  const { councilId } = told
  await Promise.all(
    [...points.values()].map((recommendationId) => refresh(into, { councilId, recommendationId }, calendar.today)),
  )
  await into.insert(auditEntries).values(entries.sort((a, b) => a.at!.getTime() - b.at!.getTime()))
  return { points }
}

async function writePoint(
  { into, councilId, calendar, owners, services }: Told,
  point: DemoPoint,
  source: { id: string; on: number },
  before: Map<string, string>,
): Promise<string> {
  const isFromReport = point.source === 'first' || point.source === 'second'
  const { closed } = point
  const made = await makeRecommendation(into, {
    councilId,
    sourceId: source.id,
    kind: point.kind,
    text: point.text,
    quote: isFromReport ? point.text : null,
    page: isFromReport ? 6 + (Number(point.key.split('-')[1]) >> 1) : null,
    serviceId: services[point.service],
    portfolioHolder: peopleOfStory.ian.name,
    committee: point.source === 'scrutiny' ? story.scrutinyCommittee : null,
    adviceOnly: point.adviceOnly ?? false,
    earlierId: point.earlier ? before.get(point.earlier)! : null,
    createdAt: calendar.at(source.on + 2),
    elements: point.elements,
    owners: point.owners.map((key) => owners[key]),
    ...(closed
      ? {
          state: 'closed',
          closedWay: closed.way,
          closedOn: calendar.day(closed.on),
          closedReason: closed.reason ?? null,
          closedMinute: closed.minute ?? null,
        }
      : {}),
  })
  return made.id
}

async function writeAction(told: Told, recommendationId: string, action: DemoAction): Promise<Entry[]> {
  const { into, councilId, calendar, owners, people } = told
  const { today } = calendar
  const made = await makeAction(into, {
    councilId,
    recommendationId,
    text: action.text,
    completion: action.due && completionFor(action.due, calendar),
    state: action.done === undefined ? (action.state ?? 'not-started') : 'done',
    stateReason: action.why ?? null,
    doneOn: action.done === undefined ? null : calendar.day(action.done),
    doneFor: action.recurs ? calendar.lastTurn(action.recurs.from, action.recurs.months) : null,
    owners: (action.owners ?? []).map((key) => owners[key]),
    today,
    refreshed: false,
  })
  const entries: Entry[] = []
  for (const { to, on, why, minute } of action.revised ?? []) {
    const row = await reviseActionDate(into, made, {
      completion: completionFor(to, calendar),
      reason: why,
      agreedBy: minute === undefined ? 'lead' : 'committee',
      ...(minute === undefined ? {} : { minute }),
      recordedBy: people.priya,
      recordedAt: calendar.at(on),
      today,
      refreshed: false,
    })
    entries.push({
      ...byPerson(told, people.priya, on),
      action: 'date revised',
      thingKind: 'recommendation',
      thingId: recommendationId,
      after: { actionId: made.id, kind: row.kind, dueOn: row.dueOn },
    })
  }
  return entries
}

const byPerson = ({ councilId, calendar }: Told, personId: string, on: number) => ({
  councilId,
  at: calendar.at(on),
  actor: 'person' as const,
  personId,
  origin: 'demo',
})

async function writeProgress(told: Told, recommendationId: string, point: DemoPoint): Promise<Entry[]> {
  const { into, councilId, calendar, people } = told
  const asked = point.owners.find((key) => key in people)
  const entries: Entry[] = []
  for (const said of point.progress) {
    const asAt = calendar.day(said.on)
    const who = said.by ?? asked ?? 'priya'
    const personId = people[who as keyof typeof people]
    await makeProgress(into, {
      councilId,
      recommendationId,
      asAt,
      category: said.is,
      evidence: said.words,
      contradicts: said.although ?? null,
      printed: printCategory(said.is, factsThen(point, asAt, calendar)),
      way: said.byLink ? 'link' : 'screen',
      personId,
      recordedAt: calendar.at(said.on),
      refreshed: false,
    })
    entries.push({
      ...byPerson(told, personId, said.on),
      action: 'progress recorded',
      thingKind: 'recommendation',
      thingId: recommendationId,
      after: { category: said.is, asAt },
    })
  }
  if (point.asks)
    await makeDateRequest(into, {
      councilId,
      recommendationId,
      askedFor: calendar.day(point.asks.for),
      reason: point.asks.why,
      askedBy: people[point.asks.by],
      askedAt: calendar.at(point.asks.on),
    })
  return entries
}
