/**
 * Where an assessor's report contradicts itself: every count, list and sentence is held against every other, and each
 * contradiction becomes one question, ready to send. Nothing is decided here: both readings stand in the draft.
 */
import { levelLabels } from '../compliance'
import { formatDate } from '../dates'
import { capitalised, isOrAre, listed } from '../sentence'
import { criterionOf } from '../standard'
import type { Source } from './blocks'
import type { DraftQuery, DraftReview, Level, LevelCounts, QueryCode, ReviewKind } from './draft'
import { agrees, type Claim } from './report-claims'
import { allCriteria, maxPartialsOf, sortedElements } from './report-elements'
import { explainDifference, type Flip } from './report-differences'
import { noCounts, sameCounts } from './report-totals'
import { kindWords } from './report-words'

export type PrintedCounts = {
  /** 'the totals box', 'the grid' */
  name: string
  counts: LevelCounts
  byCriterion: ({ criterion: string } & LevelCounts)[]
  source: Source
}

/** What a review's report says besides its values, and where: the material of its queries. */
export type ReviewEvidence = {
  review: DraftReview
  /** 'the report', 'the 12-month review' */
  name: string
  /** What lists the levels: 'the closing table', 'the tables of elements' */
  lists: string
  printed: PrintedCounts[]
  claims: Claim[]
  /** Levels given to an element in a second place, where they are others than its rating. */
  otherLevels: { element: string; level: Level; where: string; source: Source }[]
  /** Elements in scope that the lists leave without a level. */
  unlisted: string[]
  /** Numbers that a sentence gives for a list: 'the following 4', and how many follow. */
  announced: { said: number; found: number; what: string; source: Source }[]
  /** What the cover calls the review, and headings that name a kind or a year. */
  cover: { kind: ReviewKind; text: string } | null
  headings: { text: string; kind: ReviewKind | null; year: string | null; source: Source }[]
  unknown: { element: string; where: string; source: Source }[]
  /** Plus at the review before, where the same document holds it. */
  plusBefore: { name: string; elements: string[] } | null
}

export function reportQueries(evidence: readonly ReviewEvidence[]): DraftQuery[] {
  return evidence.flatMap((each, index) => {
    const ask = (code: QueryCode, found: Found | null, audience: DraftQuery['audience'] = 'assessor'): DraftQuery[] =>
      found === null ? [] : [{ code, review: index, audience, ...found }]
    return [
      ...ask('totals-differ', totalsDiffer(each)),
      ...ask('plus-not-carried', plusNotCarried(each)),
      ...ask('narrative-differs', narrativeDiffers(each)),
      ...ask('heading-differs', headingDiffers(each)),
      ...ask('over-tolerance', overTolerance(each)),
      ...ask('dates-out-of-order', datesOutOfOrder(each, evidence[index - 1])),
      ...ask('element-unknown', elementUnknown(each)),
    ]
  })
}

type Found = Pick<DraftQuery, 'elements' | 'decides' | 'message' | 'alternatives'>

const onPage = ({ page }: Source): string => (page === null ? '' : ` (page ${page})`)
const elementsNamed = (elements: readonly string[]): string =>
  `${elements.length === 1 ? 'element' : 'elements'} ${listed(elements)}`
const countsOf = ({ plus, full, partial, non }: LevelCounts): string =>
  `${plus} compliance plus, ${full} full, ${partial} partial and ${non} non-compliance`

/** Only a partial or a non-compliance can cost the certificate. */
const matters = (levels: readonly (Level | undefined)[]): boolean =>
  levels.some((level) => level === undefined || level === 'partial' || level === 'non')

export function countRatings(review: DraftReview, criterion?: string): LevelCounts {
  const counts = noCounts()
  for (const { element, level } of review.ratings)
    if (criterion === undefined || criterionOf(element) === criterion) counts[level]++
  return counts
}

const levelsOf = (review: DraftReview): Map<string, Level> =>
  new Map(review.ratings.map(({ element, level }) => [element, level]))

/** The levels that would bear a claim out. */
const levelsClaimed = ({ calls }: Claim): Level[] =>
  calls === 'plus' ? ['plus'] : calls === 'partial' ? ['partial'] : ['plus', 'full']

