/**
 * Who wrote a form of the Centre for Assessment, when, and when the next visit is foreseen. A second, other name or
 * date in the same form is not taken: it is told with the rest.
 */
import { isAssessorLine } from './centre-for-assessment-sections'
import type { Place } from './centre-for-assessment-places'
import type { DraftReview } from './draft'
import type { Account } from './report-account'
import { findDates, readDates, readDay } from './report-dates'
import { wordCount } from './report-lines'
import { kindAfter, namesIn, readKind } from './report-words'

/** 'Assessor name … Date of report …', in a line, in cells, or a label over its value. */
export function readFormFacts(review: DraftReview, places: readonly Place[], account: Account): void {
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
export function readNext(review: DraftReview, places: readonly Place[], account: Account): void {
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
