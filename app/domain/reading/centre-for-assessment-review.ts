/**
 * One review's form of a Centre for Assessment document: its assessors and date, strengths, areas and what was found
 * under the earlier ones, tables of elements, use of the mark, the next date. All else is its narrative.
 */
import { levelLabels } from '../compliance'
import { readFormFacts, readNext } from './centre-for-assessment-facts'
import { readElementTables, type Levels } from './centre-for-assessment-levels'
import { placesIn, type Place } from './centre-for-assessment-places'
import { rateForm } from './centre-for-assessment-ratings'
import type { DraftArea, DraftReview, LevelCounts } from './draft'
import type { Account } from './report-account'
import { claimsIn, type Claim } from './report-claims'
import { joined, type Line } from './report-lines'
import { areaOf, isArea, isPointsHeader, isStrength, passagesOf, strengthOf } from './report-points'
import type { ReviewEvidence } from './report-evidence'
import { normalised, readUpdates } from './report-responses'

export type ReadReview = {
  levels: Levels
  claims: Claim[]
  otherLevels: ReviewEvidence['otherLevels']
}

/** `before` are the reviews of the same document before this one, the last of them last. */
export function readReview(
  review: DraftReview,
  lines: readonly Line[],
  before: readonly DraftReview[],
  account: Account,
): ReadReview {
  const open = lines.filter((line) => line.kind !== 'page' && line.text !== '' && !account.isTaken(line))
  const places = placesIn(open)
  readFormFacts(review, places, account)
  readNext(review, places, account)
  const printed = new Map(
    review.totalsByCriterion.map(({ criterion, ...counts }): [string, LevelCounts] => [criterion, counts]),
  )
  const levels = readElementTables(places, printed, account)
  readFormPoints(review, places, before, account)
  readMarksAndOutcome(review, places, account)
  const claims = readProse(review, places, account)
  const plusBefore =
    before
      .at(-1)
      ?.ratings.filter(({ level }) => level === 'plus')
      .map(({ element }) => element) ?? []
  const otherLevels = rateForm(review, levels, claims, plusBefore, before.length > 0, open)
  tellUnused(review, levels, account)
  return { levels, claims, otherLevels }
}

/** A second justification of an element that is listed twice has no rating to stand in. */
function tellUnused(review: DraftReview, { entries }: Levels, account: Account): void {
  const used = new Set(review.ratings.map(({ justification }) => justification))
  for (const { line, justification, element, level } of entries)
    if (justification !== null && !used.has(justification))
      account.tell(review, line, `${element}: ${levelLabels[level]}`, element[0]!, justification)
}

function readFormPoints(
  review: DraftReview,
  places: readonly Place[],
  before: readonly DraftReview[],
  account: Account,
): void {
  const under = (topic: Place['topic']) => {
    const lines = places.flatMap((place) => (place.topic === topic && !place.isHeading ? place.line : []))
    for (const line of lines) if (isPointsHeader(line) && !account.isTaken(line)) account.setAside(line, 'boilerplate')
    return lines.filter((line) => !account.isTaken(line))
  }
  for (const passage of passagesOf(under('strengths'))) {
    if (!isStrength(passage)) continue
    review.strengths.push(strengthOf(passage))
    account.take(...passage.lines)
  }
  const earlier = before.toReversed().flatMap(({ areasForDevelopment }) => areasForDevelopment)
  const old = under('updates')
  const answered = answer(review, old, earlier, account)
  const left = earlier.filter((area) => !answered.has(area))
  const plain = under('areas')
  const repeated = left.length === 0 ? [] : repeatsIn(plain, left, old.length > 0 || saysNew(places))
  answer(review, repeated, left, account)
  for (const passage of passagesOf(plain.filter((line) => !repeated.includes(line)))) {
    if (!isArea(passage)) continue
    review.areasForDevelopment.push(areaOf(passage, review.areasForDevelopment.length + 1))
    account.take(...passage.lines)
  }
}

const saysNew = (places: readonly Place[]): boolean =>
  places.some(
    ({ topic, isHeading, line }) => topic === 'areas' && isHeading && /\b(?:new|further|additional)\b/i.test(line.text),
  )

/** Old points under a heading that does not call them old: those that begin with earlier words, with what hangs on.
 * Where the old points have a place of their own, or the heading says that these are new, only the very same words do. */
function repeatsIn(lines: readonly Line[], earlier: readonly DraftArea[], exactly: boolean): Line[] {
  if (exactly) {
    const known = new Set(earlier.map(({ text }) => normalised(text).join(' ')))
    return lines.filter(({ text }) => known.has(normalised(text).join(' ')))
  }
  const begins = (line: Line) => readUpdates([line], earlier).unmatched.length === 0
  let open = false
  return lines.filter(
    (line) => (open = begins(line) || (open && line.kind === 'paragraph' && !isArea(passagesOf([line])[0]!))),
  )
}

function answer(
  review: DraftReview,
  lines: readonly Line[],
  earlier: readonly DraftArea[],
  account: Account,
): Set<DraftArea> {
  const { answers, repeats } = readUpdates(lines, earlier)
  // A repetition with a word mended is told, since the earlier words do not hold it.
  const known = earlier.map(({ text }) => normalised(text).join(' '))
  const repeat = (line: Line, words: string) => {
    if (known.some((text) => text.includes(normalised(words).join(' ')))) account.take(line)
    else account.tell(review, line, null, null, words)
  }
  for (const { area, text, line } of answers) {
    area.response = area.response === null ? text : `${area.response}\n${text}`
    repeat(line, line.text.slice(0, Math.max(0, line.text.lastIndexOf(text))).trim())
  }
  for (const line of repeats) repeat(line, line.text)
  return new Set(answers.map(({ area }) => area))
}

const RECOMMENDS = /\brecommend\w*\b.*\b(?:certif|accredit|award|retain)|\b(?:certif|accredit)\w*\b.*\brecommend/i

function readMarksAndOutcome(review: DraftReview, places: readonly Place[], account: Account): void {
  for (const { topic, line, isHeading } of places) {
    if (isHeading || account.isTaken(line)) continue
    const isOutcome = topic === 'outcome' || (topic === 'narrative' && RECOMMENDS.test(line.text))
    if (topic === 'marks') review.marks = review.marks === null ? line.text : `${review.marks}\n${line.text}`
    else if (isOutcome) review.outcome = joined(review.outcome ?? '', line.text)
    if (topic === 'marks' || isOutcome) account.take(line)
  }
}

/** Everything else, under its heading; and what its sentences call elements. */
function readProse(review: DraftReview, places: readonly Place[], account: Account): Claim[] {
  const claims = review.strengths.flatMap(({ elements, source }) =>
    elements.map((element): Claim => ({ element, calls: 'strength', where: 'the list of strengths', source })),
  )
  for (const { line, heading, criterion, isHeading, topic } of places) {
    const where = topic === 'updates' || topic === 'areas' ? 'the section on areas for development' : 'the narrative'
    if (!isHeading && line.kind !== 'row') claims.push(...claimsIn(line.text, where, line.source))
    if (isHeading && !account.isTaken(line)) account.setAside(line, 'boilerplate')
    else if (!account.isTaken(line)) account.tell(review, line, heading?.text ?? null, criterion)
  }
  return claims
}
