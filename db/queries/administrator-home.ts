/** What an administrator looks after: whether mail goes out, and who is in. */
import { and, count, desc, eq, gte, sql } from 'drizzle-orm'
import type { IsoDate } from '~/domain/dates'
import type { CouncilScope, Tx } from '../in-council'
import { notices, people } from '../schema'

export const countMail = (scope: CouncilScope, tx: Tx, since: IsoDate) =>
  tx
    .select({ state: notices.state, mails: count() })
    .from(notices)
    .where(and(eq(notices.councilId, scope.councilId), gte(notices.day, since)))
    .groupBy(notices.state)

export const listRefusedMail = (scope: CouncilScope, tx: Tx, since: IsoDate) =>
  tx
    .select({ id: notices.id, address: notices.address, delivery: notices.delivery, day: notices.day })
    .from(notices)
    .where(and(eq(notices.councilId, scope.councilId), eq(notices.state, 'refused'), gte(notices.day, since)))
    .orderBy(desc(notices.createdAt))
    .limit(5)

export const countPeople = (scope: CouncilScope, tx: Tx) =>
  tx
    .select({
      role: people.role,
      people: sql<number>`count(*) filter (where ${people.disabledAt} is null)::int`,
      disabled: sql<number>`count(*) filter (where ${people.disabledAt} is not null)::int`,
    })
    .from(people)
    .where(eq(people.councilId, scope.councilId))
    .groupBy(people.role)
