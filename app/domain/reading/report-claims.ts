/**
 * What the sentences of a report call an element: a strength, compliance plus, newly compliant, or partial. Only plain
 * statements about now count; what was, might be or should become is no claim.
 */
import type { Level } from './draft'
import type { Source } from './blocks'
import { elementsIn } from './element-references'

export type Claim = {
  element: string
  calls: 'strength' | 'plus' | 'compliant' | 'partial'
  /** 'the summary of strengths', 'the areas for development' */
  where: string
  source: Source
}

const NOT_SAID =
  /\b(?:could|might|would|should|may|consider\w*|if|whether|potential\w*|towards?|aim\w*|not|no longer|never|nor|next|hope\w*|seek\w*|eligible|opportunit\w+)\b/i
const PLUS =
  /\b(?:is|are|remains?|retain\w*|awarded|achiev\w+|gain\w*|given|maintain\w*|rated(?: as)?|assessed as|continues? (?:to be|as))\b[^.]{0,80}\b(?:complian(?:ce|t)[\s-]+plus|CP)\b/i
const STRENGTH =
  /\b(?:remains?|is|are|continues? (?:to be|as))\b[^.]{0,60}\b(?:key |particular |real |significant |major )?strengths?\b/i
const NEWLY = /\bnow\b[^.]{0,60}\bcomplian(?:t|ce)\b/i
const PARTIAL =
  /\b(?:is|are|remains?|rated(?: as)?|assessed as|found to be)\b(?:\s+\w+){0,3}\s+partial(?:ly)?\s+complian/i

export const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?])\s+(?=[\p{Lu}“"‘(])/u)

/** The level at which a claim and a table agree: a strength may be full, a plus must be plus. */
export const agrees = (claim: Claim, level: Level): boolean => {
  if (claim.calls === 'plus') return level === 'plus'
  if (claim.calls === 'partial') return level === 'partial' || level === 'non'
  return level === 'full' || level === 'plus'
}

/** `about` are the elements a sentence without numbers speaks of: a finding speaks of its own. */
export function claimsIn(text: string, where: string, source: Source, about: string[] = []): Claim[] {
  return sentencesOf(text).flatMap((sentence) => {
    if (NOT_SAID.test(sentence)) return []
    const named = elementsIn(sentence)
    const calls = callOf(sentence, named.length > 0)
    if (calls === null) return []
    return (named.length > 0 ? named : about).map((element) => ({ element, calls, where, source }))
  })
}

function callOf(sentence: string, named: boolean): Claim['calls'] | null {
  if (PLUS.test(sentence)) return 'plus'
  if (!named) return null
  if (NEWLY.test(sentence)) return 'compliant'
  if (STRENGTH.test(sentence)) return 'strength'
  return PARTIAL.test(sentence) ? 'partial' : null
}
