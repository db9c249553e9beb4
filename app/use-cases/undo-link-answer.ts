/** Takes back an answer that was given by a link: a new entry says so, and what the answer had changed is put back. */
import { inCouncil, type CouncilScope, type Tx } from '#db/in-council'
import { getAnswerLink, lockAnswerLink, markAnswerLinksUsed } from '#db/queries/answer-links'
import { recordAudit } from '#db/queries/audit'
import { replaceOwner } from '#db/queries/hand-on'
import { getActionOf, getProgressUpdate, setActionState, withdrawDateRequest } from '#db/queries/link-answers'
import { readLinks, type LinkAsItStands } from '#db/queries/link-item'
import { insertProgressUpdate } from '#db/queries/progress-updates'
import { lockRecommendation, refreshRecommendation } from '#db/queries/recommendations'
import { linkStateWords } from '~/domain/answer-link'
import type { IsoDate } from '~/domain/dates'
import { todayInLondon } from '~/domain/london-time'
import { done, refused, type Outcome } from '~/domain/outcome'

export const undoLinkAnswer = (
  scope: CouncilScope,
  { linkId, chosen, words }: { linkId: string; chosen: boolean; words: string },
  now: Date,
): Promise<Outcome<{ title: string }> | null> =>
  inCouncil(scope, async (tx) => {
    const link = await lockAnswerLink(scope, tx, linkId)
    if (link === null || link.kind !== 'undo' || link.updateId === null || link.recommendationId === null) return null
    await lockRecommendation(scope, tx, link.recommendationId)
    const [[asItStands], update] = await Promise.all([
      readLinks(scope, tx, [linkId], now),
      getProgressUpdate(scope, tx, link.updateId),
    ])
    if (asItStands === undefined || update === null) return null
    if (asItStands.state !== 'good') return refused(linkStateWords[asItStands.state].words)
    // Not chosen beforehand: a mail scanner fills in fields and presses buttons.
    if (!chosen) return refused('Tick that you take it back', 'takeBack')
    if (words.trim() === '') return refused('Say what is wrong with it', 'words')
    const today = todayInLondon(now)
    await putBack(scope, tx, update, asItStands, today, now)
    const id = await insertProgressUpdate(scope, tx, {
      recommendationId: update.recommendationId,
      actionId: update.actionId,
      asAt: today,
      category: null,
      evidence: words.trim(),
      answer: 'undone',
      way: 'link',
      personId: link.personId,
      linkId: link.id,
      correctsId: update.id,
      recordedAt: now,
    })
    await markAnswerLinksUsed(scope, tx, link, now)
    await refreshRecommendation(scope, tx, update.recommendationId, today)
    await recordAudit(scope, tx, {
      action: 'answer taken back',
      thing: { kind: 'recommendation', id: update.recommendationId },
      before: { answer: update.answer, updateId: update.id },
      after: { updateId: id },
    })
    return done({ title: asItStands.item?.title ?? '' })
  })

type Update = NonNullable<Awaited<ReturnType<typeof getProgressUpdate>>>

async function putBack(
  scope: CouncilScope,
  tx: Tx,
  update: Update,
  { item }: LinkAsItStands,
  today: IsoDate,
  now: Date,
): Promise<void> {
  const { recommendationId, actionId, personId } = update
  if (update.answer === 'more-time' && personId !== null)
    await withdrawDateRequest(scope, tx, { recommendationId, askedBy: personId, now })
  if (update.answer === 'done' && actionId !== null) {
    const action = await getActionOf(scope, tx, actionId)
    if (action?.state === 'done')
      await setActionState(scope, tx, action, { state: 'under-way', doneOn: null, doneFor: null }, today)
  }
  if (update.answer === 'not-mine' && update.linkId !== null && item !== null) {
    const used = await getAnswerLink(scope, tx, update.linkId)
    const now = item.owners.find(({ answering }) => answering)
    const of = { kind: actionId === null ? ('recommendation' as const) : ('action' as const), id: item.id }
    if (used?.link.ownerId) await replaceOwner(scope, tx, of, { from: now?.id ?? null, to: used.link.ownerId })
  }
}
