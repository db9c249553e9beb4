/** What the page for recording progress shows: the point, what was said last, and what the facts propose. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { getCouncil } from '#db/queries/councils'
import { getAsker, getPoint } from '#db/queries/own-points'
import { listProgressOf } from '#db/queries/progress-updates'
import { getRecommendation } from '#db/queries/recommendations'
import { formatDate, type IsoDate } from '~/domain/dates'
import type { Outcome } from '~/domain/outcome'
import { checkAnsweringFor, maySeePoint } from '~/domain/own-points'
import { CATEGORIES, categoryLabels, proposeCategory } from '~/domain/progress'
import { readProgressFacts } from '#db/queries/progress-facts'

export const readProgressForm = (scope: CouncilScope, id: string, today: IsoDate) =>
  readInCouncil(scope, async (tx) => {
    const [recommendation, council, history, { facts }, asker, point] = await Promise.all([
      getRecommendation(scope, tx, id),
      getCouncil(scope, tx),
      listProgressOf(scope, tx, id),
      readProgressFacts(scope, tx, id, today),
      getAsker(scope, tx),
      getPoint(scope, tx, id, today),
    ])
    if (!recommendation || !asker || !point || !maySeePoint(asker, point)) return null
    const theirs = checkAnsweringFor(asker, point)
    const labels = categoryLabels(council.categoryLabels)
    const proposed = proposeCategory(facts)
    const last = history[0]
    return {
      id: recommendation.id,
      number: recommendation.number,
      text: recommendation.text,
      /** Why nothing can be recorded here by this person now. */
      hindrance: hindranceOf(recommendation.state, theirs),
      today: formatDate(today),
      due: facts.due === null ? null : formatDate(facts.due),
      proposed: proposed && { category: proposed.category, why: proposed.why },
      choices: CATEGORIES.map((category) => ({ value: String(category), label: `${category} ${labels[category]}` })),
      last: last && {
        asAt: formatDate(last.update.asAt),
        words: last.update.evidence,
        by: last.by ?? 'an imported document',
      },
    }
  })

const hindranceOf = (state: 'open' | 'closed', theirs: Outcome): string | null =>
  state === 'closed'
    ? 'This recommendation is closed: reopen it first.'
    : theirs.ok
      ? null
      : theirs.refusals.map(({ message }) => message).join(' ')
