/**
 * One review's form of a Centre for Assessment document: its assessors and date, strengths, areas and what was found
 * under the earlier ones, tables of elements, use of the mark, the next date. All else is its narrative.
 */
import type { Account } from './report-account'
import { readElementTables, type Entry, type Levels } from './centre-for-assessment-levels'
import { placesIn, type Place } from './centre-for-assessment-places'
import { isAssessorLine } from './centre-for-assessment-sections'
import { announcedScope } from './assessment-services-ratings'
import type { DraftArea, DraftRating, DraftReview, Level, LevelCounts } from './draft'
import { allElements, sortedElements } from './report-elements'
import { claimsIn, type Claim } from './report-claims'
import { findDates, readDates, readDay } from './report-dates'
import { joined, wordCount, type Line } from './report-lines'
import { areaOf, isArea, isStrength, passagesOf, strengthOf } from './report-points'
import { normalised, readUpdates } from './report-responses'
import { countOfAll } from './report-totals'
import type { ReviewEvidence } from './report-queries'
import { compareLevels, levelLabels } from '../compliance'
import { kindAfter, namesIn, readKind } from './report-words'

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
  const otherLevels = rate(review, levels, claims, plusBefore, before.length > 0, open)
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

/** 'Assessor name … Date of report …', in a line, in cells, or a label over its value. */
function readFormFacts(review: DraftReview, places: readonly Place[], account: Account): void {
  const facts = places.filter(({ topic }) => topic === 'facts')
  facts.forEach(({ line }, index) => {
    if (account.isTaken(line)) return
    const text = line.text
    const isAssessor = isAssessorLine(line)
    const isDated = /\bdate of (?:the )?(?:report|assessment|review|visit)\b|\breport date\b|\bvisit dates?\b/i.test(
      text,
    )
    if (!isAssessor && !isDated) return
    const below = facts[index + 1]?.line
    const usesBelow =
      below !== undefined &&
      /(?:name|report|date|visit)s?\s*:?$/i.test(text) &&
      wordCount(text) <= 4 &&
      wordCount(below.text) <= 10
    const whole = usesBelow ? `${text} ${below.text}` : text
    const names = isAssessor ? namesIn(assessorNames(whole)) : []
    if (review.assessors.length === 0) review.assessors = names
    const report = /\b(?:date of (?:the )?report|report date)\b/i.exec(whole)
    if (report !== null) review.reportedOn ??= readDay(whole.slice(report.index)) ?? readDay(whole)
    const visit = /\b(?:visit dates?|dates? of (?:the )?(?:visit|assessment|review))\b/i.exec(whole)
    if (visit !== null && review.visitDates.length === 0)
      review.visitDates = findDates(whole.slice(visit.index)).flatMap(({ days }) => days)
    const said = readDay(whole)
    const isUsed = said === null || said === review.reportedOn || review.visitDates.includes(said)
    if (!isUsed || names.some((name) => !review.assessors.includes(name))) return
    if (said === null && names.length === 0) return account.setAside(line, 'blank-form')
    account.take(line)
    if (usesBelow) account.take(below)
  })
}

