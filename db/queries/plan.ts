/** The plan: recommendations by filter, in order, a page at a time. The inner query finds the ids in order, from one
 * index where there is one for it; only then is what is shown of those few fetched. */
import { sql, type SQL } from 'drizzle-orm'
import type { IsoDate } from '~/domain/dates'
import type { PlanFilter, PlanSearch, PlanSort } from '~/domain/plan-search'
import type { Category } from '~/domain/progress'
import type { CouncilScope, Tx } from '../in-council'

/** Whose eyes: null sees the whole plan, an owner limited to a service sees its points and their own. */
export type PlanLimit = { personId: string; serviceId: string | null } | null
export type PlanQuery = { search: PlanSearch; limit: PlanLimit; today: IsoDate }
export type PlanRow = {
  id: string
  number: string
  /** The beginning of the words. */
  text: string
  source: string
  answering: string | null
  /** How many owners, the answering one included. */
  owners: number
  dueOn: IsoDate | null
  /** Without a due day because every action is finished; otherwise the missing day is a gap. */
  finished: boolean
  state: 'open' | 'closed'
  category: Category | null
  categoryPrinted: string | null
  lastAnswerOn: IsoDate | null
}

/** A row of the export: the whole words, all owners and all elements. */
export type PlanExportRow = PlanRow & { ownerNames: string | null; elements: string | null; service: string | null }

const shownOfWords = 240

/** An owner's plan is read from their own rows, which carry state and due day; nothing else is touched for it. */
const isByOwner = ({ ownerId }: PlanFilter) => ownerId !== null && ownerId !== 'none'
const id = (filter: PlanFilter) => (isByOwner(filter) ? sql`mine.recommendation_id` : sql`r.id`)
const column = (filter: PlanFilter, name: 'state' | 'due_on') => sql.raw(`${isByOwner(filter) ? 'mine' : 'r'}.${name}`)

function ownConditions(scope: CouncilScope, { search, limit }: PlanQuery): SQL[] {
  const council = scope.councilId
  const conditions: SQL[] = []
  if (search.words !== '') {
    conditions.push(
      sql`(position(lower(${search.words}) in lower(r.text)) > 0 or lower(r.number) = lower(${search.words}))`,
    )
  }
  if (search.sourceId !== null) conditions.push(sql`r.source_id = ${search.sourceId}`)
  if (search.serviceId !== null) conditions.push(sql`r.service_id = ${search.serviceId}`)
  const elements = (which: SQL) =>
    sql`exists (select 1 from recommendation_elements e
      where e.council_id = ${council} and e.recommendation_id = ${id(search)} and ${which})`
  if (search.element !== null) conditions.push(elements(sql`e.element = ${search.element}`))
  if (search.criterion !== null) conditions.push(elements(sql`split_part(e.element, '.', 1) = ${search.criterion}`))
  if (search.ownerId === 'none') {
    conditions.push(sql`not exists (select 1 from recommendation_owners o
      where o.council_id = ${council} and o.recommendation_id = r.id)`)
  }
  if (search.categories.length > 0) {
    const given = search.categories.filter((category) => category !== 'none')
    const either = [
      ...(search.categories.includes('none') ? [sql`r.category is null`] : []),
      ...(given.length > 0 ? [sql`r.category in ${given}`] : []),
    ]
    conditions.push(sql`(${sql.join(either, sql` or `)})`)
  }
  if (limit !== null) {
    conditions.push(sql`(r.service_id in (
        with recursive within as (
          select id from services where council_id = ${council} and id = ${limit.serviceId}
          union select s.id from services s join within on s.parent_id = within.id where s.council_id = ${council})
        select id from within)
      or exists (select 1 from recommendation_owners ro join owners o on o.council_id = ro.council_id and o.id = ro.owner_id
        where ro.council_id = ${council} and ro.recommendation_id = r.id and o.person_id = ${limit.personId})
      or exists (select 1 from actions a join action_owners ao on ao.council_id = a.council_id and ao.action_id = a.id
        join owners o on o.council_id = ao.council_id and o.id = ao.owner_id
        where a.council_id = ${council} and a.recommendation_id = r.id and o.person_id = ${limit.personId}))`)
  }
  return conditions
}

const sortedByRecommendation: readonly PlanSort[] = ['number', 'source', 'category', 'answered']

/** "from … where …" of the ids; `order` tells what the order needs beside the filter. */
function idsFrom(scope: CouncilScope, query: PlanQuery, order: PlanSort | null): SQL {
  const { search, today } = query
  const council = scope.councilId
  const own = ownConditions(scope, query)
  const tables: SQL[] = []
  const where: SQL[] = [...own]
  const join = (table: SQL, on: SQL) => tables.push(tables.length === 0 ? table : sql`join ${table} on ${on}`)
  if (isByOwner(search)) {
    join(sql`recommendation_owners mine`, sql``)
    where.unshift(sql`mine.council_id = ${council} and mine.owner_id = ${search.ownerId}`)
  }
  if (!isByOwner(search) || own.length > 0 || (order !== null && sortedByRecommendation.includes(order))) {
    join(sql`recommendations r`, sql`r.council_id = ${council} and r.id = ${id(search)}`)
    where.unshift(sql`r.council_id = ${council}`)
  }
  if (search.state !== 'all') where.push(sql`${column(search, 'state')} = ${search.state}`)
  if (search.overdue) {
    where.push(sql`${column(search, 'state')} = 'open' and ${column(search, 'due_on')} < ${today}`)
  }
  if (order === 'number' || order === 'source') {
    join(sql`sources s`, sql`s.council_id = ${council} and s.id = r.source_id`)
  }
  if (order === 'owner') {
    tables.push(sql`left join recommendation_owners first on first.council_id = ${council}
        and first.recommendation_id = ${id(search)} and first.answering
      left join owners answers on answers.council_id = ${council} and answers.id = first.owner_id`)
  }
  return sql`from ${sql.join(tables, sql` `)} where ${sql.join(where, sql` and `)}`
}

