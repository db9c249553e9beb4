/** Mails: what waits, what was sent, and what became of each. */
import { and, asc, desc, eq, inArray, lt, lte, sql } from 'drizzle-orm'
import type { IsoDate } from '~/domain/dates'
import type { CouncilScope, Tx } from '../in-council'
import { enqueue } from '../queue'
import { notices, people, type AskedOf, type NoticeState } from '../schema'

export type NoticeRow = typeof notices.$inferSelect
export type NewNotice = {
  personId: string
  address: string
  kind: string
  day: IsoDate
  subject: string
  text: string
  html: string
  items: AskedOf[]
  messageId: string
}

/** Written in the transaction of what it tells of, with the job that sends it. A second reminder for the same person
 * and day is none. Returns whose were new. */
export async function insertNotices(scope: CouncilScope, tx: Tx, given: NewNotice[], now: Date): Promise<Set<string>> {
  const written = new Set<string>()
  if (given.length === 0) return written
  for (let from = 0; from < given.length; from += 500) {
    const rows = given.slice(from, from + 500).map((notice) => ({
      ...notice,
      councilId: scope.councilId,
      state: 'waiting' as const,
      createdAt: now,
      tryAfter: now,
    }))
    const made = await tx.insert(notices).values(rows).onConflictDoNothing().returning({ personId: notices.personId })
    for (const { personId } of made) if (personId !== null) written.add(personId)
  }
  await enqueue(tx, { name: 'send-notices', councilId: scope.councilId })
  return written
}

/** Reminders of earlier days that never went out, and that nobody is sending now. */
export const lockUnsentReminders = (scope: CouncilScope, tx: Tx, before: IsoDate, personIds: string[]) =>
  personIds.length === 0
    ? Promise.resolve([])
    : tx
        .select()
        .from(notices)
        .where(
          and(
            eq(notices.councilId, scope.councilId),
            eq(notices.kind, 'reminder'),
            eq(notices.state, 'waiting'),
            lt(notices.day, before),
            inArray(notices.personId, personIds),
          ),
        )
        .for('update', { skipLocked: true })

/**
 * Takes notices that are due into this worker's hands: nobody else takes them before `until`, when a worker that died
 * with them is given up.
 */
export async function claimNotices(
  scope: CouncilScope,
  tx: Tx,
  { now, until, most }: { now: Date; until: Date; most: number },
): Promise<NoticeRow[]> {
  const due = await tx
    .select({ id: notices.id })
    .from(notices)
    .where(and(eq(notices.councilId, scope.councilId), eq(notices.state, 'waiting'), lte(notices.tryAfter, now)))
    .orderBy(asc(notices.tryAfter), asc(notices.createdAt))
    .limit(most)
    .for('update', { skipLocked: true })
  if (due.length === 0) return []
  return tx
    .update(notices)
    .set({ tryAfter: until, attempts: sql`${notices.attempts} + 1` })
    .where(
      and(
        eq(notices.councilId, scope.councilId),
        inArray(
          notices.id,
          due.map(({ id }) => id),
        ),
      ),
    )
    .returning()
}

export type NoticeResult = {
  state: NoticeState
  delivery: string
  tryAfter?: Date
  sentAt?: Date
  address?: string
  subject?: string
  text?: string
  html?: string
}

/** In one statement, however many: each as it comes where they come slowly. What a result leaves out stays. */
export async function recordResults(
  scope: CouncilScope,
  tx: Tx,
  results: readonly { id: string; result: NoticeResult }[],
): Promise<void> {
  if (results.length === 0) return
  const rows = results.map(({ id, result }) => ({ id, ...result }))
  await tx.execute(sql`
    update notices as n set
      state = r.state, delivery = r.delivery,
      try_after = coalesce(r."tryAfter", n.try_after), sent_at = coalesce(r."sentAt", n.sent_at),
      address = coalesce(r.address, n.address), subject = coalesce(r.subject, n.subject),
      text = coalesce(r.text, n.text), html = coalesce(r.html, n.html)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
      id uuid, state text, delivery text, "tryAfter" timestamptz, "sentAt" timestamptz,
      address text, subject text, text text, html text)
    where n.council_id = ${scope.councilId} and n.id = r.id and n.state = 'waiting'`)
}

/** Newest first, with whom each was to. */
export const listNotices = (scope: CouncilScope, tx: Tx, page: { from: number; most: number }) =>
  tx
    .select({
      id: notices.id,
      kind: notices.kind,
      day: notices.day,
      subject: notices.subject,
      address: notices.address,
      state: notices.state,
      delivery: notices.delivery,
      createdAt: notices.createdAt,
      sentAt: notices.sentAt,
      to: people.name,
    })
    .from(notices)
    .leftJoin(people, and(eq(people.councilId, notices.councilId), eq(people.id, notices.personId)))
    .where(eq(notices.councilId, scope.councilId))
    .orderBy(desc(notices.createdAt), desc(notices.id))
    .offset(page.from)
    .limit(page.most)

export const countNoticesByState = (scope: CouncilScope, tx: Tx) =>
  tx
    .select({ state: notices.state, mails: sql<number>`count(*)::int` })
    .from(notices)
    .where(eq(notices.councilId, scope.councilId))
    .groupBy(notices.state)

export async function getNotice(scope: CouncilScope, tx: Tx, id: string) {
  const [row] = await tx
    .select({ notice: notices, to: people.name })
    .from(notices)
    .leftJoin(people, and(eq(people.councilId, notices.councilId), eq(people.id, notices.personId)))
    .where(and(eq(notices.councilId, scope.councilId), eq(notices.id, id)))
  return row ?? null
}
