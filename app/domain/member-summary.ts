/**
 * One page for councillors before one meeting: the decision asked for, whether the certificate will be kept, progress
 * by category over the rounds, what was done, extended or slipped since their last meeting, what falls due before the
 * next, each term explained where it stands. It shows what was known as at its date; what came later waits for the next.
 */
import { compareDates, formatDate, type IsoDate } from './dates'
import { compareNaturally, compareText } from './natural-order'
import { CATEGORIES, CATEGORY_LABELS, type Category, type CategoryLabels } from './progress'
import type { Readiness, Verdict } from './readiness'
import { counted } from './sentence'
import { termsFor, type ExplainedTerm } from './summary-terms'

export type SummaryExtension = { agreedOn: IsoDate; from: IsoDate | null; to: IsoDate; reason: string }
export type SummaryRecommendation = {
  id: string
  number: string
  text: string
  /** The owner's post or name, as the version of the summary may show it. */
  who: string
  raisedOn: IsoDate
  closedOn: IsoDate | null
  /** The due day that stands. */
  dueOn: IsoDate | null
  /** Append-only, in the order recorded; of two with one as-at date the later entry counts. */
  progress: readonly { asAt: IsoDate; category: Category }[]
  /** Agreed ones only. */
  extensions: readonly SummaryExtension[]
}

export type CategoryCount = {
  asAt: IsoDate
  byCategory: Record<Category, number>
  /** Nobody has said anything: never counted as on track. */
  notAssessed: number
  open: number
  closed: number
}

/** The category that stood on a day. */
export function categoryAt({ progress }: SummaryRecommendation, asAt: IsoDate): Category | null {
  const known = progress.filter((update) => update.asAt <= asAt)
  return (
    known.reduce<(typeof known)[number] | null>(
      (last, update) => (last === null || update.asAt >= last.asAt ? update : last),
      null,
    )?.category ?? null
  )
}

const isRaisedBy = (item: SummaryRecommendation, asAt: IsoDate): boolean => item.raisedOn <= asAt
const isClosedBy = (item: SummaryRecommendation, asAt: IsoDate): boolean =>
  item.closedOn !== null && item.closedOn <= asAt

/** One row a date, in date order, each date once. Open and closed together are all that had been raised by then. */
export function progressByCategory(
  items: readonly SummaryRecommendation[],
  dates: readonly IsoDate[],
): CategoryCount[] {
  return [...new Set(dates)].sort().map((asAt) => {
    const raised = items.filter((item) => isRaisedBy(item, asAt))
    const open = raised.filter((item) => !isClosedBy(item, asAt))
    const categories = open.map((item) => categoryAt(item, asAt))
    const count = (category: Category | null) => categories.filter((each) => each === category).length
    return {
      asAt,
      byCategory: { 1: count(1), 2: count(2), 3: count(3), 4: count(4) },
      notAssessed: count(null),
      open: open.length,
      closed: raised.length - open.length,
    }
  })
}

export type SummaryLine = { id: string; number: string; text: string; who: string; sentence: string }
export type Changes = {
  done: SummaryLine[]
  extended: SummaryLine[]
  slipped: SummaryLine[]
  notAchieved: SummaryLine[]
}

/** After `since`, up to and including `asAt`. One that slipped and was then done is done; an extension is told besides. */
export function changesSince(items: readonly SummaryRecommendation[], since: IsoDate, asAt: IsoDate): Changes {
  const sorted = items.filter((item) => isRaisedBy(item, asAt)).sort(byNumber)
  const became = (category: Category) =>
    sorted.filter((item) => categoryAt(item, asAt) === category && hasNews(item, category, since, asAt))
  const isDone = (item: SummaryRecommendation) => categoryAt(item, asAt) === 1 && categoryAt(item, since) !== 1
  return {
    done: sorted.filter(isDone).map((item) => line(item, isClosedBy(item, asAt) ? 'achieved and closed' : 'achieved')),
    extended: sorted.flatMap((item) => extensionLines(item, since, asAt)),
    slipped: became(3).map((item) => line(item, slipWords(item, asAt))),
    notAchieved: became(4).map((item) => line(item, 'not achieved')),
  }
}

/** A slip is reported in the round in which it happens: said again in this one, it has slipped again. */
const hasNews = ({ progress }: SummaryRecommendation, category: Category, since: IsoDate, asAt: IsoDate): boolean =>
  progress.some((update) => update.category === category && update.asAt > since && update.asAt <= asAt)

const byNumber = (a: SummaryRecommendation, b: SummaryRecommendation): number =>
  compareNaturally(a.number, b.number) || compareText(a.id, b.id)

const line = ({ id, number, text, who }: SummaryRecommendation, sentence: string): SummaryLine => ({
  id,
  number,
  text,
  who,
  sentence,
})

/** A new date that was asked for and is not agreed does not stand: then the one that has passed is told. */
function slipWords({ dueOn }: SummaryRecommendation, asAt: IsoDate): string {
  if (dueOn === null) return 'slipped, no date yet'
  return dueOn < asAt
    ? `slipped, was due ${formatDate(dueOn)}, no new date agreed`
    : `slipped, now due ${formatDate(dueOn)}`
}

