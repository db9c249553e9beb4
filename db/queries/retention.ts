/**
 * What has been kept long enough, kind by kind, and what of it a hold keeps. The page counts with it under the
 * application's role; the command deletes with it as the owner, who alone may.
 */
import { sql, type SQL } from 'drizzle-orm'
import { daysHeldAfter } from '~/domain/information-request'
import { retentionDefaults, retentionKinds, type RetentionKind } from '~/domain/retention'
import type { IsoDate } from '~/domain/dates'
import type { CouncilScope, Tx } from '../in-council'
import { disposals, retentionRules } from '../schema'
import { fileColumns } from '../archive/tables'

/** Entries of the record of changes that say somebody tried and could not. */
const failed = sql`(t.action like 'sign-in refused%' or t.action like '%second factor refused%' or t.action like 'attempt%' or t.action like 'not allowed%')`
/** The address that somebody whose name has gone has from then on. */
export const formerAddress = (personId: string) => `former-${personId}@removed.invalid`
const isFormer = sql`t.email like 'former-%@removed.invalid'`

type Candidates = {
  table: string
  /** What has been kept long enough; the day stands for `before`. */
  where: (council: string, before: IsoDate) => SQL
  hold: { kind: string; id: SQL }
  words: SQL
  people: SQL
}

const candidates: Readonly<Record<RetentionKind, Candidates>> = {
  'closed-recommendations': {
    table: 'recommendations',
    where: (_, before) => sql`t.state = 'closed' and t.closed_on < ${before}::date`,
    hold: { kind: 'recommendation', id: sql`t.id::text` },
    words: sql`concat_ws(E'\n', t.text, t.quote, t.notes::text, t.closed_reason,
      (select string_agg(concat_ws(E'\n', a.text, a.state_reason), E'\n') from actions a where a.council_id = t.council_id and a.recommendation_id = t.id),
      (select string_agg(concat_ws(E'\n', p.evidence, p.contradicts), E'\n') from progress_updates p where p.council_id = t.council_id and p.recommendation_id = t.id))`,
    people: sql`array(
      select o.person_id from recommendation_owners ro join owners o on o.council_id = ro.council_id and o.id = ro.owner_id
        where ro.council_id = t.council_id and ro.recommendation_id = t.id and o.person_id is not null
      union select o.person_id from actions a join action_owners ao on ao.council_id = a.council_id and ao.action_id = a.id
        join owners o on o.council_id = ao.council_id and o.id = ao.owner_id
        where a.council_id = t.council_id and a.recommendation_id = t.id and o.person_id is not null
      union select p.person_id from progress_updates p
        where p.council_id = t.council_id and p.recommendation_id = t.id and p.person_id is not null)`,
  },
  evidence: {
    table: 'evidence_items',
    where: (_, before) => sql`greatest(t.document_on, (select max(v.uploaded_at)::date from evidence_versions v
        where v.council_id = t.council_id and v.item_id = t.id)) < ${before}::date
      and not exists (select 1 from evidence_recommendations l join recommendations r on r.council_id = l.council_id and r.id = l.recommendation_id
        where l.council_id = t.council_id and l.item_id = t.id and r.state = 'open')
      and not exists (select 1 from evidence_actions l join actions a on a.council_id = l.council_id and a.id = l.action_id
        join recommendations r on r.council_id = a.council_id and r.id = a.recommendation_id
        where l.council_id = t.council_id and l.item_id = t.id and r.state = 'open')
      and not exists (select 1 from evidence_requests l join document_requests d on d.council_id = l.council_id and d.id = l.request_id
        join reviews r on r.council_id = d.council_id and r.id = d.review_id
        where l.council_id = t.council_id and l.item_id = t.id and r.state <> 'held')`,
    hold: { kind: 'evidence', id: sql`t.id::text` },
    words: sql`concat_ws(E'\n', t.title, t.released_reason, (select string_agg(concat_ws(' ', v.file_name, v.url), E'\n')
      from evidence_versions v where v.council_id = t.council_id and v.item_id = t.id))`,
    people: sql`array_remove(array[t.created_by, t.released_by], null) || array(select v.uploaded_by from evidence_versions v
      where v.council_id = t.council_id and v.item_id = t.id)`,
  },
  'superseded-versions': {
    table: 'evidence_versions',
    where: (_, before) => sql`t.uploaded_at < ${before}::date and exists (select 1 from evidence_versions n
      where n.council_id = t.council_id and n.item_id = t.item_id and n.number > t.number)`,
    hold: { kind: 'evidence', id: sql`t.item_id::text` },
    words: sql`concat_ws(E'\n', t.file_name, t.url, (select i.title from evidence_items i where i.council_id = t.council_id and i.id = t.item_id))`,
    people: sql`array[t.uploaded_by]`,
  },
  packs: {
    table: 'packs',
    where: (_, before) => sql`t.state <> 'building' and coalesce(t.issued_at, t.requested_at) < ${before}::date`,
    hold: { kind: 'pack', id: sql`t.id::text` },
    words: sql`t.manifest::text`,
    people: sql`array[t.requested_by]`,
  },
  mails: {
    table: 'notices',
    where: (_, before) => sql`t.state <> 'waiting' and t.created_at < ${before}::date`,
    hold: { kind: 'notice', id: sql`t.id::text` },
    words: sql`concat_ws(E'\n', t.subject, t.text, t.address)`,
    people: sql`array_remove(array[t.person_id], null)`,
  },
  drafts: {
    table: 'imports',
    where: (_, before) => sql`t.state not in ('confirmed', 'reading') and t.created_at < ${before}::date
      and not exists (select 1 from sources s where s.council_id = t.council_id and s.import_id = t.id)`,
    hold: { kind: 'import', id: sql`t.id::text` },
    words: sql`concat_ws(E'\n', t.file_name, t.draft::text)`,
    people: sql`array[t.created_by]`,
  },
  people: {
    table: 'people',
    where: (_, before) => sql`t.disabled_at < ${before}::date and not ${isFormer}`,
    hold: { kind: 'person', id: sql`t.id::text` },
    words: sql`concat_ws(E'\n', t.name, t.email, t.post)`,
    people: sql`array[t.id]`,
  },
  'failed-attempts': {
    table: 'audit_entries',
    where: (_, before) => sql`t.at < ${before}::date and ${failed}`,
    hold: { kind: 'audit-entry', id: sql`t.id::text` },
    words: sql`concat_ws(E'\n', t.before::text, t.after::text)`,
    people: sql`array_remove(array[t.person_id], null)`,
  },
  audit: {
    table: 'audit_entries',
    where: (_, before) => sql`t.at < ${before}::date and not ${failed}`,
    hold: { kind: 'audit-entry', id: sql`t.id::text` },
    words: sql`concat_ws(E'\n', t.before::text, t.after::text)`,
    people: sql`array_remove(array[t.person_id], null)`,
  },
}

