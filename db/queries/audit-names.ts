/** Names of what entries of the record speak of by id, looked up for many at once. */
import { sql, type SQL } from 'drizzle-orm'
import { assessmentBody, reviewTitle } from '~/domain/assessment-body'
import { idsIn, whoDid, type Actor, type RecordedChange, type ThingKind } from '~/domain/audit-words'
import type { ReviewKind } from '~/domain/reading/draft'
import type { CouncilScope, Tx } from '../in-council'

export type Named = { label: string; /** Of the thing whose page shows it, where that is another. */ pageId: string }
type Row = { id: string; label: string; page: string }

const reviewLabel = (label: string): string => {
  const [kind, body] = label.split('\n')
  return reviewTitle(assessmentBody(body!), kind as ReviewKind)
}

/** People and things alike, by their id; who or what is gone has no name. */
export async function namesOf(scope: CouncilScope, tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const council = scope.councilId
  const rows = await tx.execute<{ id: string; name: string }>(sql`
    with wanted as (select unnest(${`{${wanted.join(',')}}`}::uuid[]) as id)
    select p.id, p.name from wanted join people p on p.council_id = ${council} and p.id = wanted.id
    union all select o.id, o.name from wanted join owners o on o.council_id = ${council} and o.id = wanted.id
    union all select r.id, r.number from wanted join recommendations r on r.council_id = ${council} and r.id = wanted.id
    union all select s.id, s.name from wanted join services s on s.council_id = ${council} and s.id = wanted.id
    union all select c.id, c.name from wanted join certifications c on c.council_id = ${council} and c.id = wanted.id
    union all select d.id, d.title from wanted join document_requests d on d.council_id = ${council} and d.id = wanted.id`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Where each kind lies and what it is called there. */
const named = (table: string, label: string) => (council: string, ids: SQL) =>
  sql`select id, ${sql.raw(label)} as label, id as page from ${sql.raw(table)} where council_id = ${council} and id = any(${ids})`
const thingRows: Partial<Record<ThingKind, (council: string, ids: SQL) => SQL>> = {
  recommendation: named('recommendations', "number || '. ' || left(regexp_replace(text, '\\s+', ' ', 'g'), 90)"),
  owner: named('owners', 'name'),
  source: named('sources', 'title'),
  import: named('imports', 'file_name'),
  evidence: named('evidence_items', 'title'),
  request: named('document_requests', 'title'),
  pack: named('packs', "'Pack ' || number"),
  certification: named('certifications', 'name'),
  person: named('people', 'name'),
  service: named('services', 'name'),
  notice: named('notices', 'subject'),
  'pack-link': (council, ids) => sql`
    select l.id, 'Pack ' || p.number as label, p.id as page from pack_links l
    join packs p on p.council_id = l.council_id and p.id = l.pack_id
    where l.council_id = ${council} and l.id = any(${ids})`,
  review: (council, ids) => sql`
    select r.id, r.kind || E'\\n' || c.body as label, r.id as page from reviews r
    join certifications c on c.council_id = r.council_id and c.id = r.certification_id
    where r.council_id = ${council} and r.id = any(${ids})`,
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
export type Thing = { kind: ThingKind; id: string }
export const thingKey = ({ kind, id }: Thing) => `${kind} ${id}`

/** What each is called, one query a kind. What is gone, or has no name of its own, is left out. */
export async function nameThings(scope: CouncilScope, tx: Tx, things: readonly Thing[]): Promise<Map<string, Named>> {
  const byKind = new Map<ThingKind, Set<string>>()
  for (const { kind, id } of things) if (ID.test(id)) byKind.set(kind, (byKind.get(kind) ?? new Set()).add(id))
  const found = await Promise.all(
    [...byKind].map(async ([kind, wanted]) => {
      const ids = sql`${`{${[...wanted].join(',')}}`}::uuid[]`
      const query = thingRows[kind]?.(scope.councilId, ids)
      const rows = query === undefined ? [] : await tx.execute<Row>(query)
      return rows.map(({ id, label, page }): [string, Named] => [
        thingKey({ kind, id }),
        { label: kind === 'review' ? reviewLabel(label) : label, pageId: page },
      ])
    }),
  )
  return new Map(found.flat())
}

/** The name of whoever did something, or is spoken of: who is here no longer is somebody who has left. */
export const gone = 'somebody who has left'

export type Told = RecordedChange & Actor

/** Names of everybody and everything that some entries speak of, and who did each. */
export async function readNames(scope: CouncilScope, tx: Tx, entries: readonly Told[]) {
  const actors = entries.flatMap(({ personId }) => personId ?? [])
  const names = await namesOf(scope, tx, [...actors, ...entries.flatMap(idsIn)])
  const nameOf = (id: string) => names.get(id) ?? gone
  return { nameOf, known: (id: string) => names.get(id), who: (entry: Told) => whoDid(entry, nameOf) }
}