/** The keys of an order, most telling first; the id last, so that no page shows a row twice. */
function orderKeys(search: PlanSearch): { key: SQL; direction: SQL }[] {
  const due = column(search, 'due_on')
  const up = sql`asc nulls last`
  const asked = search.descending ? sql`desc nulls last` : up
  const rest = [
    { key: due, direction: up },
    { key: id(search), direction: up },
  ]
  const recommendation = { key: id(search), direction: up }
  switch (search.sort) {
    case 'due':
      return [{ key: due, direction: asked }, recommendation]
    case 'number':
      return [{ key: sql`r.position`, direction: asked }, { key: sql`lower(s.title)`, direction: up }, recommendation]
    case 'source':
      return [{ key: sql`lower(s.title)`, direction: asked }, { key: sql`r.position`, direction: up }, recommendation]
    case 'owner':
      return [{ key: sql`lower(answers.name)`, direction: asked }, ...rest]
    case 'category':
      return [{ key: sql`r.category`, direction: asked }, ...rest]
    case 'answered':
      // Never answered is the longest silence.
      return [
        { key: sql`r.last_answer_on`, direction: search.descending ? sql`desc nulls last` : sql`asc nulls first` },
        ...rest,
      ]
  }
}

const comma = sql`, `

function planSql(scope: CouncilScope, query: PlanQuery, page: { limit: number; offset: number } | null): SQL {
  const council = scope.councilId
  const keys = orderKeys(query.search)
  const named = keys.map(({ key }, index) => sql`${key} as ${sql.raw(`k${index}`)}`)
  const order = keys.map(({ direction }, index) => sql`${sql.raw(`k${index}`)} ${direction}`)
  const whole = sql`r.text,
      (select string_agg(o.name, '; ' order by ro.position) from recommendation_owners ro
       join owners o on o.council_id = ro.council_id and o.id = ro.owner_id
       where ro.council_id = ${council} and ro.recommendation_id = r.id) as "ownerNames",
      (select string_agg(e.element, ', ' order by e.element) from recommendation_elements e
       where e.council_id = ${council} and e.recommendation_id = r.id) as elements,
      (select name from services where council_id = ${council} and id = r.service_id) as service`
  return sql`select r.id, r.number, ${page === null ? whole : sql`left(r.text, ${shownOfWords}) as text`}, s.title as source,
      r.due_on as "dueOn", r.state, r.category, r.category_printed as "categoryPrinted",
      r.last_answer_on as "lastAnswerOn", a.name as answering,
      coalesce(r.due_on is null and (select bool_and(a.state in ('done', 'no-longer-needed')) from actions a
        where a.council_id = ${council} and a.recommendation_id = r.id), false) as finished,
      (select count(*)::int from recommendation_owners o
       where o.council_id = ${council} and o.recommendation_id = r.id) as owners
    from (select ${id(query.search)} as id, ${sql.join(named, comma)} ${idsFrom(scope, query, query.search.sort)}
      order by ${sql.join(order, comma)}
      ${page === null ? sql`` : sql`limit ${page.limit} offset ${page.offset}`}) ids
    join recommendations r on r.council_id = ${council} and r.id = ids.id
    join sources s on s.council_id = ${council} and s.id = r.source_id
    left join recommendation_owners ao on ao.council_id = ${council} and ao.recommendation_id = r.id and ao.answering
    left join owners a on a.council_id = ${council} and a.id = ao.owner_id
    order by ${sql.join(order, comma)}`
}

export const listPlan = async (
  scope: CouncilScope,
  tx: Tx,
  query: PlanQuery,
  page: { limit: number; offset: number },
): Promise<PlanRow[]> => [...(await tx.execute<PlanRow>(planSql(scope, query, page)))]

/** Counted to its end in a tenth of the time; nobody turns two hundred pages. */
export const mostCounted = 10_000

/** One more than `mostCounted` where there are more. */
export async function countPlan(scope: CouncilScope, tx: Tx, query: PlanQuery): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from (select ${id(query.search)} ${idsFrom(scope, query, null)} limit ${mostCounted + 1}) found`,
  )
  return row?.count ?? 0
}

/** Every row of the list, some at a time: an export of any length needs no more memory than one batch. */
export async function* walkPlan(
  scope: CouncilScope,
  tx: Tx,
  query: PlanQuery,
  batch = 2000,
): AsyncGenerator<PlanExportRow[]> {
  await tx.execute(sql`declare plan_rows no scroll cursor for ${planSql(scope, query, null)}`)
  for (;;) {
    const rows = await tx.execute<PlanExportRow>(sql`fetch ${sql.raw(String(batch))} from plan_rows`)
    if (rows.length === 0) return
    yield [...rows]
  }
}