function extensionLines(item: SummaryRecommendation, since: IsoDate, asAt: IsoDate): SummaryLine[] {
  const upToNow = item.extensions
    .filter((extension) => extension.agreedOn <= asAt)
    .sort((a, b) => compareDates(a.agreedOn, b.agreedOn))
  return upToNow.flatMap((extension, index) => {
    if (extension.agreedOn <= since) return []
    const from = extension.from === null ? '' : ` from ${formatDate(extension.from)}`
    return [line(item, `extended${from} to ${formatDate(extension.to)}, extension ${index + 1}: ${extension.reason}`)]
  })
}

/** Open ones due after `asAt` and up to the next meeting, and those already past their date; nearest first. */
export function dueBefore(
  items: readonly SummaryRecommendation[],
  asAt: IsoDate,
  nextMeetingOn: IsoDate,
): SummaryLine[] {
  return items
    .filter((item) => isRaisedBy(item, asAt) && !isClosedBy(item, asAt) && categoryAt(item, asAt) !== 1)
    .filter((item) => item.dueOn !== null && item.dueOn <= nextMeetingOn)
    .sort((a, b) => compareDates(a.dueOn, b.dueOn) || byNumber(a, b))
    .map((item) => line(item, `${item.dueOn! < asAt ? 'was due' : 'due'} ${formatDate(item.dueOn!)}`))
}

export type ReviewPlus = { label: string; heldOn: IsoDate; plus: number }
export type PlusOverReviews = { reviews: ReviewPlus[]; sentence: string | null }

export function plusOverReviews(reviews: readonly ReviewPlus[]): PlusOverReviews {
  const sorted = [...reviews].sort((a, b) => compareDates(a.heldOn, b.heldOn))
  const first = sorted[0]
  const last = sorted.at(-1)
  if (first === undefined || last === undefined) return { reviews: [], sentence: null }
  if (first === last) return { reviews: sorted, sentence: `Compliance plus: ${last.plus} (${last.label}).` }
  return {
    reviews: sorted,
    sentence: `Compliance plus: from ${first.plus} (${first.label}) to ${last.plus} (${last.label}).`,
  }
}

const expectation: Readonly<Record<Verdict, string>> = {
  holds: 'We expect to keep the certificate',
  'holds-at-risk': 'We expect to keep the certificate, but it is at risk',
  'does-not-hold': 'As things stand we would lose the certificate',
  'cannot-be-said': 'We cannot say yet whether we will keep the certificate',
}

/** One sentence, with the reason that weighs most where it is not a plain yes. */
export function verdictForMembers({ verdict, reasons }: Pick<Readiness, 'verdict' | 'reasons'>): string {
  const weightiest = verdict === 'holds' ? undefined : reasons[0]?.sentence.replace(/\.$/, '')
  return `${expectation[verdict]}${weightiest === undefined ? '' : `, because ${uncapitalised(weightiest)}`}.`
}

const uncapitalised = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

export type MemberSummaryInput = {
  meeting: { committee: string; on: IsoDate }
  decisionAskedFor: string
  asAt: IsoDate
  version: number
  lastMeetingOn: IsoDate | null
  nextMeetingOn: IsoDate | null
  roundDates: readonly IsoDate[]
  readiness: Readiness | null
  reviews: readonly ReviewPlus[]
  recommendations: readonly SummaryRecommendation[]
  labels?: CategoryLabels
}
export type MemberSummary = {
  title: string
  decisionAskedFor: string
  stamp: string
  verdict: { sentence: string; heading: string } | null
  plus: PlusOverReviews
  progress: CategoryCount[]
  progressSentence: string
  /** null where there was no meeting before. */
  changes: Changes | null
  /** null where the next meeting is not known. */
  dueBeforeNext: SummaryLine[] | null
  terms: ExplainedTerm[]
}

export function memberSummary(input: MemberSummaryInput): MemberSummary {
  const { meeting, asAt, version, lastMeetingOn, nextMeetingOn, readiness, recommendations } = input
  const labels = input.labels ?? CATEGORY_LABELS
  const progress = progressByCategory(
    recommendations,
    [...input.roundDates, asAt].filter((date) => date <= asAt),
  )
  return {
    title: `${meeting.committee}, ${formatDate(meeting.on)}`,
    decisionAskedFor: input.decisionAskedFor,
    stamp: `As at ${formatDate(asAt)}, version ${version}`,
    verdict: readiness && { sentence: verdictForMembers(readiness), heading: readiness.heading },
    plus: plusOverReviews(input.reviews.filter((review) => review.heldOn <= asAt)),
    progress,
    progressSentence: progressSentence(progress.at(-1)!, labels),
    changes: lastMeetingOn === null ? null : changesSince(recommendations, lastMeetingOn, asAt),
    dueBeforeNext: nextMeetingOn === null ? null : dueBefore(recommendations, asAt, nextMeetingOn),
    terms: termsFor(readiness !== null, labels),
  }
}

/** "11 open: 6 achieved (fully), 3 on track, 2 slipped; 4 closed." */
export function progressSentence(count: CategoryCount, labels: CategoryLabels = CATEGORY_LABELS): string {
  const named = CATEGORIES.filter((category) => count.byCategory[category] > 0).map(
    (category) => `${count.byCategory[category]} ${labels[category].toLowerCase()}`,
  )
  const parts = [...named, ...(count.notAssessed > 0 ? [`${count.notAssessed} not assessed`] : [])]
  return `${counted(count.open, 'recommendation')} open${parts.length > 0 ? `: ${parts.join(', ')}` : ''}; ${count.closed} closed.`
}