const assessorNames = (text: string): string =>
  text
    .replace(/^.*?a?ssessors?(?:['’]?s)?(?:\s*names?)?(?:\(s\))?\s*:?/i, '')
    .replace(/\b(?:date of (?:the )?(?:report|assessment|review|visit)|report date|visit dates?)\b.*$/i, '')

/** The label with its date behind it, beside it or below it; a label without a date is told. */
function readNext(review: DraftReview, places: readonly Place[], account: Account): void {
  const next = places.filter(({ topic, line }) => topic === 'next' && !account.isTaken(line))
  for (const [index, { line, heading }] of next.entries()) {
    if (line !== heading) continue
    const below = next[index + 1]?.heading === line ? next[index + 1]!.line : null
    // The label names the review in months ('12-month'), which is no part of the date after it.
    const own = readDates(
      line.cells.length > 1 ? line.cells.slice(1).join(' ') : line.text.replace(/^.*?\bvisits?\b/i, ''),
    )
    const dates = own ?? (below === null ? null : readDates(below.text))
    if (dates === null) continue
    const kind = readKind(line.text.replace(dates.text, '')) ?? kindAfter(review.kind)
    review.nextReview = {
      kind,
      from: dates.from,
      to: dates.to,
      provisional: !/\b(?:agreed|confirmed)\b/i.test(line.text),
    }
    account.take(line)
    if (own === null && below !== null) account.take(below)
    return
  }
}

function readFormPoints(
  review: DraftReview,
  places: readonly Place[],
  before: readonly DraftReview[],
  account: Account,
): void {
  const under = (topic: Place['topic']) =>
    places
      .filter((place) => place.topic === topic && !place.isHeading && !account.isTaken(place.line))
      .map(({ line }) => line)
  for (const passage of passagesOf(under('strengths'))) {
    if (!isStrength(passage)) continue
    review.strengths.push(strengthOf(passage))
    account.take(...passage.lines)
  }
  const earlier = before.toReversed().flatMap(({ areasForDevelopment }) => areasForDevelopment)
  const old = under('updates')
  const answered = answer(old, earlier, account)
  const left = earlier.filter((area) => !answered.has(area))
  const plain = under('areas')
  const repeated = left.length === 0 ? [] : repeatsIn(plain, left, old.length > 0 || saysNew(places))
  answer(repeated, left, account)
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

function answer(lines: readonly Line[], earlier: readonly DraftArea[], account: Account): Set<DraftArea> {
  const { answers, repeats } = readUpdates(lines, earlier)
  for (const { area, text, line } of answers) {
    area.response = area.response === null ? text : `${area.response}\n${text}`
    account.take(line)
  }
  account.take(...repeats)
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

type Candidate = Omit<Entry, 'justification'> & { justification: string | null; where: string }

function rate(
  review: DraftReview,
  { entries, statements }: Levels,
  claims: readonly Claim[],
  plusBefore: readonly string[],
  isLater: boolean,
  lines: readonly Line[],
): ReviewEvidence['otherLevels'] {
  const lost = new Set(statements.flatMap(({ lost: elements }) => elements))
  const candidates: Candidate[] = entries.map((entry) => ({ ...entry, where: `the table of ${entry.level} elements` }))
  for (const { elements, allBefore, level, line } of statements) {
    const base = { level, justification: null, line, where: 'the statement on earlier elements' }
    candidates.push(...elements.map((element) => ({ ...base, element, inferred: false })))
    if (allBefore && level === 'plus')
      candidates.push(
        ...plusBefore.filter((element) => !lost.has(element)).map((element) => ({ ...base, element, inferred: true })),
      )
  }
  const named = new Set(candidates.map(({ element }) => element))
  if (isLater)
    for (const { element, calls, source, where } of claims) {
      if (calls !== 'plus' || named.has(element) || lost.has(element)) continue
      const line = lines.find((each) => each.source === source)
      if (line !== undefined)
        candidates.push({ element, level: 'plus', justification: null, inferred: false, line, where })
    }
  for (const { lost: elements, line } of statements)
    candidates.push(
      ...elements
        .filter((element) => !named.has(element))
        .map((element) => ({
          element,
          level: 'full' as Level,
          justification: null,
          inferred: false,
          line,
          where: 'the statement',
        })),
    )
  return settle(
    review,
    candidates,
    scopeOf(review, sortedElements(candidates.map(({ element }) => element)), lines),
    lines,
  )
}

function settle(
  review: DraftReview,
  candidates: readonly Candidate[],
  scope: DraftReview['scope'],
  lines: readonly Line[],
): ReviewEvidence['otherLevels'] {
  review.scope = scope
  const otherLevels: ReviewEvidence['otherLevels'] = []
  const inScope =
    scope === 'all' ? allElements : sortedElements([...scope, ...candidates.map(({ element }) => element)])
  review.ratings = inScope.map((element): DraftRating => {
    const given = candidates.filter((candidate) => candidate.element === element)
    const [first, ...others] = given.toSorted((a, b) => compareLevels(a.level, b.level))
    if (first === undefined)
      return {
        element,
        level: 'full',
        stated: false,
        inferred: false,
        justification: null,
        source: { ...(lines[0]?.source ?? nowhere), quote: null },
      }
    for (const other of others)
      if (other.level !== first.level)
        otherLevels.push({ element, level: other.level, where: other.where, source: other.line.source })
    const justified = given.find(({ level, justification }) => level === first.level && justification !== null) ?? first
    return {
      element,
      level: first.level,
      stated: true,
      inferred: justified.inferred,
      justification: justified.justification,
      source: justified.line.source,
    }
  })
  return otherLevels
}

const nowhere = { page: null, line: null, sheet: null, cell: null, quote: null }
/** A grid that counts nearly all elements is one of all, with a slip. */
const NEARLY_ALL = 0.85

function scopeOf(review: DraftReview, stated: readonly string[], lines: readonly Line[]): DraftReview['scope'] {
  const counted = review.totals === null ? null : countOfAll(review.totals)
  if (counted !== null && counted >= allElements.length * NEARLY_ALL) return 'all'
  const announced = announcedScope(lines)
  if (announced !== null && (counted === null || Math.abs(counted - announced.length) <= 2)) return announced
  return counted === null ? 'all' : [...stated]
}