/** Since when each hold, and each request for information that found it, keeps a row `t`. */
const keeping = (council: string, { hold, words, people }: Candidates) => sql`
  select h.placed_at as since from holds h where h.council_id = ${council} and h.lifted_at is null and (
    (h.thing_kind = ${hold.kind} and h.thing_id = ${hold.id})
    or h.person_id = any(${people})
    or strpos(lower(${words}), lower(h.words)) > 0)
  union all
  select f.found_at from information_request_hits f
  join information_requests q on q.council_id = f.council_id and q.id = f.request_id
  where f.council_id = ${council} and f.thing_kind = ${hold.kind} and f.thing_id = ${hold.id}
    and (q.closed_on is null or q.closed_on > current_date - ${daysHeldAfter}::int)`

/** Each with whether something keeps it. */
function dueRows(scope: CouncilScope, kind: RetentionKind, before: IsoDate): SQL {
  const candidate = candidates[kind]
  const council = scope.councilId
  return sql`select t.id::text as id, exists (${keeping(council, candidate)}) as held
    from ${sql.identifier(candidate.table)} t where t.council_id = ${council} and ${candidate.where(council, before)}`
}

export type Due = { going: number; held: number }

export async function countDue(scope: CouncilScope, tx: Tx, kind: RetentionKind, before: IsoDate): Promise<Due> {
  const [row] = await tx.execute<{ going: number; held: number }>(sql`
    select count(*) filter (where not held)::int as going, count(*) filter (where held)::int as held
    from (${dueRows(scope, kind, before)}) d`)
  return { going: row!.going, held: row!.held }
}

/** At most so many ids that nothing holds, after this one. */
export async function listGoing(
  scope: CouncilScope,
  tx: Tx,
  { kind, before, after, most }: { kind: RetentionKind; before: IsoDate; after: string; most: number },
): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(
    sql`select id from (${dueRows(scope, kind, before)}) d where not held and id > ${after} order by id limit ${most}`,
  )
  return rows.map(({ id }) => id)
}

const things = {
  recommendation: 'closed-recommendations',
  evidence: 'evidence',
  notice: 'mails',
  person: 'people',
} as const satisfies Record<string, RetentionKind>
export type HeldThing = keyof typeof things

