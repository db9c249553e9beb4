/** What the plan can be filtered by, and what forms of it offer. */
import { and, asc, eq, exists, ne, sql, type SQL } from 'drizzle-orm'
import { customerServiceExcellence } from '~/domain/standard'
import type { CouncilScope, Tx } from '../in-council'
import { type councils, criteria, elements, owners, people, recommendationOwners, services, sources } from '../schema'

const most = 1000

type CouncilRow = typeof councils.$inferSelect

export const listSources = (scope: CouncilScope, tx: Tx) =>
  tx
    .select({ id: sources.id, title: sources.title })
    .from(sources)
    .where(eq(sources.councilId, scope.councilId))
    .orderBy(asc(sql`lower(${sources.title})`))
    .limit(most)

export const listServices = (scope: CouncilScope, tx: Tx) =>
  tx
    .select({ id: services.id, name: services.name })
    .from(services)
    .where(eq(services.councilId, scope.councilId))
    .orderBy(asc(sql`lower(${services.name})`))
    .limit(most)

/** Those who own a recommendation, open or closed. */
export const listOwnersOfPlan = (scope: CouncilScope, tx: Tx) =>
  tx
    .select({ id: owners.id, name: owners.name, kind: owners.kind })
    .from(owners)
    .where(
      and(
        eq(owners.councilId, scope.councilId),
        exists(
          tx
            .select({ one: sql`1` })
            .from(recommendationOwners)
            .where(
              and(eq(recommendationOwners.councilId, scope.councilId), eq(recommendationOwners.ownerId, owners.id)),
            ),
        ),
      ),
    )
    .orderBy(asc(sql`lower(${owners.name})`))
    .limit(most)

export type PlanChoices = Pick<CouncilRow, 'categoryLabels' | 'reminderRules' | 'mailFloor'> & {
  sources: { id: string; title: string }[]
  services: { id: string; name: string }[]
  owners: { id: string; name: string; kind: 'person' | 'team' | 'name' }[]
  criteria: { number: string; title: string }[]
}

/** What the plan's filter offers and what the council calls its categories: one question, because the plan is the page
 * that is opened most, and each question more is a message more to the database and back. */
export async function getPlanChoices(scope: CouncilScope, tx: Tx): Promise<PlanChoices> {
  const council = scope.councilId
  const all = (columns: SQL, from: SQL, order: SQL) =>
    sql`coalesce((select json_agg(found) from (select ${columns} from ${from} order by ${order} limit ${most}) found), '[]')`
  const [row] =
    await tx.execute<PlanChoices>(sql`select c.category_labels as "categoryLabels", c.reminder_rules as "reminderRules", c.mail_floor as "mailFloor",
    ${all(sql`id, title`, sql`sources where council_id = ${council}`, sql`lower(title)`)} as sources,
    ${all(sql`id, name`, sql`services where council_id = ${council}`, sql`lower(name)`)} as services,
    ${all(
      sql`id, name, kind`,
      sql`owners o where council_id = ${council} and exists (select 1 from recommendation_owners r
        where r.council_id = ${council} and r.owner_id = o.id)`,
      sql`lower(name)`,
    )} as owners,
    ${all(sql`number, title`, sql`criteria where standard_id = ${customerServiceExcellence.version}`, sql`number`)} as criteria
    from councils c where c.id = ${council}`)
  if (!row) throw new Error('The council of this scope does not exist.')
  return row
}

/** Everybody who may own something. Councillors read; they are given nothing to do. */
export const listPeopleToChoose = (scope: CouncilScope, tx: Tx) =>
  tx
    .select({ id: people.id, name: people.name, post: people.post })
    .from(people)
    .where(and(eq(people.councilId, scope.councilId), sql`${people.disabledAt} is null`, ne(people.role, 'member')))
    .orderBy(asc(sql`lower(${people.name})`))
    .limit(most)

/** The standard in force; the same for every council. */
export const listCriteria = (_scope: CouncilScope, tx: Tx) =>
  tx
    .select({ number: criteria.number, title: criteria.title })
    .from(criteria)
    .where(eq(criteria.standardId, customerServiceExcellence.version))
    .orderBy(asc(criteria.number))

export const listElements = (_scope: CouncilScope, tx: Tx) =>
  tx
    .select({
      number: elements.number,
      title: elements.title,
      criterion: elements.criterion,
      subCriterion: elements.subCriterion,
      subCriterionTitle: elements.subCriterionTitle,
    })
    .from(elements)
    .where(eq(elements.standardId, customerServiceExcellence.version))
    .orderBy(asc(elements.position))
