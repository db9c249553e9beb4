/**
 * Whether the certificate is likely to be kept at its coming review, as the council's own view: a range (as last
 * assessed, as expected, if every risk comes true) and one of four verdicts. A disputed level is counted both ways and
 * decides nothing by itself; a missing one is never full; reasons come in the order of what they would cost.
 */
import { criteriaNamed, headroomSentence, testTolerance } from './compliance'
import {
  compareLevels,
  type CriterionCompliance,
  type Level,
  type Levels,
  type Standing,
  type Tolerance,
} from './compliance'
import { formatDate, type IsoDate } from './dates'
import { elementReadiness, gatherFacts } from './element-readiness'
import type { ElementReadiness, ReadinessFacts, Risk } from './element-readiness'
import { counted, listed } from './sentence'
import { criterionOf, elementsOf, type Standard } from './standard'

export type Verdict = 'holds' | 'holds-at-risk' | 'does-not-hold' | 'cannot-be-said'
export const verdictLabels: Readonly<Record<Verdict, string>> = {
  holds: 'holds',
  'holds-at-risk': 'holds, at risk',
  'does-not-hold': 'does not hold',
  'cannot-be-said': 'cannot be said',
}

/** One end of the range. 'unknown': a level is missing, or a disputed one decides. */
export type Reckoning = { standing: Standing; lowest: Tolerance; highest: Tolerance }

/** What a reason would cost, the worst first. */
export const consequences = ['fails', 'decides', 'breaks', 'together', 'uses-headroom', 'loses-plus'] as const
export type Consequence = (typeof consequences)[number]
export type Reason = {
  consequence: Consequence
  criterion: string
  element: string | null
  who: string | null
  sentence: string
}
export type Headroom = { criterion: string; title: string; asExpected: CriterionCompliance; sentence: string }
export type Prompt = { element: string; who: string | null; sentence: string }

export type Readiness = {
  heading: string
  asAt: IsoDate
  verdict: Verdict
  sentence: string
  asLastAssessed: Reckoning
  asExpected: Reckoning
  ifEveryRisk: Reckoning
  headroom: Headroom[]
  elements: ElementReadiness[]
  risks: Risk[]
  reasons: Reason[]
  prompts: Prompt[]
}

export function decideReadiness(standard: Standard, facts: ReadinessFacts): Readiness {
  return readinessFrom(standard, facts, elementsIn(standard, facts))
}

/** The same with some levels changed by hand: nothing is recorded, and a level set by hand carries no risk. */
export function whatIf(standard: Standard, facts: ReadinessFacts, changes: Levels): Readiness {
  const changed = elementsIn(standard, facts).map((each): ElementReadiness => {
    const level = changes.get(each.element)
    return level === undefined ? each : { ...each, expected: [level], worst: level, risks: [] }
  })
  return readinessFrom(standard, facts, changed)
}

function elementsIn(standard: Standard, facts: ReadinessFacts): ElementReadiness[] {
  const gathered = gatherFacts(facts)
  return elementsOf(standard).map(({ number, title }) => elementReadiness(number, title, gathered))
}

function readinessFrom(standard: Standard, { asAt }: ReadinessFacts, elements: ElementReadiness[]): Readiness {
  const reckon = (levelsOfElement: (each: ElementReadiness) => Level[]) =>
    reckoning(standard, elements, levelsOfElement)
  const asExpected = reckon((each) => each.expected)
  const ifEveryRisk = reckon((each) => (each.worst === null ? [] : [each.worst]))
  const verdict = verdictOf(asExpected.standing, ifEveryRisk.standing)
  return {
    heading: `Our own view as at ${formatDate(asAt)}; the certification body decides.`,
    asAt,
    verdict,
    sentence: verdictSentence(verdict, elements, asExpected, ifEveryRisk),
    asLastAssessed: reckon((each) => each.readings),
    asExpected,
    ifEveryRisk,
    headroom: asExpected.lowest.criteria.map(headroomOf),
    elements,
    risks: elements.flatMap((each) => each.risks),
    reasons: reasonsFor(elements, asExpected, ifEveryRisk),
    prompts: elements.flatMap(promptFor),
  }
}

function reckoning(
  standard: Standard,
  elements: ElementReadiness[],
  levelsOfElement: (each: ElementReadiness) => Level[],
): Reckoning {
  const at = (end: 0 | -1): Levels =>
    new Map(
      elements.flatMap((each) =>
        levelsOfElement(each)
          .slice(end)
          .slice(0, 1)
          .map((level) => [each.element, level]),
      ),
    )
  const lowest = testTolerance(standard, at(0))
  const highest = testTolerance(standard, at(-1))
  return { standing: lowest.standing === highest.standing ? lowest.standing : 'unknown', lowest, highest }
}

function verdictOf(expected: Standing, everyRisk: Standing): Verdict {
  if (expected === 'outside') return 'does-not-hold'
  if (expected === 'unknown') return 'cannot-be-said'
  return everyRisk === 'within' ? 'holds' : 'holds-at-risk'
}