/** Whether a hold keeps it, and since when: for the page that shows it. */
export async function heldSince(scope: CouncilScope, tx: Tx, kind: HeldThing, id: string): Promise<Date | null> {
  const candidate = candidates[things[kind]]
  const [row] = await tx.execute<{ since: string | null }>(sql`
    select (select min(k.since)::text from (${keeping(scope.councilId, candidate)}) k) as since
    from ${sql.identifier(candidate.table)} t where t.council_id = ${scope.councilId} and t.id = ${id}`)
  return row?.since == null ? null : new Date(row.since)
}

/** A hold and a disposal of one council never meet half way. Any number that nothing else locks on. */
export const lockRecords = async (scope: CouncilScope, tx: Tx): Promise<void> =>
  void (await tx.execute(sql`select pg_advisory_xact_lock(573005, hashtext(${scope.councilId}))`))

export type Rules = Record<RetentionKind, { months: number; reason: string; own: boolean }>

export async function readRules(scope: CouncilScope, tx: Tx): Promise<Rules> {
  const rows = await tx
    .select()
    .from(retentionRules)
    .where(sql`${retentionRules.councilId} = ${scope.councilId}`)
  return Object.fromEntries(
    retentionKinds.map((kind) => {
      const own = rows.find((row) => row.kind === kind)
      const usual = retentionDefaults[kind]
      return [
        kind,
        { months: own?.months ?? usual.months, reason: own?.reason ?? usual.reason, own: own !== undefined },
      ]
    }),
  ) as Rules
}

export async function writeRule(
  scope: CouncilScope,
  tx: Tx,
  rule: { kind: RetentionKind; months: number; reason: string; changedBy: string; changedAt: Date },
): Promise<void> {
  await tx
    .insert(retentionRules)
    .values({ ...rule, councilId: scope.councilId })
    .onConflictDoUpdate({ target: [retentionRules.councilId, retentionRules.kind], set: rule })
}

export const listDisposals = (scope: CouncilScope, tx: Tx) =>
  tx
    .select()
    .from(disposals)
    .where(sql`${disposals.councilId} = ${scope.councilId}`)
    .orderBy(sql`${disposals.disposedAt} desc`)
    .limit(200)

type Disposal = { kind: RetentionKind; ids: string[]; months: number; before: IsoDate; why: string; disposedAt: Date }

export const insertDisposal = async (scope: CouncilScope, tx: Tx, disposal: Disposal): Promise<void> =>
  void (await tx.insert(disposals).values({ ...disposal, councilId: scope.councilId, count: disposal.ids.length }))

/** As the owner. The hashes of the files that the rows named. */
export async function deleteRecords(
  scope: CouncilScope,
  tx: Tx,
  kind: Exclude<RetentionKind, 'people'>,
  ids: string[],
): Promise<string[]> {
  const { table } = candidates[kind]
  const council = scope.councilId
  const these = sql`council_id = ${council} and id::text in ${ids}`
  const named = await filesNamedBy(scope, tx, kind, ids)
  if (kind === 'closed-recommendations') {
    // A later point that had it as an earlier one stands by itself from now on.
    for (const column of ['earlier_id', 'superseded_by_id'])
      await tx.execute(
        sql`update recommendations set ${sql.identifier(column)} = null where council_id = ${council} and ${sql.identifier(column)}::text in ${ids}`,
      )
  }
  await tx.execute(sql`delete from ${sql.identifier(table)} where ${these}`)
  return named
}

async function filesNamedBy(scope: CouncilScope, tx: Tx, kind: RetentionKind, ids: string[]): Promise<string[]> {
  const from: Partial<Record<RetentionKind, SQL>> = {
    evidence: sql`evidence_versions where council_id = ${scope.councilId} and item_id::text in ${ids}`,
    'superseded-versions': sql`evidence_versions where council_id = ${scope.councilId} and id::text in ${ids}`,
    packs: sql`packs where council_id = ${scope.councilId} and id::text in ${ids}`,
    drafts: sql`imports where council_id = ${scope.councilId} and id::text in ${ids}`,
  }
  if (from[kind] === undefined) return []
  const rows = await tx.execute<{ sha256: string }>(
    sql`select distinct sha256 from ${from[kind]} and sha256 is not null`,
  )
  return rows.map(({ sha256 }) => sha256)
}

/** Of these files, the ones that no row names any more. */
export async function filesUnnamed(scope: CouncilScope, tx: Tx, files: string[]): Promise<string[]> {
  if (files.length === 0) return []
  const named = fileColumns.map((place) => {
    const [table = '', column = ''] = place.split('.')
    return sql`select ${sql.identifier(column)} as sha256 from ${sql.identifier(table)}
               where council_id = ${scope.councilId} and ${sql.identifier(column)} in ${files}`
  })
  const rows = await tx.execute<{ sha256: string }>(sql.join(named, sql` union `))
  const kept = new Set(rows.map(({ sha256 }) => sha256))
  return files.filter((sha256) => !kept.has(sha256))
}