/** What might explain a wrong total: levels that the report itself gives elsewhere. */
function flipsOf(evidence: ReviewEvidence): Flip[] {
  const levels = levelsOf(evidence.review)
  const conflicts = evidence.claims.filter(({ element }) => levels.has(element))
  const claimed = conflicts.flatMap((claim): Flip[] => {
    const from = levels.get(claim.element)!
    if (agrees(claim, from)) return []
    return levelsClaimed(claim).map((level) => ({ element: claim.element, from, to: level }))
  })
  const others = evidence.otherLevels.map(({ element, level }) => ({ element, from: levels.get(element)!, to: level }))
  const lost = (evidence.plusBefore?.elements ?? [])
    .filter((element) => isUnsaid(evidence, element))
    .map((element): Flip => ({ element, from: levels.get(element) ?? null, to: 'plus' }))
  const missing = evidence.unlisted.flatMap((element) =>
    (['plus', 'full', 'partial', 'non'] as const).map((to): Flip => ({ element, from: null, to })),
  )
  return [...lost, ...claimed, ...others, ...missing]
}

function totalsDiffer(evidence: ReviewEvidence): Found | null {
  const { review, printed } = evidence
  const counted = countRatings(review)
  const wrong = printed.filter((each) => !matchesRatings(each, review))
  const sentences = wrong.map(
    ({ name, counts, source }) =>
      `${capitalised(name)}${onPage(source)} ${printsVerb(name)} ${countsOf(counts)}, but ${evidence.lists} ${givesVerb(evidence.lists)} ${countsOf(counted)}.`,
  )
  const misannounced = evidence.announced.filter(({ said, found }) => said !== found)
  const announced = misannounced.map(
    ({ said, found, what, source }) =>
      `A sentence${onPage(source)} says that there are ${said} ${what}, and ${found} follow.`,
  )
  if (sentences.length + announced.length === 0) return null
  const flips = wrong.length === 0 ? [] : explainDifference(wrong[0]!, review.ratings, flipsOf(evidence))
  const elements = sortedElements(flips.map(({ element }) => element))
  const because = explanations(evidence, elements).map((sentence) => ` ${sentence}`)
  const cells = wrong.flatMap(({ byCriterion }) => criteriaThatDiffer(byCriterion, review))
  const where =
    cells.length === 0 ? '' : ` The difference is in ${cells.length === 1 ? 'criterion' : 'criteria'} ${listed(cells)}.`
  const decides = wrong.some(({ counts }) => counts.partial !== counted.partial || counts.non !== counted.non)
  const message = `${[...sentences, ...announced].join(' ')}${where}${because.join('')} Which is right?`
  return { elements, decides, message, alternatives: flips.map(({ element, to }) => ({ element, level: to })) }
}

const printsVerb = (name: string): string => (name.endsWith('s') ? 'print' : 'prints')
const givesVerb = (name: string): string => (/\btables\b/.test(name) ? 'give' : 'gives')

const matchesRatings = ({ counts, byCriterion }: PrintedCounts, review: DraftReview): boolean =>
  sameCounts(counts, countRatings(review)) && criteriaThatDiffer(byCriterion, review).length === 0

const criteriaThatDiffer = (byCriterion: PrintedCounts['byCriterion'], review: DraftReview): string[] =>
  byCriterion
    .filter(({ criterion, ...counts }) => !sameCounts(counts, countRatings(review, criterion)))
    .map(({ criterion }) => criterion)

/** Why each element explains the difference; elements with the same reason share a sentence. */
function explanations(evidence: ReviewEvidence, elements: readonly string[]): string[] {
  const reasons = new Map<string, string[]>()
  for (const element of elements) {
    const reason = reasonFor(evidence, element)
    reasons.set(reason, [...(reasons.get(reason) ?? []), element])
  }
  return [...reasons].map(([reason, about]) => `${capitalised(elementsNamed(about))}: ${reason}.`)
}

function reasonFor(evidence: ReviewEvidence, element: string): string {
  const level = levelsOf(evidence.review).get(element)
  const claim = evidence.claims.find((each) => each.element === element && level !== undefined && !agrees(each, level))
  if (claim !== undefined) return `${levelLabels[level!]} in ${evidence.lists}, and ${sayClaim(claim)}`
  const other = evidence.otherLevels.find((each) => each.element === element)
  if (other !== undefined) return `${levelLabels[other.level]} in ${other.where}`
  if (evidence.plusBefore?.elements.includes(element))
    return `compliance plus at ${evidence.plusBefore.name}, and not named now`
  return `without a level in ${evidence.lists}`
}

