/** Links of mails that answer without signing in. Only the hash of a token is ever here. */
import { and, desc, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { CouncilScope, Tx } from '../in-council'
import { answerLinks, notices, people, progressUpdates } from '../schema'

export type AnswerLink = typeof answerLinks.$inferSelect
export type NewAnswerLink = Omit<typeof answerLinks.$inferInsert, 'councilId' | 'id'>

export async function insertAnswerLinks(scope: CouncilScope, tx: Tx, links: NewAnswerLink[]): Promise<void> {
  for (let from = 0; from < links.length; from += 1000)
    await tx
      .insert(answerLinks)
      .values(links.slice(from, from + 1000).map((link) => ({ ...link, councilId: scope.councilId })))
}

/** With the day of the mail it stood in and whom it was sent to. */
export async function getAnswerLink(scope: CouncilScope, tx: Tx, id: string) {
  const [row] = await tx
    .select({ link: answerLinks, notice: notices, person: people })
    .from(answerLinks)
    .innerJoin(notices, and(eq(notices.councilId, answerLinks.councilId), eq(notices.id, answerLinks.noticeId)))
    .innerJoin(people, and(eq(people.councilId, answerLinks.councilId), eq(people.id, answerLinks.personId)))
    .where(and(eq(answerLinks.councilId, scope.councilId), eq(answerLinks.id, id)))
  return row ?? null
}

/** For an answer: of two that come at once the second waits, and then finds the link used. */
export async function lockAnswerLink(scope: CouncilScope, tx: Tx, id: string): Promise<AnswerLink | null> {
  const [row] = await tx
    .select()
    .from(answerLinks)
    .where(and(eq(answerLinks.councilId, scope.councilId), eq(answerLinks.id, id)))
    .for('update')
  return row ?? null
}

/** The links to single items that came with one mail to one person. */
export const listAnswerLinksOfNotice = (scope: CouncilScope, tx: Tx, noticeId: string) =>
  tx
    .select()
    .from(answerLinks)
    .where(
      and(
        eq(answerLinks.councilId, scope.councilId),
        eq(answerLinks.noticeId, noticeId),
        eq(answerLinks.kind, 'answer'),
      ),
    )

/** One answer uses up every link that asked the same person the same thing in the same mail, copies of it included. */
export async function markAnswerLinksUsed(scope: CouncilScope, tx: Tx, link: AnswerLink, now: Date): Promise<void> {
  const same = link.updateId
    ? eq(answerLinks.updateId, link.updateId)
    : link.actionId
      ? eq(answerLinks.actionId, link.actionId)
      : link.requestId
        ? eq(answerLinks.requestId, link.requestId)
        : and(eq(answerLinks.recommendationId, link.recommendationId!), isNull(answerLinks.actionId))
  await tx
    .update(answerLinks)
    .set({ usedAt: now })
    .where(
      and(
        eq(answerLinks.councilId, scope.councilId),
        eq(answerLinks.noticeId, link.noticeId),
        eq(answerLinks.kind, link.kind),
        same,
        isNull(answerLinks.usedAt),
      ),
    )
}

/** When an item changes hands. `except` is the link that is just handing it on. */
export async function revokeAnswerLinks(
  scope: CouncilScope,
  tx: Tx,
  of: { recommendationId: string } | { actionId: string } | { requestId: string },
  why: string,
  now: Date,
): Promise<void> {
  const item =
    'actionId' in of
      ? eq(answerLinks.actionId, of.actionId)
      : 'requestId' in of
        ? eq(answerLinks.requestId, of.requestId)
        : and(eq(answerLinks.recommendationId, of.recommendationId), isNull(answerLinks.actionId))
  await tx
    .update(answerLinks)
    .set({ revokedAt: now, revokedWhy: why })
    .where(
      and(
        eq(answerLinks.councilId, scope.councilId),
        eq(answerLinks.kind, 'answer'),
        item,
        isNull(answerLinks.revokedAt),
        isNull(answerLinks.usedAt),
      ),
    )
}

/** What people said by a link lately, for their next mail to show it back; newest first. */
export const listLinkAnswersOf = (scope: CouncilScope, tx: Tx, personIds: string[], since: Date) =>
  personIds.length === 0
    ? Promise.resolve([])
    : tx
        .select()
        .from(progressUpdates)
        .where(
          and(
            eq(progressUpdates.councilId, scope.councilId),
            eq(progressUpdates.way, 'link'),
            inArray(progressUpdates.personId, personIds),
            gt(progressUpdates.recordedAt, since),
          ),
        )
        .orderBy(desc(progressUpdates.recordedAt))

/** When each person's last reminder before this one went out. */
export const listLastReminders = (scope: CouncilScope, tx: Tx, personIds: string[]) =>
  personIds.length === 0
    ? Promise.resolve([])
    : tx
        .selectDistinctOn([notices.personId], { personId: notices.personId, sentAt: notices.sentAt })
        .from(notices)
        .where(
          and(
            eq(notices.councilId, scope.councilId),
            eq(notices.kind, 'reminder'),
            inArray(notices.state, ['sent', 'kept']),
            inArray(notices.personId, personIds),
          ),
        )
        .orderBy(notices.personId, desc(notices.sentAt))
