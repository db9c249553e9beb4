/**
 * How much each criterion can still bear, as a picture and a row of a table: partials for certain, those that hang on a
 * disputed level, what more would come if every risk came true, and the most that may be before the criterion fails.
 */
import type { Readiness } from './readiness'

export type HeadroomBar = {
  criterion: string
  title: string
  /** Partial however a disputed level is read. */
  certain: number
  disputed: number
  /** More, if every risk came true. */
  atRisk: number
  mayBe: number
  nonCompliances: number
  unrated: number
  sentence: string
}

export const headroomBars = ({ asExpected, ifEveryRisk, headroom }: Readiness): HeadroomBar[] =>
  asExpected.lowest.criteria.map((lowest, index) => {
    const certain = asExpected.highest.criteria[index]!.partials.length
    const short = Math.max(certain, lowest.partials.length)
    const worst = ifEveryRisk.lowest.criteria[index]!.partials.length
    return {
      criterion: lowest.criterion,
      title: lowest.title,
      certain,
      disputed: short - certain,
      atRisk: Math.max(0, worst - short),
      mayBe: lowest.maxPartials,
      nonCompliances: lowest.nonCompliances.length,
      unrated: lowest.unrated.length,
      sentence: sentenceOf(certain, short, lowest.maxPartials, headroom[index]!.sentence),
    }
  })

/** The headroom counts the lower reading; where only that one fails, it says what it hangs on. */
const sentenceOf = (certain: number, short: number, mayBe: number, sentence: string): string =>
  certain <= mayBe && short > mayBe
    ? 'It hangs on a disputed level: within tolerance one way, too many the other.'
    : sentence
