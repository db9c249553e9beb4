/**
 * Where a plan contradicts itself, or leaves out what is needed: each is one question for all the points it concerns,
 * ready to send. Nothing is decided here; what the document says stands in the draft.
 */
import { isOutOfOrder } from '../completion-date'
import { formatDate, latestOf } from '../dates'
import { listed } from '../sentence'
import type { DraftCompletion, DraftProgress, DraftQuery, DraftRecommendation } from './draft'
import type { ReadPoint } from './action-plan-recommendations'

export function planQueries(points: ReadPoint[]): DraftQuery[] {
  const recommendations = points.map(({ recommendation }) => recommendation)
  return [
    wordsMissing(points.filter((point) => point.wordsMissing).map(({ recommendation }) => recommendation)),
    categoryAfterDate(recommendations),
    categoryMissing(
      points.filter(({ hasCategoryColumn }) => hasCategoryColumn).map(({ recommendation }) => recommendation),
    ),
    datesOutOfOrder(recommendations),
    elementUnknown(points),
  ].filter((query) => query !== null)
}

type Query = DraftQuery | null
type Asked = Pick<DraftQuery, 'code' | 'audience' | 'message'>

const query = (points: DraftRecommendation[], asked: Asked): DraftQuery => ({
  ...asked,
  review: null,
  elements: [...new Set(points.flatMap(({ elements }) => elements))],
  decides: false,
  recommendations: points.map(({ number }) => number),
})

const named = (points: DraftRecommendation[]): string =>
  `${points.length === 1 ? 'Recommendation' : 'Recommendations'} ${listed(points.map(({ number }) => number))}`

function wordsMissing(points: DraftRecommendation[]): Query {
  if (points.length === 0) return null
  const message = `${named(points)} ${points.length === 1 ? 'has' : 'have'} lost some of the words: the recommendation itself, or actions before the first that is numbered. Can you send the full wording?`
  return query(points, { code: 'words-missing', audience: 'reader', message })
}

/** Category 2 says "not yet due"; asked where every dated action was due before the day the category was given for. */
function categoryAfterDate(all: DraftRecommendation[]): Query {
  const found = all.flatMap((recommendation) => {
    const progress = recommendation.progress.at(-1)
    const last = progress === undefined ? null : lastDueDay(recommendation, progress)
    const late = progress?.category === 2 && progress.asAt !== null && last !== null && last < progress.asAt
    return late ? [{ recommendation, last, asAt: progress.asAt! }] : []
  })
  if (found.length === 0) return null
  const each = found.map(
    ({ recommendation, last, asAt }) =>
      `recommendation ${recommendation.number} was last due on ${formatDate(last!)} and is in category 2 as at ${formatDate(asAt)}`,
  )
  const message = `On track means that the date has not passed, but ${listed(each)}. Is it still on track, and to which date?`
  return query(
    found.map(({ recommendation }) => recommendation),
    { code: 'category-after-date', audience: 'owner', message },
  )
}

/** The latest day on which anything is due; what is ongoing, recurring, only started or unknown has none. */
function lastDueDay(
  { actions, completions }: DraftRecommendation,
  { revisedCompletion }: DraftProgress,
): string | null {
  const dated = (completion: DraftCompletion | null) =>
    completion !== null && ['day', 'month', 'period', 'quarter'].includes(completion.kind) ? completion.to : null
  return latestOf([
    ...actions.map(({ completion }) => dated(completion)),
    ...completions.map(dated),
    revisedCompletion?.to ?? null,
  ])
}

function categoryMissing(points: DraftRecommendation[]): Query {
  const missing = points.filter(({ progress }) =>
    progress.every(({ category, status }) => category === null && status === null),
  )
  if (missing.length === 0 || missing.length === points.length) return null
  const message = `${named(missing)} ${missing.length === 1 ? 'has' : 'have'} no category of progress, while the others have one. Which is it, 1 to 4?`
  return query(missing, { code: 'category-missing', audience: 'owner', message })
}

function datesOutOfOrder(points: DraftRecommendation[]): Query {
  const texts = ({ actions, completions }: DraftRecommendation) =>
    [...actions.flatMap(({ completion }) => completion ?? []), ...completions].map(({ text }) => text)
  const found = points.filter((point) => texts(point).some((text) => isOutOfOrder(text)))
  if (found.length === 0) return null
  const quoted = found
    .flatMap(texts)
    .filter((text) => isOutOfOrder(text))
    .map((text) => `“${text}”`)
  const message = `${named(found)}: ${listed(quoted)} ends before it begins. Which dates are meant?`
  return query(found, { code: 'dates-out-of-order', audience: 'owner', message })
}

function elementUnknown(points: ReadPoint[]): Query {
  const found = points.filter(({ unknownElements }) => unknownElements.length > 0)
  if (found.length === 0) return null
  const unknown = [...new Set(found.flatMap(({ unknownElements }) => unknownElements))]
  const recommendations = found.map(({ recommendation }) => recommendation)
  const message = `${named(recommendations)} ${found.length === 1 ? 'names' : 'name'} ${listed(unknown)}, which the standard does not have. Which element is meant?`
  return { ...query(recommendations, { code: 'element-unknown', audience: 'reader', message }), elements: unknown }
}
