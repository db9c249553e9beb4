/** The questions that are asked before a council is known; each goes through one `security definer` function. */
import { sql } from 'drizzle-orm'
import { database } from '../client'
import type { Role, Tx } from '../in-council'

export type SessionPerson = {
  sessionId: string
  userId: string
  startedAt: Date
  lastSeenAt: Date
  personId: string
  councilId: string
  councilName: string
  demo: boolean
  name: string
  email: string
  role: Role
  serviceId: string | null
  limitedToService: boolean
  /** Somebody who belongs to other councils too, and may switch. */
  elsewhere: boolean
  secondFactorAt: Date | null
  hasSecondFactor: boolean
  firstSignedInAt: Date | null
}

const instantOf = (text: string | null): Date | null => (text === null ? null : new Date(text))

/** The person a session token stands for, or null: revoked, disabled and unknown are one answer. */
export async function personOfSession(token: string, now: Date): Promise<SessionPerson | null> {
  const [row] = await database().execute<{
    session_id: string
    user_id: string
    started_at: string
    last_seen_at: string
    person_id: string
    council_id: string
    council_name: string
    demo: boolean
    name: string
    email: string
    role: Role
    service_id: string | null
    limited: boolean
    elsewhere: boolean
    second_factor_at: string | null
    has_factor: boolean
    first_signed_in_at: string | null
  }>(sql`select * from door_session(${token}, ${now.toISOString()}::timestamptz)`)
  if (!row) return null
  return {
    sessionId: row.session_id,
    userId: row.user_id,
    startedAt: new Date(row.started_at),
    lastSeenAt: new Date(row.last_seen_at),
    personId: row.person_id,
    councilId: row.council_id,
    councilName: row.council_name,
    demo: row.demo,
    name: row.name,
    email: row.email,
    role: row.role,
    serviceId: row.service_id,
    limitedToService: row.limited,
    elsewhere: row.elsewhere,
    secondFactorAt: instantOf(row.second_factor_at),
    hasSecondFactor: row.has_factor,
    firstSignedInAt: instantOf(row.first_signed_in_at),
  }
}

export type DemoPerson = {
  personId: string
  councilId: string
  userId: string | null
  name: string
  email: string
  role: Role
  post: string | null
}

export async function listDemoPeople(): Promise<DemoPerson[]> {
  const rows = await database().execute<{
    person_id: string
    council_id: string
    user_id: string | null
    name: string
    email: string
    role: Role
    post: string | null
  }>(sql`select * from door_demo_people()`)
  return rows.map((row) => ({
    personId: row.person_id,
    councilId: row.council_id,
    userId: row.user_id,
    name: row.name,
    email: row.email,
    role: row.role,
    post: row.post,
  }))
}

export async function peopleOfUser(userId: string) {
  const rows = await database().execute<{ person_id: string; council_id: string; council_name: string; role: Role }>(
    sql`select * from door_people_of_user(${userId})`,
  )
  return rows.map((row) => ({
    personId: row.person_id,
    councilId: row.council_id,
    councilName: row.council_name,
    role: row.role,
  }))
}

export async function peopleByEmail(email: string) {
  const rows = await database().execute<{
    person_id: string
    council_id: string
    user_id: string | null
    name: string
  }>(sql`select * from door_people_by_email(${email})`)
  return rows.map((row) => ({
    personId: row.person_id,
    councilId: row.council_id,
    userId: row.user_id,
    name: row.name,
  }))
}

export async function answerLinkByHash(tokenHash: string) {
  const [row] = await database().execute<{ council_id: string; link_id: string; person_id: string }>(
    sql`select * from door_answer_link(${tokenHash})`,
  )
  return row ? { councilId: row.council_id, linkId: row.link_id, personId: row.person_id } : null
}

/** Councils whose reminders for this day nobody has planned yet. */
export async function councilsToPlan(day: string): Promise<string[]> {
  const rows = await database().execute<{ council_id: string }>(sql`select * from door_councils_to_plan(${day}::date)`)
  return rows.map((row) => row.council_id)
}

export async function councilsWithWaitingMail(now: Date): Promise<string[]> {
  const rows = await database().execute<{ council_id: string }>(
    sql`select * from door_councils_with_waiting_mail(${now.toISOString()}::timestamptz)`,
  )
  return rows.map((row) => row.council_id)
}

/** With files that no scanner has judged. */
export async function councilsWithWaitingFiles(): Promise<string[]> {
  const rows = await database().execute<{ council_id: string }>(sql`select * from door_councils_with_waiting_files()`)
  return rows.map((row) => row.council_id)
}

/** With an archive of everything whose week is over. */
export async function councilsWithEndedExports(now: Date): Promise<string[]> {
  const rows = await database().execute<{ council_id: string }>(
    sql`select * from door_councils_with_ended_exports(${now.toISOString()}::timestamptz)`,
  )
  return rows.map((row) => row.council_id)
}

export type RecordSearch = {
  words: string | null
  person: { id: string; name: string; email: string } | null
  fromDay: string | null
  toDay: string | null
}
export type RecordFound = {
  kind: string
  tableName: string
  rowId: string
  thingKind: string
  thingId: string
  day: string
}

const like = (words: string) => `%${words.replace(/[\\%_]/g, '\\$&')}%`

/** In the council of the transaction: at most so many of each place, the latest first. */
export async function searchRecords(
  tx: Tx,
  { words, person, fromDay, toDay }: RecordSearch,
  most: number,
): Promise<RecordFound[]> {
  const rows = await tx.execute<{
    kind: string
    table_name: string
    row_id: string
    thing_kind: string
    thing_id: string
    day: string
  }>(sql`select kind, table_name, row_id, thing_kind, thing_id, day::text from door_search_records(
    ${words && like(words)}::text, ${person?.id ?? null}::uuid, ${person && like(person.name)}::text,
    ${person && like(person.email)}::text, ${fromDay}::date, ${toDay}::date, ${most}::int)`)
  return rows.map((row) => ({
    kind: row.kind,
    tableName: row.table_name,
    rowId: row.row_id,
    thingKind: row.thing_kind,
    thingId: row.thing_id,
    day: row.day,
  }))
}

export async function packLinkByHash(tokenHash: string) {
  const [row] = await database().execute<{ council_id: string; link_id: string }>(
    sql`select * from door_pack_link(${tokenHash})`,
  )
  return row ? { councilId: row.council_id, linkId: row.link_id } : null
}

export async function listCouncils() {
  const rows = await database().execute<{ council_id: string; name: string; demo: boolean }>(
    sql`select * from door_councils()`,
  )
  return rows.map((row) => ({ councilId: row.council_id, name: row.name, demo: row.demo }))
}

/** How much work waits, over all councils: counts only, for those who watch the service. */
export async function countWaiting() {
  const [row] = await database().execute<{
    mails: number
    files: number
    packs: number
    reminders_planned_on: string | null
  }>(sql`select * from door_waiting_counts()`)
  if (!row) throw new Error('The counts of what waits came back without a row.')
  const { mails, files, packs, reminders_planned_on: remindersPlannedOn } = row
  return { mails, files, packs, remindersPlannedOn }
}