const ratedAs = (level: Level): string => `is ${levelLabels[level]}`
const CALLS: Record<Claim['calls'], string> = {
  strength: 'a strength',
  plus: 'compliance plus',
  compliant: 'now compliant',
  partial: 'partially compliant',
}
const sayClaim = (claim: Claim): string => `${claim.where}${onPage(claim.source)} calls it ${CALLS[claim.calls]}`

const isUnsaid = ({ review }: ReviewEvidence, element: string): boolean => {
  const rating = review.ratings.find((each) => each.element === element)
  return rating === undefined ? review.scope === 'all' || review.scope.includes(element) : !rating.stated
}

function plusNotCarried(evidence: ReviewEvidence): Found | null {
  const { plusBefore, name } = evidence
  const elements = (plusBefore?.elements ?? []).filter((element) => isUnsaid(evidence, element))
  if (plusBefore === null || elements.length === 0) return null
  const was = elements.length === 1 ? 'was' : 'were'
  const message = `${capitalised(elementsNamed(elements))} ${was} compliance plus at ${plusBefore.name}, and ${name} names ${elements.length === 1 ? 'it' : 'them'} neither among those that remain so nor among the new ones. ${elements.length === 1 ? 'Is it' : 'Are they'} still compliance plus?`
  return { elements, decides: false, message }
}

function narrativeDiffers(evidence: ReviewEvidence): Found | null {
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

function headingDiffers({ cover, headings, review }: ReviewEvidence): Found | null {
  const years = [review.reportedOn, review.documentReviewOn, ...review.visitDates].flatMap(
    (date) => date?.slice(0, 4) ?? [],
  )
  const other = headings.filter(
    ({ kind, year }) =>
      (kind !== null && cover !== null && kind !== cover.kind) ||
      (year !== null && years.length > 0 && !years.includes(year)),
  )
  if (other.length === 0) return null
  const said = other.map(({ text, kind, year, source }) =>
    kind !== null && cover !== null && kind !== cover.kind
      ? `The heading “${text}”${onPage(source)} speaks of the ${kindWords[kind]}, but the report calls itself “${cover.text}”.`
      : `The heading “${text}”${onPage(source)} gives the year ${year}, but the report is of ${listed([...new Set(years)])}.`,
  )
  return { elements: [], decides: false, message: `${said.join(' ')} Please confirm which review this is.` }
}

function overTolerance({ review, name }: ReviewEvidence): Found | null {
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

function datesOutOfOrder({ review, name }: ReviewEvidence, before: ReviewEvidence | undefined): Found | null {
  const dates: [string, string | null][] = [
    ['the report of the review before', before?.review.reportedOn ?? null],
    ['the document review', review.documentReviewOn],
    ['the first day of the visit', review.visitDates[0] ?? null],
    ['the last day of the visit', review.visitDates.at(-1) ?? null],
    ['the report', review.reportedOn],
  ]
  const known = dates.flatMap(([what, date]) => (date === null ? [] : [{ what, date }]))
  const sentences = known.flatMap(({ what, date }, index) => {
    const earlier = known[index - 1]
    return earlier !== undefined && date < earlier.date
      ? [`${capitalised(what)} is dated ${formatDate(date)}, before ${earlier.what} on ${formatDate(earlier.date)}.`]
      : []
  })
  const next = review.nextReview?.to ?? null
  const last = known.at(-1)
  if (next !== null && last !== undefined && next < last.date)
    sentences.push(
      `The next review is foreseen for ${formatDate(next)}, before ${last.what} on ${formatDate(last.date)}.`,
    )
  return sentences.length === 0
    ? null
    : { elements: [], decides: false, message: `${sentences.join(' ')} Please check the dates in ${name}.` }
}

function elementUnknown({ unknown, name }: ReviewEvidence): Found | null {
  const elements = sortedElements(unknown.map(({ element }) => element))
  if (elements.length === 0) return null
  const places = [...new Set(unknown.map(({ where, source }) => `${where}${onPage(source)}`))]
  const message = `${capitalised(name)} names ${elementsNamed(elements)} in ${listed(places)}, and the standard has no such element. Which ${elements.length === 1 ? 'one is' : 'ones are'} meant?`
  return { elements, decides: true, message }
}