const failing = (tolerance: Tolerance): string[] =>
  tolerance.criteria.filter((each) => each.standing === 'outside').map((each) => each.criterion)

function verdictSentence(
  verdict: Verdict,
  elements: ElementReadiness[],
  asExpected: Reckoning,
  ifEveryRisk: Reckoning,
): string {
  if (verdict === 'holds') return 'The certificate holds, even if every risk comes true.'
  if (verdict === 'holds-at-risk')
    return `The certificate holds as expected, but ${criteriaNamed(failing(ifEveryRisk.lowest))} would fail if every risk came true.`
  if (verdict === 'does-not-hold') {
    const numbers = failing(asExpected.highest)
    return `The certificate does not hold: ${criteriaNamed(numbers)} ${numbers.length === 1 ? 'fails' : 'fail'}.`
  }
  return `It cannot be said whether the certificate holds: ${whyUnknown(elements, asExpected)}.`
}

function whyUnknown(elements: ElementReadiness[], { lowest, highest }: Reckoning): string {
  const disputed = decidingElements(elements, lowest, highest)
  const unrated = lowest.unrated
  const parts = [
    ...(disputed.length > 0 ? [`it hangs on ${listed(disputed)}, which can be read two ways`] : []),
    ...(unrated.length > 3 ? [`${counted(unrated.length, 'element')} have no rating`] : []),
    ...(unrated.length > 0 && unrated.length <= 3
      ? [`${listed(unrated)} ${unrated.length === 1 ? 'has' : 'have'} no rating`]
      : []),
  ]
  return listed(parts)
}

/** The disputed elements of the criteria that stand one way at the lowest reading and another at the highest. */
function decidingElements(elements: ElementReadiness[], lowest: Tolerance, highest: Tolerance): string[] {
  const hanging = lowest.criteria.filter((each, i) => each.standing !== highest.criteria[i]?.standing)
  const numbers = hanging.map((each) => each.criterion)
  return elements
    .filter((each) => each.expected.length > 1 && numbers.includes(criterionOf(each.element)))
    .map((each) => each.element)
}

const headroomOf = (criterion: CriterionCompliance): Headroom => ({
  criterion: criterion.criterion,
  title: criterion.title,
  asExpected: criterion,
  sentence: headroomSentence(criterion),
})

function reasonsFor(elements: ElementReadiness[], asExpected: Reckoning, ifEveryRisk: Reckoning): Reason[] {
  const failed = asExpected.highest.criteria.filter((each) => each.standing === 'outside')
  const ofCriteria = failed.map((each): Reason => ({
    consequence: 'fails',
    criterion: each.criterion,
    element: null,
    who: null,
    sentence: headroomSentence(each),
  }))
  const deciding = decidingElements(elements, asExpected.lowest, asExpected.highest)
  const consequence = consequenceIn(asExpected, ifEveryRisk, deciding)
  const ofRisks = elements.flatMap((each) =>
    each.risks.map((risk): Reason => ({
      consequence: consequence(each, risk),
      criterion: criterionOf(each.element),
      element: each.element,
      who: risk.who,
      sentence: risk.sentence,
    })),
  )
  const cost = (reason: Reason) => consequences.indexOf(reason.consequence)
  // Both lists are in natural order already, and sorting keeps the order of what costs the same.
  return [...ofCriteria, ...ofRisks].sort((a, b) => cost(a) - cost(b))
}

function consequenceIn(asExpected: Reckoning, ifEveryRisk: Reckoning, deciding: string[]) {
  const criterionIn = (tolerance: Tolerance, element: string) =>
    tolerance.criteria.find((each) => each.criterion === criterionOf(element))
  return (each: ElementReadiness, risk: Risk): Consequence => {
    if (risk.code === 'plus-evidence-old') return 'loses-plus'
    if (risk.fallsTo === null || (risk.code === 'query-open' && deciding.includes(each.element))) return 'decides'
    if (compareLevels(risk.fallsTo, 'partial') > 0) return 'loses-plus'
    const now = criterionIn(asExpected.highest, each.element)
    if (now?.standing === 'outside') return 'fails'
    if (breaksAlone(each, risk.fallsTo, now)) return 'breaks'
    return criterionIn(ifEveryRisk.lowest, each.element)?.standing === 'outside' ? 'together' : 'uses-headroom'
  }
}

function breaksAlone(each: ElementReadiness, fallsTo: Level, criterion: CriterionCompliance | undefined): boolean {
  if (fallsTo === 'non') return true
  const isPartialAlready = each.expected.at(-1) === 'partial'
  return fallsTo === 'partial' && !isPartialAlready && criterion?.headroom === 0
}

/** Work that is done moves no level by itself: it is a question for a named person. */
function promptFor(each: ElementReadiness): Prompt[] {
  const { element, points, expected } = each
  const stillPartial = expected.at(-1) === 'partial' || expected.at(-1) === 'non'
  if (!stillPartial || points.length === 0 || !points.every((point) => point.workDone)) return []
  const who = points.map((point) => point.who).find((name) => name !== null) ?? null
  return [{ element, who, sentence: `Work done on ${element}: is it full now, on what evidence?` }]
}
