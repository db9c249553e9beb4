/**
 * What one element is expected to be at the coming review, and what threatens it. It keeps the assessor's last level
 * unless a named person assessed it later; progress and evidence alone move nothing. A level that can be read two ways
 * is carried both ways, the day's end of a risk is the level it would fall to, and no level is invented.
 */
import { compareLevels, highestLevel, levelLabels, levels, lowestLevel, type Level } from './compliance'
import { formatDate, latestOf, type IsoDate } from './dates'
import { freshness, type Freshness } from './evidence'
import { compareNaturally, compareText } from './natural-order'
import type { Category } from './progress'

/** What an assessor gave an element at one review. */
export type ElementRating = { element: string; level: Level; ratedOn: IsoDate }
export type SelfAssessment = { element: string; level: Level; assessedOn: IsoDate; who: string }
/** An open query about levels. `readings` are the levels that the document can be read to give; none where it does not
 * say, and then the level below is counted too. */
export type LevelQuery = { elements: string[]; readings: Level[]; who: string | null }
/** An open point of the plan. `workDone`: all its actions are done, or it is at category 1, and not signed off. */
export type OpenPoint = {
  number: string
  elements: string[]
  category: Category | null
  dueOn: IsoDate | null
  workDone: boolean
  who: string | null
}
export type DatedEvidence = { element: string; asAt: IsoDate | null }

export type ReadinessFacts = {
  asAt: IsoDate
  lastVisitOn: IsoDate | null
  nextVisitOn: IsoDate | null
  ratings: ElementRating[]
  selfAssessments: SelfAssessment[]
  queries: LevelQuery[]
  openPoints: OpenPoint[]
  evidence: DatedEvidence[]
  /** Who answers for an element. */
  owners: { element: string; who: string }[]
}

export type RiskCode =
  | 'never-rated'
  | 'query-open'
  | 'self-assessed-lower'
  | 'point-not-achieved'
  | 'point-slipped'
  | 'point-due-after-visit'
  | 'point-open'
  | 'nothing-planned'
  | 'plus-evidence-old'

export type Risk = {
  code: RiskCode
  element: string
  /** Who can do something about it; null where nobody is named yet. No sentence holds a name: summaries quote them. */
  who: string | null
  sentence: string
  /** What the element is if this comes true; null where there is no level to fall from. */
  fallsTo: Level | null
}

export type ElementReadiness = {
  element: string
  title: string
  rating: Level | null
  ratedOn: IsoDate | null
  /** Rated at an earlier review than the last one: "not looked at this time". */
  notLookedAt: boolean
  /** Every level the rating can be read as, lowest first; more than one where it is disputed. */
  readings: Level[]
  /** The one that moved the expected level: later than the rating. */
  selfAssessment: SelfAssessment | null
  /** Lowest first; more than one where a dispute is not settled, none where it was never rated. */
  expected: Level[]
  /** What it is if every risk comes true. */
  worst: Level | null
  evidence: { newestOn: IsoDate | null; age: Freshness; sentence: string }
  points: OpenPoint[]
  risks: Risk[]
}

/** The facts of each element by its number, gathered once: 57 elements do not search the same lists 57 times. */
export type GatheredFacts = {
  facts: ReadinessFacts
  lastReviewOn: IsoDate | null
  ratings: Map<string, ElementRating[]>
  selfAssessments: Map<string, SelfAssessment[]>
  queries: Map<string, LevelQuery[]>
  points: Map<string, OpenPoint[]>
  evidence: Map<string, DatedEvidence[]>
  owners: Map<string, string>
}

