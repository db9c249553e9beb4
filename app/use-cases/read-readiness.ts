/** What the readiness page shows of one certificate: the verdict, the range, the headroom, the risks with where each is
 * mended, and all elements. With levels changed by hand it answers "what if", and nothing is stored. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { listCertifications, readReadinessFacts, type ReadinessOf } from '#db/queries/readiness'
import { countsSentence, levelLabels, type Levels } from '~/domain/compliance'
import { relativeDay } from '~/domain/date-words'
import { formatDate, type IsoDate } from '~/domain/dates'
import type { RiskCode } from '~/domain/element-readiness'
import { headroomBars } from '~/domain/headroom-bars'
import { heatMapOf } from '~/domain/heat-map'
import {
  decideReadiness,
  verdictLabels,
  whatIf,
  type Consequence,
  type Readiness,
  type Reckoning,
} from '~/domain/readiness'
import { visitDatesOfReview, visitSentence } from '~/domain/review-cycle'
import { capitalised } from '~/domain/sentence'
import { criterionOf } from '~/domain/standard'
import { paths } from '~/paths'

/** `asksWhatIf`: the form for other levels is wanted too; it is long, so that the page goes without it otherwise. */
export type ReadinessQuestion = { certificationId: string | null; changes: Levels; asksWhatIf?: boolean }

/** `none` where the council has no certificate yet; null where it has none of this id. */
export const readReadiness = (scope: CouncilScope, question: ReadinessQuestion, today: IsoDate) =>
  readInCouncil(scope, async (tx) => {
    const [all, read] = await Promise.all([
      listCertifications(scope, tx),
      readReadinessFacts(scope, tx, question.certificationId, today),
    ])
    if (read === null) return question.certificationId === null ? { none: true as const } : null
    const others = all.map(({ id, name }) => ({ id, name }))
    return { none: false as const, ...readinessView(read, question, others, today) }
  })

function readinessView(
  read: ReadinessOf,
  { changes, asksWhatIf = false }: ReadinessQuestion,
  certificates: { id: string; name: string }[],
  today: IsoDate,
) {
  const { certification, standard, facts, comingReview, lastReview } = read
  const asItStands = decideReadiness(standard, facts)
  const shown = changes.size === 0 ? asItStands : whatIf(standard, facts, changes)
  const visit = facts.nextVisitOn
  return {
    certification: { id: certification.id, name: certification.name },
    certificates,
    coming: comingReview && {
      id: comingReview.id,
      sentence: visitSentence(visitDatesOfReview(comingReview)),
      away: visit === null ? null : relativeDay(visit, today),
    },
    lastAssessed: lastReview && facts.lastVisitOn ? formatDate(facts.lastVisitOn) : null,
    ...verdictOf(shown),
    range: rangeOf(shown),
    headroom: headroomBars(shown),
    reasons: reasonsOf(shown, read),
    reasonsInAll: shown.reasons.length,
    prompts: shown.prompts.map((prompt) => ({ ...prompt, href: paths.element(prompt.element) })),
    heatMap: heatMapOf(standard, shown),
    whatIf: whatIfOf(asItStands, shown, changes, asksWhatIf),
  }
}

export type ReadinessView = ReturnType<typeof readinessView>

const verdictOf = ({ heading, verdict, sentence }: Readiness) => ({
  heading,
  verdict,
  verdictLabel: capitalised(verdictLabels[verdict]),
  sentence,
})

const standingWords = { within: 'within tolerance', outside: 'outside tolerance', unknown: 'cannot be said' } as const

const rangeOf = ({ asLastAssessed, asExpected, ifEveryRisk }: Readiness) =>
  (
    [
      ['As last assessed', asLastAssessed],
      ['As expected', asExpected],
      ['If every risk comes true', ifEveryRisk],
    ] as [string, Reckoning][]
  ).map(([name, { standing, lowest, highest }]) => {
    const [low, high] = [countsSentence(lowest.counts), countsSentence(highest.counts)]
    return { name, standing, standingWords: standingWords[standing], counts: low === high ? low : `${low}; or ${high}` }
  })

const consequenceWords: Readonly<Record<Consequence, string>> = {
  fails: 'fails already',
  decides: 'decides the verdict',
  breaks: 'alone fails its criterion',
  together: 'with others fails its criterion',
  'uses-headroom': 'uses up headroom',
  'loses-plus': 'loses a compliance plus, never the certificate',
}
/** Beyond these a list helps nobody: the heat map shows where the others are. */
const mostReasons = 50

/** Where something can be done about each reason, and how the link reads. */
function reasonsOf({ reasons, elements }: Readiness, { lastReview }: ReadinessOf) {
  const codes = new Map(elements.flatMap(({ risks }) => risks.map(({ sentence, code }) => [sentence, code])))
  return reasons.slice(0, mostReasons).map((reason) => ({
    ...reason,
    words: consequenceWords[reason.consequence],
    ...mendedAt(reason.element, codes.get(reason.sentence), lastReview?.id ?? null),
  }))
}

function mendedAt(element: string | null, code: RiskCode | undefined, lastReviewId: string | null) {
  if (element === null) return { href: null, mend: null }
  if (code === 'query-open' && lastReviewId !== null)
    return { href: paths.reviewQueries(lastReviewId), mend: 'Settle the query' }
  return { href: paths.element(element), mend: `Look at ${element}` }
}

function whatIfOf(before: Readiness, after: Readiness, changes: Levels, isAsked: boolean) {
  const isChanged = changes.size > 0
  const elements = isAsked || isChanged ? after.elements : []
  return {
    isChanged,
    before: capitalised(verdictLabels[before.verdict]),
    beforeSentence: before.sentence,
    changes: [...changes].map(([element, level]) => ({ element, level, label: levelLabels[level] })),
    elements: elements.map(({ element, title, expected }) => ({
      element,
      title,
      criterion: criterionOf(element),
      now: expected.map((level) => levelLabels[level]).join(' or ') || 'not rated',
      chosen: changes.get(element) ?? '',
    })),
  }
}
