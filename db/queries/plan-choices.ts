/** What the plan can be filtered by, and what forms of it offer. */
import { and, asc, eq, exists, ne, sql } from 'drizzle-orm'
import { customerServiceExcellence } from '~/domain/standard'
import type { CouncilScope, Tx } from '../in-council'
import { criteria, elements, owners, people, recommendationOwners, services, sources } from '../schema'

const most = 1000

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
