/**
 * The conclusion of an Assessment Services report: what the assessor recommends, the reviews of the cycle with their
 * months, use of the mark, and the signature with the date of the report.
 */
import type { Account } from './report-account'
import type { Section } from './assessment-services-sections'
import type { DraftReview, ReviewKind } from './draft'
import { findDates, readDay, type ReportDates } from './report-dates'
import { joined, type Line } from './report-lines'
import { kindAfter, namesIn, readKind } from './report-words'

const RECOMMENDS =
  /\brecommend\w*\b.*\b(?:re-?)?(?:certif|accredit|award|retain|standard|mark)|\b(?:re-?)?(?:certif|accredit)\w*\b.*\b(?:recommend|continue|retain|remain|maintain|withdraw|award|grant)|\b(?:retain\w*|maintain\w*|award\w*|continues? to (?:hold|meet)|continued|achiev\w+|met)\b.*\b(?:certif|accredit|standard|award)|\bnot\b.*\b(?:certif|accredit|recommend)/i
const SIGNED = /\b(?:name|signed|assessor)\b.*\bdate\b/i
/** A signature that a reader has joined to the sentence before it. */
const SIGNED_AFTER = /^(.*[.!])\s+((?:name|signed)\b.*\bdate\b.*)$/i
const MARK = /\buse of (?:the )?.{0,40}\b(?:marks?|logos?|hallmarks?)\b/i

export function readConclusion(sections: readonly Section[], review: DraftReview, account: Account): void {
  for (const section of sections) {
    if (section.name === 'marks') readMarks(section, review, account)
    if (section.name !== 'conclusion' && section.name !== 'schedule') continue
    for (const line of section.lines) {
      if (account.isTaken(line) || line.kind === 'page' || line.text === '') continue
      if (readSchedule(line, review)) account.take(line)
      else if (!SIGNED_AFTER.test(line.text) && readSignature(line.text, review)) account.take(line)
      else if (RECOMMENDS.test(line.text)) {
        const [, words = line.text, signature = ''] = SIGNED_AFTER.exec(line.text) ?? []
        const isSigned = signature !== '' && readSignature(signature, review)
        review.outcome = joined(review.outcome ?? '', isSigned ? words : line.text)
        account.take(line)
      } else if (MARK.test(line.text) && review.marks === null) {
        review.marks = line.text
        account.take(line)
      } else account.tell(review, line, section.heading?.text ?? null, null)
    }
  }
  review.nextReview ??= nextOf(review)
}

function readMarks(section: Section, review: DraftReview, account: Account): void {
  const lines = section.lines.filter((line) => !account.isTaken(line) && line.kind !== 'page' && line.text !== '')
  account.take(...lines)
  if (lines.length > 0) review.marks = lines.map(({ text }) => text).join('\n')
}

/** 'First Review - May 2021 Annual Review Year 1 - June 2022': each date with the words before it. */
function readSchedule(line: Line, review: DraftReview): boolean {
  const text = line.cells.filter((cell) => cell !== '').join(' - ')
  const dates = findDates(text)
  const entries = dates.map((date, index) => entryOf(text, dates[index - 1]?.end ?? 0, date))
  if (entries.length === 0 || entries.some((entry) => entry === null)) return false
  if (/[.!?]\s+\p{Lu}/u.test(text.replace(/\d\.\s/g, ''))) return false
  review.schedule.push(...entries.flatMap((entry) => entry ?? []))
  return true
}

const LONGEST_SCHEDULE_LABEL = 70

function entryOf(text: string, from: number, date: ReportDates): DraftReview['schedule'][number] | null {
  const label = text.slice(from, date.start).replace(/^[\s,;|)]+|[\s:(–-]+$/g, '')
  const kind: ReviewKind | null = label.length > LONGEST_SCHEDULE_LABEL ? null : readKind(label)
  const whole = text.slice(from, date.end).replace(/^[\s,;|)]+/, '')
  return kind === null ? null : { kind, text: whole, from: date.from, to: date.to }
}

/** 'Name … Date 3rd May 2022' */
function readSignature(text: string, review: DraftReview): boolean {
  const signed = SIGNED.test(text) || /^(?:date|signed|name)\b/i.test(text)
  if (!signed || text.length > 220) return false
  const day = readDay(text.slice(text.search(/\bdate\b/i)))
  const name = /\bname\s*:?\s*((?:(?!registered|assessor|date|signature)\S+\s*){1,5})/i.exec(text)?.[1]
  if (review.assessors.length === 0 && name !== undefined) review.assessors = namesIn(name)
  review.reportedOn ??= day
  return day === null ? name !== undefined && sameNames(review, name) : day === review.reportedOn
}

const sameNames = (review: DraftReview, name: string): boolean =>
  namesIn(name).every((each) => review.assessors.includes(each))

/** The printed date of the review that follows this one. */
function nextOf(review: DraftReview): DraftReview['nextReview'] {
  const wanted = kindAfter(review.kind)
  const entry = review.schedule.find(
    ({ kind, from }) => kind === wanted && (review.reportedOn === null || (from ?? '') > review.reportedOn.slice(0, 7)),
  )
  return entry === undefined ? null : { kind: wanted, from: entry.from, to: entry.to, provisional: true }
}
