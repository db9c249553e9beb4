/**
 * What becomes of each line of a draft: what a person said, where that is possible, and otherwise what it most likely
 * is. Nothing is joined to a line that is itself not written.
 */
import type { ImportChoices, LineChoice } from './import-choices'
import type { ImportFacts, ImportPlan, PlannedLine, PlannedReview, PointFacts } from './import-facts'
import { linesOf, type ImportLine } from './import-lines'
import { matchesOf, type Match } from './import-matching'
import { suggestOwner } from './import-owners'
import type { Draft } from './reading/draft'

export function plannedLines(
  draft: Draft,
  choices: ImportChoices,
  facts: ImportFacts,
  reviews: PlannedReview[],
  certification: ImportPlan['certification'],
): PlannedLine[] {
  const lines = linesOf(draft, choices)
  const own = new Set(facts.reviews.filter((each) => each.certificationId === certification?.id).map(({ id }) => id))
  const points = facts.points.filter(
    ({ reviewId }) => draft.reviews.length === 0 || reviewId === null || own.has(reviewId),
  )
  const candidatesOf = new Map(lines.map((line) => [line.key, candidates(line, points)]))
  const last = draft.reviews.length - 1
  const earlier = lines.filter(({ review }) => review !== null && review < last)
  const heard = possibleChoices(choices, facts, lines)
  const planned: PlannedLine[] = []
  for (const line of lines) {
    const its = candidatesOf.get(line.key)!
    const again = line.review === last && last > 0 ? earlierLinesOf(line, earlier) : []
    const said = heard.get(line.key)
    // A line to which a person joined another is not left out by itself: it holds that one's words.
    const holdsOther = [...heard.values()].some((choice) => choice.do === 'merge' && choice.into === line.key)
    const isCovered =
      !holdsOther &&
      line.coveredBy.some((key) => {
        const choice = planned.find((other) => other.key === key)?.choice
        return choice !== undefined && choice.do !== 'leave'
      })
    const reviewId = line.review === null ? null : (reviews[line.review]?.match?.review.id ?? null)
    const choice =
      said !== undefined
        ? said
        : isCovered
          ? ({ do: 'leave' } as const)
          : proposalOf(line, its, again, reviewId, own, candidatesOf)
    planned.push({
      ...line,
      coveredBy: isCovered ? line.coveredBy : [],
      candidates: its,
      earlierLines: again,
      choice,
      isProposed: choices.lines[line.key] === undefined,
      owner: choices.owners?.[line.key] ?? '',
      suggestedOwner: suggestOwner(line, facts, certification?.id ?? null),
    })
  }
  return planned
}

/** What a person chose, where it can be done. Lines joined one to the next are all joined to the last of them. */
function possibleChoices({ lines: said }: ImportChoices, { points }: ImportFacts, lines: readonly ImportLine[]) {
  const keys = new Set(lines.map(({ key }) => key))
  const ids = new Set([...points.map(({ id }) => id), ...keys])
  const possible = new Map<string, LineChoice>()
  for (const key of keys) {
    const choice = said[key]
    if (choice === undefined) continue
    if (choice.do === 'merge') {
      const into = lastOf(key, said)
      if (into !== null && keys.has(into) && said[into]?.do !== 'leave') possible.set(key, { do: 'merge', into })
    } else if (
      choice.do === 'same' ? points.some(({ id }) => id === choice.id) : choice.do !== 'again' || ids.has(choice.id)
    )
      possible.set(key, choice)
  }
  return possible
}

/** The line that holds the words in the end; null where lines are joined in a ring, which would hold them nowhere. */
function lastOf(key: string, said: ImportChoices['lines']): string | null {
  const passed = new Set([key])
  for (let at = key; ;) {
    const choice = said[at]
    if (choice?.do !== 'merge') return at
    if (passed.has(choice.into)) return null
    passed.add(choice.into)
    at = choice.into
  }
}

/** By its words; a partial compliance by its element too, because its words are the assessor's finding of that year. */
function candidates(line: ImportLine, points: readonly PointFacts[]): (Match & { point: PointFacts })[] {
  const byWords = matchesOf(line, points) as (Match & { point: PointFacts })[]
  if (line.kind !== 'partial-compliance') return byWords.slice(0, 5)
  const byElement = points
    .filter(({ kind, elements }) => kind === 'partial-compliance' && elements.includes(line.elements[0]!))
    .map((point) => ({ point, likeness: 0.9, certain: true, why: 'the same element, partial before' }))
  return [...byElement, ...byWords.filter(({ point }) => !byElement.some((each) => each.point.id === point.id))].slice(
    0,
    5,
  )
}

const earlierLinesOf = (line: ImportLine, earlier: readonly ImportLine[]): PlannedLine['earlierLines'] =>
  matchesOf(
    line,
    earlier.map(({ key, number, text, elements }) => ({
      id: key,
      number,
      text,
      elements,
      sourceId: '',
      state: 'open',
    })),
  )
    .slice(0, 2)
    .map(({ point, why }) => ({ key: point.id, number: point.number, text: point.text, why }))

function proposalOf(
  line: ImportLine,
  its: readonly (Match & { point: PointFacts })[],
  again: PlannedLine['earlierLines'],
  reviewId: string | null,
  ownReviews: ReadonlySet<string>,
  all: ReadonlyMap<string, readonly (Match & { point: PointFacts })[]>,
): LineChoice {
  const [best] = its
  if (best === undefined) return again[0] === undefined ? { do: 'new' } : { do: 'again', id: again[0].key }
  if (line.review === null) return { do: 'same', id: best.point.id }
  const ofAnotherReview = best.point.reviewId !== null && best.point.reviewId !== reviewId
  // A line that the document repeats from an earlier review is that review's point, and raises nothing again.
  const repeats = line.response !== null || reviewId === null
  if (ofAnotherReview && ownReviews.has(best.point.reviewId!) && !(repeats && isEarlierLine(line, all)))
    return { do: 'again', id: best.point.id }
  if (best.point.reviewId === null && best.point.state === 'closed') return { do: 'again', id: best.point.id }
  const also = its
    .slice(1)
    .filter(
      ({ point, likeness }) =>
        point.state === 'open' &&
        point.sourceId === best.point.sourceId &&
        point.reviewId === null &&
        isBestOf(line.key, point.id, likeness, all),
    )
    .map(({ point }) => point.id)
  return { do: 'same', id: best.point.id, ...(also.length > 0 ? { also } : {}) }
}

const isEarlierLine = (line: ImportLine, all: ReadonlyMap<string, unknown>): boolean =>
  [...all.keys()].some((key) => {
    const review = /^r(\d+)/.exec(key)?.[1]
    return review !== undefined && line.review !== null && Number(review) > line.review
  })

function isBestOf(
  key: string,
  pointId: string,
  likeness: number,
  all: ReadonlyMap<string, readonly (Match & { point: PointFacts })[]>,
): boolean {
  // A partial's words are the assessor's finding on its element: they compete with no area for a row of a tracker.
  for (const [other, matches] of all)
    if (
      other !== key &&
      !/^r\d+p/.test(other) &&
      matches.some(({ point, likeness: theirs }) => point.id === pointId && theirs > likeness)
    )
      return false
  return true
}
