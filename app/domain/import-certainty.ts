/**
 * What in a line of a draft wants a closer look: what was worked out and is not printed, what contradicts something,
 * what may be a point we have. A line with none of it is certain, and can be accepted with all others of its kind.
 */
import type { ImportPlan, PlannedLine } from './import-plan'
import { listed } from './sentence'

/** Each a sentence; none where the line is certain. */
export function whatToLookAt(line: PlannedLine, { queries, lines }: Pick<ImportPlan, 'queries' | 'lines'>): string[] {
  const found: string[] = []
  if (line.text.trim() === '') found.push('Its words are missing.')
  if (line.key.startsWith('u')) found.push('It was not understood: give it its number and its elements.')
  const [best] = line.candidates
  if (line.choice.do === 'same' && best && !best.certain)
    found.push(`It is probably, not certainly, ${best.point.number} of “${best.point.source}” (${best.why}).`)
  if (line.choice.do === 'again') found.push('It seems to raise an earlier point again.')
  if (line.choice.do === 'leave' && line.coveredBy.length > 0) {
    const numbers = lines.filter(({ key }) => line.coveredBy.includes(key)).map(({ number }) => number)
    found.push(`Area ${listed(numbers)} names its element, so it is proposed to be left out.`)
  }
  if (line.tracked) {
    if (line.tracked.actions.some(({ inferred }) => inferred)) found.push('Who does which action was worked out.')
    if (line.tracked.completions.length > 0)
      found.push('Its dates fit no single action, so they are kept for the whole.')
  }
  const asked = queries.filter(
    (query) =>
      !query.leftOut &&
      (query.recommendations?.includes(line.number) ||
        (query.decides && query.review === line.review && query.elements.some((each) => line.elements.includes(each)))),
  )
  if (asked.length > 0)
    found.push(
      `The document contradicts itself here, or leaves something open: ${asked.length === 1 ? 'a question is' : `${asked.length} questions are`} kept.`,
    )
  return found
}

export const isCertain = (line: PlannedLine, plan: Pick<ImportPlan, 'queries' | 'lines'>): boolean =>
  whatToLookAt(line, plan).length === 0