export function gatherFacts(facts: ReadinessFacts): GatheredFacts {
  const known = <T>(items: T[], on: (item: T) => IsoDate) => items.filter((item) => on(item) <= facts.asAt)
  const one = <T extends { element: string }>(item: T) => [item.element]
  const many = <T extends { elements: string[] }>(item: T) => item.elements
  const ratings = known(facts.ratings, (rating) => rating.ratedOn)
  return {
    facts,
    lastReviewOn: latestOf(ratings.map((rating) => rating.ratedOn)),
    ratings: byElement(ratings, one),
    selfAssessments: byElement(
      known(facts.selfAssessments, (each) => each.assessedOn),
      one,
    ),
    queries: byElement(facts.queries, many),
    points: byElement(facts.openPoints, many),
    evidence: byElement(facts.evidence, one),
    owners: new Map(
      [...facts.owners].sort((a, b) => compareText(b.who, a.who)).map(({ element, who }) => [element, who]),
    ),
  }
}

function byElement<T>(items: T[], elementsOfItem: (item: T) => string[]): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const item of items)
    for (const element of new Set(elementsOfItem(item))) {
      const list = found.get(element)
      if (list) list.push(item)
      else found.set(element, [item])
    }
  return found
}

export function elementReadiness(element: string, title: string, gathered: GatheredFacts): ElementReadiness {
  const last = lastRatings(gathered.ratings.get(element) ?? [])
  const ratedOn = last[0]?.ratedOn ?? null
  const readings = readingsOf(last, gathered.queries.get(element) ?? [])
  const rating = last.length === 0 ? null : lowestLevel(last[0]!.level, ...last.map((each) => each.level))
  const selfAssessment =
    ratedOn === null ? null : lastSelfAssessment(gathered.selfAssessments.get(element) ?? [], ratedOn)
  const expected = selfAssessment === null ? readings : [selfAssessment.level]
  const evidence = evidenceAge(gathered.evidence.get(element) ?? [], gathered.facts.lastVisitOn ?? ratedOn)
  const points = [...(gathered.points.get(element) ?? [])].sort(comparePoints)
  const notLookedAt = ratedOn !== null && gathered.lastReviewOn !== null && ratedOn < gathered.lastReviewOn
  const known = { element, title, rating, ratedOn, notLookedAt, readings, selfAssessment, expected, evidence, points }
  const risks = risksOf(known, gathered)
  const falls = risks.flatMap((risk) => risk.fallsTo ?? [])
  const worst = expected[0] === undefined ? null : lowestLevel(expected[0], ...falls)
  return { ...known, worst, risks }
}

const comparePoints = (a: OpenPoint, b: OpenPoint): number =>
  compareNaturally(a.number, b.number) || compareText(pointKey(a), pointKey(b))
const pointKey = ({ who, dueOn, category, workDone }: OpenPoint): string =>
  JSON.stringify([who, dueOn, category, workDone])

/** Those of the latest day: two that differ are a dispute, whatever order they came in. */
function lastRatings(ratings: ElementRating[]): ElementRating[] {
  const latest = latestOf(ratings.map((rating) => rating.ratedOn))
  return ratings.filter((rating) => rating.ratedOn === latest)
}

function readingsOf(last: ElementRating[], queries: LevelQuery[]): Level[] {
  const rated = last.map((rating) => rating.level)
  if (rated.length === 0) return []
  const disputed = queries.flatMap((query) => (query.readings.length > 0 ? query.readings : rated.map(levelBelow)))
  return [...new Set([...rated, ...disputed])].sort(compareLevels)
}

const levelBelow = (level: Level): Level => levels[Math.max(0, levels.indexOf(level) - 1)] ?? level

/** Only one made after the rating says anything new; of two on one day the more cautious. */
function lastSelfAssessment(assessments: SelfAssessment[], ratedOn: IsoDate): SelfAssessment | null {
  const later = assessments.filter((assessment) => assessment.assessedOn > ratedOn)
  const [first] = later.sort(
    (a, b) => compareText(b.assessedOn, a.assessedOn) || compareLevels(a.level, b.level) || compareText(a.who, b.who),
  )
  return first ?? null
}

function evidenceAge(evidence: DatedEvidence[], lastVisitOn: IsoDate | null): ElementReadiness['evidence'] {
  const newestOn = latestOf(evidence.map((item) => item.asAt))
  const age = freshness(newestOn, lastVisitOn)
  return { newestOn, age, sentence: evidenceSentence(evidence.length, newestOn, age, lastVisitOn) }
}

