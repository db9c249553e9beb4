/** What the page for recording progress shows: the point, what was said last, and what the facts propose. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { getCouncil } from '#db/queries/councils'
import { listProgressOf } from '#db/queries/progress-updates'
import { getRecommendation } from '#db/queries/recommendations'
import { formatDate, type IsoDate } from '~/domain/dates'
import { CATEGORIES, categoryLabels, proposeCategory } from '~/domain/progress'
import { readProgressFacts } from '#db/queries/progress-facts'

export const readProgressForm = (scope: CouncilScope, id: string, today: IsoDate) =>
  readInCouncil(scope, async (tx) => {
    const [recommendation, council, history, { facts }] = await Promise.all([
      getRecommendation(scope, tx, id),
      getCouncil(scope, tx),
      listProgressOf(scope, tx, id),
      readProgressFacts(scope, tx, id, today),
    ])
    if (!recommendation) return null
    const labels = categoryLabels(council.categoryLabels)
    const proposed = proposeCategory(facts)
    const last = history[0]
    return {
      id: recommendation.id,
      number: recommendation.number,
      text: recommendation.text,
      closed: recommendation.state === 'closed',
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
