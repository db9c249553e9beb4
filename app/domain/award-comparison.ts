/**
 * What was expected on the eve of a visit beside what the report awarded, element by element and with why. The view is
 * the frozen one: a comparison with today's would flatter us.
 */
import { compareLevels, levelLabels, type Level, type Levels } from './compliance'
import type { ElementReadiness } from './element-readiness'

export type AwardComparison = {
  element: string
  expected: Level[]
  awarded: Level | null
  outcome: 'as-expected' | 'better' | 'worse' | 'not-looked-at' | 'no-view'
  sentence: string
}

/** Expected and awarded, element by element, once the report of a frozen view's visit is in. */
export function compareWithAwarded(frozen: ElementReadiness[], awarded: Levels): AwardComparison[] {
  return frozen.map((each) => {
    const level = awarded.get(each.element) ?? null
    const outcome = awardOutcome(each.expected, level)
    const why = outcome === 'worse' ? each.risks.map((risk) => risk.sentence) : []
    const said = each.expected.length === 0 ? 'no view' : each.expected.map((one) => levelLabels[one]).join(' or ')
    const given = level === null ? 'not looked at' : levelLabels[level]
    const sentence = [`${each.element}: expected ${said}, awarded ${given}.`, ...why].join(' ')
    return { element: each.element, expected: each.expected, awarded: level, outcome, sentence }
  })
}

function awardOutcome(expected: Level[], awarded: Level | null): AwardComparison['outcome'] {
  if (awarded === null) return 'not-looked-at'
  const [lowest] = expected
  const highest = expected.at(-1)
  if (lowest === undefined || highest === undefined) return 'no-view'
  if (compareLevels(awarded, lowest) < 0) return 'worse'
  return compareLevels(awarded, highest) > 0 ? 'better' : 'as-expected'
}
