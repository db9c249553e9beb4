/**
 * Headings and dates that contradict the cover, or each other.
 */
import { formatDate } from '../dates'
import { capitalised, listed } from '../sentence'
import { onPage, type Found, type ReviewEvidence } from './report-evidence'
import { kindWords } from './report-words'

export function headingDiffers({ cover, headings, review }: ReviewEvidence): Found | null {
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

export function datesOutOfOrder({ review, name }: ReviewEvidence, before: ReviewEvidence | undefined): Found | null {
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
