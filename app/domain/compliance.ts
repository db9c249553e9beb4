/**
 * The four levels an assessor can give an element, and the test a certificate hangs on: no non-compliance at all, and
 * in each criterion no more partials than the standard bears. The test is per criterion, so a small total can still
 * fail; it is always counted over every element, and an element without a level is unknown, never full.
 */
import type { Level, LevelCounts } from './reading/draft'
import { counted, hasOrHave, isOrAre, listed } from './sentence'
import { certifiedCriteria, elementsOf, supplementaryCriteria, type Criterion, type Standard } from './standard'

export type { Level, LevelCounts }

/** Lowest first. */
export const levels: readonly Level[] = ['non', 'partial', 'full', 'plus']

export const levelLabels: Readonly<Record<Level, string>> = {
  non: 'non-compliance',
  partial: 'partial compliance',
  full: 'full compliance',
  plus: 'compliance plus',
}

/** Element number → its level; an element that is not in it has no level. */
export type Levels = ReadonlyMap<string, Level>

export const isLevel = (value: unknown): value is Level => levels.includes(value as Level)
export const compareLevels = (a: Level, b: Level): number => levels.indexOf(a) - levels.indexOf(b)
export const lowestLevel = (first: Level, ...rest: Level[]): Level =>
  rest.reduce((low, level) => (compareLevels(level, low) < 0 ? level : low), first)
export const highestLevel = (first: Level, ...rest: Level[]): Level =>
  rest.reduce((high, level) => (compareLevels(level, high) > 0 ? level : high), first)

export function countLevels(given: Iterable<Level>): LevelCounts {
  const counts: LevelCounts = { plus: 0, full: 0, partial: 0, non: 0 }
  for (const level of given) counts[level] += 1
  return counts
}

export type Standing = 'within' | 'outside' | 'unknown'

export type CriterionCompliance = {
  criterion: string
  title: string
  counts: LevelCounts
  maxPartials: number
  nonCompliances: string[]
  partials: string[]
  unrated: string[]
  standing: Standing
  /** How many more partials it bears: 0 is the edge, negative is over by that many, null where a non-compliance or a
   * missing level leaves nothing to count on. */
  headroom: number | null
}

export type Tolerance = { standing: Standing; criteria: CriterionCompliance[]; counts: LevelCounts; unrated: string[] }

/** The certificate's test over every element of the standard. Supplementary criteria are left out. */
export function testTolerance(standard: Standard, given: Levels): Tolerance {
  const criteria = certifiedCriteria(standard).map((criterion) => testCriterion(standard, criterion, given))
  return {
    standing: worstStanding(criteria.map((each) => each.standing)),
    criteria,
    counts: criteria.map((each) => each.counts).reduce(addCounts, countLevels([])),
    unrated: criteria.flatMap((each) => each.unrated),
  }
}

/** A council's own criteria, where it set a tolerance for them; they never touch the certificate. */
export const testSupplementary = (standard: Standard, given: Levels): CriterionCompliance[] =>
  supplementaryCriteria(standard)
    .filter((criterion) => criterion.maxPartials !== null)
    .map((criterion) => testCriterion(standard, criterion, given))

function testCriterion(standard: Standard, criterion: Criterion, given: Levels): CriterionCompliance {
  const numbers = elementsOf(standard, criterion.number).map((element) => element.number)
  const at = (level: Level) => numbers.filter((number) => given.get(number) === level)
  const nonCompliances = at('non')
  const partials = at('partial')
  const unrated = numbers.filter((number) => !given.has(number))
  const maxPartials = criterion.maxPartials ?? 0
  const outside = nonCompliances.length > 0 || partials.length > maxPartials
  const countable = nonCompliances.length === 0 && (unrated.length === 0 || outside)
  return {
    criterion: criterion.number,
    title: criterion.title,
    counts: countLevels(numbers.flatMap((number) => given.get(number) ?? [])),
    maxPartials,
    nonCompliances,
    partials,
    unrated,
    standing: outside ? 'outside' : unrated.length > 0 ? 'unknown' : 'within',
    headroom: countable ? maxPartials - partials.length : null,
  }
}

function worstStanding(standings: Standing[]): Standing {
  if (standings.includes('outside')) return 'outside'
  return standings.includes('unknown') ? 'unknown' : 'within'
}

const addCounts = (a: LevelCounts, b: LevelCounts): LevelCounts => ({
  plus: a.plus + b.plus,
  full: a.full + b.full,
  partial: a.partial + b.partial,
  non: a.non + b.non,
})

/** "17 compliance plus, 38 full, 2 partial, no non-compliance" */
export const countsSentence = ({ plus, full, partial, non }: LevelCounts): string =>
  `${plus} compliance plus, ${full} full, ${partial} partial, ${non === 0 ? 'no' : non} non-compliance`

/** What one criterion can still bear, or why it has failed, or why nothing can be said. */
export function headroomSentence(criterion: CriterionCompliance): string {
  const name = `Criterion ${criterion.criterion}`
  const { nonCompliances, partials, unrated, maxPartials, headroom } = criterion
  if (nonCompliances.length > 0)
    return `${name} fails: ${listed(nonCompliances)} ${isOrAre(nonCompliances)} non-compliant, and none is allowed.`
  if (headroom === null)
    return `Nothing can be said about criterion ${criterion.criterion}: ${listed(unrated)} ${hasOrHave(unrated)} no level.`
  if (headroom < 0)
    return `${name} fails: ${listed(partials)} ${isOrAre(partials)} partial, and at most ${maxPartials} may be.`
  if (headroom === 0) return `One more partial and criterion ${criterion.criterion} fails.`
  return `${name} can bear ${counted(headroom, 'more partial')}.`
}

export function toleranceSentence(tolerance: Tolerance): string {
  const { standing, criteria, unrated } = tolerance
  const failing = criteria.filter((each) => each.standing === 'outside').map((each) => each.criterion)
  if (standing === 'outside') return `Outside tolerance in ${criteriaNamed(failing)}.`
  if (standing === 'unknown') return `Cannot be said: ${listed(unrated)} ${hasOrHave(unrated)} no level.`
  return `Within tolerance in every criterion, with ${counted(tolerance.counts.partial, 'partial')}.`
}

export const criteriaNamed = (numbers: string[]): string =>
  `${numbers.length === 1 ? 'criterion' : 'criteria'} ${listed(numbers)}`
