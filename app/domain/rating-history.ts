/**
 * What an assessor gave one element from review to review, and what changed: each level stands beside the one before,
 * and a review that did not look at the element changes nothing.
 */
import { compareLevels, levelLabels, type Level } from './compliance'

export type RatedAt = { level: Level; stated: boolean; justification: string | null }
export type RatingStep = RatedAt & { change: 'first' | 'same' | 'better' | 'worse'; words: string }

/** In the order of the reviews. */
export function ratingSteps<T extends RatedAt>(rated: readonly T[]): (T & RatingStep)[] {
  return rated.map((each, index) => {
    const before = rated[index - 1]?.level
    const change = changeFrom(before, each.level)
    return { ...each, change, words: wordsOf(change, each.level, before) }
  })
}

function changeFrom(before: Level | undefined, now: Level): RatingStep['change'] {
  if (before === undefined) return 'first'
  const difference = compareLevels(now, before)
  return difference === 0 ? 'same' : difference > 0 ? 'better' : 'worse'
}

function wordsOf(change: RatingStep['change'], now: Level, before: Level | undefined): string {
  if (before === undefined || change === 'first') return 'first rated'
  if (change === 'same') return 'unchanged'
  return `${change === 'better' ? 'up' : 'down'} from ${levelLabels[before]}`
}

export type RatingCell = { level: Level | null; words: string; change: RatingStep['change'] | null; inferred: boolean }
export type RatingRow = { element: string; title: string; cells: RatingCell[]; changes: number }
export type RatedOver = RatedAt & { reviewId: string; element: string }

/** Every element by every review, oldest first: what it was given, and what changed since it was rated before. */
export function ratingsOverTime(
  elements: readonly { number: string; title: string }[],
  reviewIds: readonly string[],
  rated: readonly RatedOver[],
): RatingRow[] {
  const given = new Map(rated.map((each) => [`${each.reviewId} ${each.element}`, each]))
  return elements.map(({ number, title }) => {
    const inOrder = reviewIds.map((id) => given.get(`${id} ${number}`) ?? null)
    const steps = ratingSteps(inOrder.filter((each) => each !== null))
    let next = 0
    const cells = inOrder.map((each): RatingCell => {
      if (each === null) return { level: null, words: 'not looked at', change: null, inferred: false }
      const { level, change, words, stated } = steps[next++]!
      return { level, words, change, inferred: !stated }
    })
    return {
      element: number,
      title,
      cells,
      changes: steps.filter(({ change }) => ['better', 'worse'].includes(change)).length,
    }
  })
}
