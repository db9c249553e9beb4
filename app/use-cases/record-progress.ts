/** An owner, or the lead for them, says how far a recommendation is: words, a category, and what the category demands.
 * A slip's new date is asked for, and stands once the lead has agreed it. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { getCouncil } from '#db/queries/councils'
import { insertDateRequest } from '#db/queries/date-requests'
import { getAsker, getPoint } from '#db/queries/own-points'
import { insertProgressUpdate } from '#db/queries/progress-updates'
import { lockRecommendation, refreshRecommendation } from '#db/queries/recommendations'
import type { IsoDate } from '~/domain/dates'
import { todayInLondon } from '~/domain/london-time'
import { done, refused, type Outcome } from '~/domain/outcome'
import { checkAnsweringFor, maySeePoint } from '~/domain/own-points'
import { categoryLabels, checkCategory, printCategory, type Category } from '~/domain/progress'
import { readProgressFacts } from '#db/queries/progress-facts'

export type ProgressInput = {
  recommendationId: string
  asAt: IsoDate
  category: Category
  words: string
  newDue: IsoDate | null
  reason: string
  explanation: string
  why: string
}

/** Null where there is no such recommendation in this council. */
export async function recordProgress(
  scope: CouncilScope,
  input: ProgressInput,
  now: Date,
): Promise<Outcome<string> | null> {
  const today = todayInLondon(now)
  if (input.asAt > today) return refused('The as-at date must not be in the future', 'asAt')
  return inCouncil(scope, async (tx) => {
    const recommendation = await lockRecommendation(scope, tx, input.recommendationId)
    if (!recommendation) return null
    // A link acts for whoever it was sent to, in this one thing; the clock is nobody.
    if (scope.actor.kind === 'person') {
      const [asker, point] = await Promise.all([getAsker(scope, tx), getPoint(scope, tx, recommendation.id, today)])
      if (!asker || !point || !maySeePoint(asker, point)) return null
      const theirs = checkAnsweringFor(asker, point)
      if (!theirs.ok) return theirs
    }
    if (recommendation.state === 'closed') return refused('This recommendation is closed: reopen it first')
    const [council, { facts, evidenceCount }] = await Promise.all([
      getCouncil(scope, tx),
      readProgressFacts(scope, tx, recommendation.id, input.asAt),
    ])
    const labels = categoryLabels(council.categoryLabels)
    const checked = checkCategory({ ...input, evidenceCount }, facts, labels)
    if (!checked.ok) return checked
    const { category, why, newDue, reason } = checked.value
    const personId = scope.actor.kind === 'system' ? null : scope.actor.personId
    const evidence = [input.words, input.explanation].filter((words) => words.trim() !== '').join('\n\n')
    const id = await insertProgressUpdate(scope, tx, {
      recommendationId: recommendation.id,
      asAt: input.asAt,
      category,
      evidence: evidence === '' ? (reason ?? '') : evidence,
      answer: category === 1 ? 'done' : 'progress',
      contradicts: why,
      printed: printCategory(category, facts, labels),
      way: scope.actor.kind === 'link' ? 'link' : 'screen',
      personId,
      linkId: scope.actor.kind === 'link' ? scope.actor.linkId : null,
      recordedAt: now,
    })
    if (newDue !== null && reason !== null && personId !== null) {
      await insertDateRequest(scope, tx, {
        recommendationId: recommendation.id,
        askedFor: newDue,
        reason,
        askedBy: personId,
      })
    }
    await refreshRecommendation(scope, tx, recommendation.id, today)
    await recordAudit(scope, tx, {
      action: 'progress recorded',
      thing: { kind: 'recommendation', id: recommendation.id },
      before: { category: recommendation.category, categoryAsAt: recommendation.categoryAsAt },
      after: { category, asAt: input.asAt, updateId: id, ...(newDue === null ? {} : { askedFor: newDue }) },
    })
    return done(recommendation.id)
  })
}
