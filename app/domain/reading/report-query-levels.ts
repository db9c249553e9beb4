/**
 * Elements whose levels are contradicted: a plus that nobody names any more, a sentence that says more or less than the
 * table, more partials than a criterion bears, and elements that the standard does not have.
 */
import { levelLabels } from '../compliance'
import { capitalised, isOrAre, listed } from '../sentence'
import { criterionOf } from '../standard'
import type { Level } from './draft'
import { agrees } from './report-claims'
import { allCriteria, maxPartialsOf, sortedElements } from './report-elements'
import {
  elementsNamed,
  isUnsaid,
  levelsClaimed,
  levelsOf,
  onPage,
  sayClaim,
  type Found,
  type ReviewEvidence,
} from './report-evidence'

export function plusNotCarried(evidence: ReviewEvidence): Found | null {
  const { plusBefore, name } = evidence
  const elements = (plusBefore?.elements ?? []).filter((element) => isUnsaid(evidence, element))
  if (plusBefore === null || elements.length === 0) return null
  const was = elements.length === 1 ? 'was' : 'were'
  const message = `${capitalised(elementsNamed(elements))} ${was} compliance plus at ${plusBefore.name}, and ${name} names ${elements.length === 1 ? 'it' : 'them'} neither among those that remain so nor among the new ones. ${elements.length === 1 ? 'Is it' : 'Are they'} still compliance plus?`
  return { elements, decides: false, message }
}

export function narrativeDiffers(evidence: ReviewEvidence): Found | null {
  const levels = levelsOf(evidence.review)
  const conflicts = evidence.claims.filter(
    (claim) => levels.has(claim.element) && !agrees(claim, levels.get(claim.element)!),
  )
  const elements = sortedElements([...conflicts, ...evidence.otherLevels].map(({ element }) => element))
  if (elements.length === 0) return null
  const sentences = elements.map((element) => {
    const said = [
      ...conflicts.filter((claim) => claim.element === element).map(sayClaim),
      ...evidence.otherLevels
        .filter((other) => other.element === element)
        .map(({ where, level, source }) => `${where}${onPage(source)} gives it ${levelLabels[level]}`),
    ]
    return `Element ${element} ${ratedAs(levels.get(element)!)} in ${evidence.lists}, but ${listed([...new Set(said)])}.`
  })
  const decides = elements.some(
    (element) =>
      matters([
        levels.get(element),
        ...evidence.otherLevels.filter((other) => other.element === element).map(({ level }) => level),
      ]) || conflicts.some((claim) => claim.element === element && claim.calls === 'partial'),
  )
  const claimed = conflicts.flatMap((claim) => levelsClaimed(claim).map((level) => ({ element: claim.element, level })))
  const alternatives = [...claimed, ...evidence.otherLevels.map(({ element, level }) => ({ element, level }))].filter(
    (each, index, all) =>
      all.findIndex(({ element, level }) => element === each.element && level === each.level) === index,
  )
  return { elements, decides, message: `${sentences.join(' ')} Which is right?`, alternatives }
}

const ratedAs = (level: Level): string => `is ${levelLabels[level]}`

/** Only a partial or a non-compliance can cost the certificate. */
const matters = (levels: readonly (Level | undefined)[]): boolean =>
  levels.some((level) => level === undefined || level === 'partial' || level === 'non')

export function overTolerance({ review, name }: ReviewEvidence): Found | null {
  if (
    review.outcome !== null &&
    /\bnot\b/i.test(review.outcome) &&
    /\bcertif|\baward|\bmeet/i.test(review.outcome) &&
    !/\bno actions\b/i.test(review.outcome)
  )
    return null
  const at = (level: Level, criterion: string) =>
    review.ratings
      .filter((rating) => rating.level === level && criterionOf(rating.element) === criterion)
      .map(({ element }) => element)
  const nons = allCriteria.flatMap((criterion) => at('non', criterion))
  const over = allCriteria.filter((criterion) => at('partial', criterion).length > maxPartialsOf(criterion))
  const elements = sortedElements([...nons, ...over.flatMap((criterion) => at('partial', criterion))])
  if (elements.length === 0) return null
  const sentences = [
    ...(nons.length === 0
      ? []
      : [`${capitalised(elementsNamed(nons))} ${isOrAre(nons)} non-compliant, and no certificate bears that.`]),
    ...over.map((criterion) => {
      const partials = at('partial', criterion)
      return `${capitalised(elementsNamed(partials))} ${isOrAre(partials)} partially compliant, and criterion ${criterion} bears ${maxPartialsOf(criterion)} at most.`
    }),
  ]
  return {
    elements,
    decides: true,
    message: `${sentences.join(' ')} Do the levels in ${name} stand, and what do they mean for the certificate?`,
  }
}

export function elementUnknown({ unknown, name }: ReviewEvidence): Found | null {
  const elements = sortedElements(unknown.map(({ element }) => element))
  if (elements.length === 0) return null
  const places = [...new Set(unknown.map(({ where, source }) => `${where}${onPage(source)}`))]
  const message = `${capitalised(name)} names ${elementsNamed(elements)} in ${listed(places)}, and the standard has no such element. Which ${elements.length === 1 ? 'one is' : 'ones are'} meant?`
  return { elements, decides: true, message }
}