function evidenceSentence(count: number, newest: IsoDate | null, age: Freshness, visit: IsoDate | null): string {
  if (count === 0) return 'No evidence is linked.'
  if (newest === null) return 'Evidence is linked, but no document has a date.'
  const dated = `The newest evidence is of ${formatDate(newest)}`
  if (visit === null || age === 'no-visit') return `${dated}.`
  return `${dated}, ${age === 'newer' ? 'newer' : 'no newer'} than the last visit (${formatDate(visit)}).`
}

type Known = Omit<ElementReadiness, 'worst' | 'risks'>

function risksOf(known: Known, gathered: GatheredFacts): Risk[] {
  const { element, rating } = known
  const who = gathered.owners.get(element) ?? null
  if (rating === null)
    return [{ code: 'never-rated', element, who, sentence: `${element} has never been rated.`, fallsTo: null }]
  return [
    ...queryRisks(known, gathered.queries.get(element) ?? [], who),
    ...selfRisks(known, rating),
    ...partialRisks(known, who, gathered.facts.nextVisitOn),
    ...plusRisks(known, who),
  ]
}

function queryRisks({ element, readings }: Known, queries: LevelQuery[], who: string | null): Risk[] {
  const [lowest] = readings
  if (lowest === undefined || readings.length < 2) return []
  const named = readings.map((level) => levelLabels[level]).join(' or ')
  const asking = queries.flatMap((query) => query.who ?? []).sort()[0]
  const sentence = `The level of ${element} is disputed: ${named}.`
  return [{ code: 'query-open', element, who: asking ?? who, sentence, fallsTo: lowest }]
}

function selfRisks({ element, selfAssessment }: Known, rating: Level): Risk[] {
  if (selfAssessment === null || compareLevels(selfAssessment.level, rating) >= 0) return []
  const { level, assessedOn, who } = selfAssessment
  const sentence = `We put ${element} at ${levelLabels[level]} on ${formatDate(assessedOn)}; the assessor gave ${levelLabels[rating]}.`
  return [{ code: 'self-assessed-lower', element, who, sentence, fallsTo: level }]
}

function partialRisks(known: Known, who: string | null, visit: IsoDate | null): Risk[] {
  const { element, rating, points, selfAssessment } = known
  if (rating === null || compareLevels(rating, 'full') >= 0) return []
  const short = `${element} is ${rating === 'non' ? 'non-compliant' : 'partial'}`
  if (points.length === 0 && selfAssessment === null) {
    const sentence = `${short}, and nothing in the plan answers it.`
    return [{ code: 'nothing-planned', element, who, sentence, fallsTo: rating }]
  }
  return points.filter(isUnanswered).map((point): Risk => {
    const [code, state] = pointState(point, visit)
    return { code, element, who: point.who, sentence: `${short}, and point ${point.number} ${state}.`, fallsTo: rating }
  })
}

/** Work that is done only waits for sign-off; a slip or a failure that was reported stands whatever the actions say. */
const isUnanswered = ({ category, workDone }: OpenPoint): boolean =>
  category === 3 || category === 4 || (category !== 1 && !workDone)

function pointState({ category, dueOn }: OpenPoint, visit: IsoDate | null): [RiskCode, string] {
  if (category === 4) return ['point-not-achieved', 'is not achieved']
  if (category === 3) return ['point-slipped', 'has slipped']
  if (dueOn !== null && visit !== null && dueOn > visit)
    return ['point-due-after-visit', `is due on ${formatDate(dueOn)}, after the visit`]
  return ['point-open', dueOn === null ? 'is open, with no date' : `is open, due on ${formatDate(dueOn)}`]
}

function plusRisks({ element, expected, evidence }: Known, who: string | null): Risk[] {
  if (expected.length === 0 || highestLevel(expected[0]!, ...expected) !== 'plus' || evidence.age === 'newer') return []
  const sentence = `${element} is compliance plus without evidence newer than the last visit: it may fall to full.`
  return [{ code: 'plus-evidence-old', element, who, sentence, fallsTo: 'full' }]
}
