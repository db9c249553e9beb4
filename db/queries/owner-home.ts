/** What is asked of one person: their open points and the documents they are to supply, due first. */
import { sql } from 'drizzle-orm'
import type { IsoDate } from '~/domain/dates'
import type { RequestState } from '~/domain/document-request'
import type { Category } from '~/domain/progress'
import type { CouncilScope, Tx } from '../in-council'

/** Themselves, as a team's contact too, and whoever is on leave today and named them as deputy. */
const standsFor = (scope: CouncilScope, personId: string, today: IsoDate) => sql`
  select p.id from people p where p.council_id = ${scope.councilId} and (p.id = ${personId}
    or (p.deputy_id = ${personId} and p.away_from <= ${today} and (p.away_until is null or p.away_until >= ${today})))`

export type OwnPoint = {
  id: string
  number: string
  source: string
  text: string
  answering: boolean
  /** Of the owner, where it is a team or somebody who is away. */
  owner: string
  isOwn: boolean
  dueOn: IsoDate | null
  /** Without a due day because every action is finished. */
  finished: boolean
  category: Category | null
  lastAnswerOn: IsoDate | null
}

export async function listOwnPoints(
  scope: CouncilScope,
  tx: Tx,
  { personId, today, most }: { personId: string; today: IsoDate; most: number },
): Promise<OwnPoint[]> {
  const rows = await tx.execute<{
    id: string
    number: string
    source: string
    text: string
    answering: boolean
    owner: string
    is_own: boolean
    due_on: string | null
    finished: boolean
    category: Category | null
    last_answer_on: string | null
  }>(sql`
    select * from (
      select distinct on (r.id) r.id, r.number, s.title as source, left(r.text, 260) as text, ro.answering,
        o.name as owner, (o.kind = 'person' and o.person_id = ${personId}) as is_own,
        r.due_on::text, r.category, coalesce(r.due_on is null and (
          select bool_and(a.state in ('done', 'no-longer-needed')) from actions a
          where a.council_id = r.council_id and a.recommendation_id = r.id), false) as finished, r.last_answer_on::text
      from owners o
      join recommendation_owners ro on ro.council_id = o.council_id and ro.owner_id = o.id and ro.state = 'open'
      join recommendations r on r.council_id = ro.council_id and r.id = ro.recommendation_id and r.state = 'open'
      join sources s on s.council_id = r.council_id and s.id = r.source_id
      where o.council_id = ${scope.councilId} and o.person_id in (${standsFor(scope, personId, today)})
      order by r.id, ro.answering desc, is_own desc
    ) mine
    order by due_on nulls last, finished, source, number
    limit ${most}`)
  return rows.map(({ is_own, due_on, last_answer_on, ...row }) => ({
    ...row,
    isOwn: is_own,
    dueOn: due_on,
    lastAnswerOn: last_answer_on,
  }))
}

export type OwnRequest = {
  id: string
  title: string
  state: RequestState
  dueOn: IsoDate | null
  stateReason: string | null
}

/** Not answered yet: asked, or sent back. */
export async function listOwnRequests(
  scope: CouncilScope,
  tx: Tx,
  { personId, today }: { personId: string; today: IsoDate },
): Promise<OwnRequest[]> {
  const rows = await tx.execute<{
    id: string
    title: string
    state: RequestState
    due_on: string | null
    state_reason: string | null
  }>(sql`
    select d.id, d.title, d.state, d.due_on::text, d.state_reason
    from document_requests d
    join reviews v on v.council_id = d.council_id and v.id = d.review_id and v.state <> 'held'
    join owners o on o.council_id = d.council_id and o.id = d.owner_id
    where d.council_id = ${scope.councilId} and d.state in ('asked', 'sent-back')
      and o.person_id in (${standsFor(scope, personId, today)})
    order by d.due_on nulls last, d.position
    limit 100`)
  return rows.map(({ due_on, state_reason, ...row }) => ({ ...row, dueOn: due_on, stateReason: state_reason }))
}
