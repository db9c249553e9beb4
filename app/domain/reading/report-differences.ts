/**
 * Which elements explain that a printed total and the levels listed differ: those to which the report itself gives
 * another level elsewhere, if with those levels the counts come out as printed. If none do, none are named.
 */
import { criterionOf } from '../standard'
import type { DraftRating, Level, LevelCounts } from './draft'
import { noCounts, sameCounts } from './report-totals'

/** An element's level as listed (null: none), and as the report has it elsewhere. */
export type Flip = { element: string; from: Level | null; to: Level }

type Printed = { counts: LevelCounts; byCriterion: readonly ({ criterion: string } & LevelCounts)[] }

/** The fewest elements first; beyond this many the search would not end in time and could fit by chance. */
const MOST_ELEMENTS = 6
const MOST_TRIES = 20_000

export function explainDifference(
  printed: Printed,
  ratings: readonly Pick<DraftRating, 'element' | 'level'>[],
  flips: readonly Flip[],
): Flip[] {
  const useful = flips.filter(
    (flip, index) => flip.from !== flip.to && flips.findIndex((each) => same(each, flip)) === index,
  )
  const fits = (chosen: readonly Flip[]) => asPrinted(printed, withFlips(ratings, chosen))
  const whole = firstOfEach(useful)
  if (whole.length > 0 && whole.length <= MOST_ELEMENTS) {
    const found = search(useful, fits)
    if (found !== null) return found
  }
  return whole.length > 0 && fits(whole) ? [...whole] : []
}

const same = (a: Flip, b: Flip): boolean => a.element === b.element && a.to === b.to
const firstOfEach = (flips: readonly Flip[]): Flip[] =>
  flips.filter((flip, index) => flips.findIndex(({ element }) => element === flip.element) === index)

function withFlips(
  ratings: readonly Pick<DraftRating, 'element' | 'level'>[],
  flips: readonly Flip[],
): Map<string, Level> {
  const levels = new Map(ratings.map(({ element, level }) => [element, level]))
  for (const { element, to } of flips) levels.set(element, to)
  return levels
}

function asPrinted({ counts, byCriterion }: Printed, levels: ReadonlyMap<string, Level>): boolean {
  const count = (criterion?: string) => {
    const found = noCounts()
    for (const [element, level] of levels)
      if (criterion === undefined || criterionOf(element) === criterion) found[level]++
    return found
  }
  return (
    sameCounts(counts, count()) && byCriterion.every(({ criterion, ...cell }) => sameCounts(cell, count(criterion)))
  )
}

/** Breadth first, so that the smallest explanation wins. */
function search(flips: readonly Flip[], fits: (chosen: readonly Flip[]) => boolean): Flip[] | null {
  let tries = 0
  let chosen: { flips: Flip[]; next: number }[] = [{ flips: [], next: 0 }]
  for (let size = 1; size <= MOST_ELEMENTS; size++) {
    const larger: { flips: Flip[]; next: number }[] = []
    for (const { flips: base, next } of chosen)
      for (let at = next; at < flips.length; at++) {
        if (base.some(({ element }) => element === flips[at]!.element)) continue
        const grown = [...base, flips[at]!]
        if (++tries > MOST_TRIES) return null
        if (fits(grown)) return grown
        larger.push({ flips: grown, next: at + 1 })
      }
    chosen = larger
  }
  return null
}
