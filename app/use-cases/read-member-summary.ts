/** The members' page: whether the certificate will be kept, and what became of the plan since the last round. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { getCouncil } from '#db/queries/councils'
import { listPlusAtReviews, listSummaryPoints, type SummaryPoint } from '#db/queries/member-summary'
import { readReadinessFacts } from '#db/queries/readiness'
import { assessmentBodies, reviewRule } from '~/domain/assessment-body'
import { daysBetween, earliestOf, formatDate, formatShortDate, type IsoDate } from '~/domain/dates'
import { elementsNamedIn } from '~/domain/elements-named'
import { headroomBars } from '~/domain/headroom-bars'
import { memberSummary, type CategoryCount, type SummaryLine } from '~/domain/member-summary'
import { CATEGORIES, categoryLabels, type CategoryLabels } from '~/domain/progress'
import { decideReadiness } from '~/domain/readiness'
import { answeredTogether, nextRoundExpected, roundDates } from '~/domain/round-dates'
import { capitalised, counted } from '~/domain/sentence'
import { termExplanations } from '~/domain/summary-terms'

export const readMemberSummary = (scope: CouncilScope, today: IsoDate) =>
  readInCouncil(scope, async (tx) => {
    const [council, points, read] = await Promise.all([
      getCouncil(scope, tx),
      listSummaryPoints(scope, tx),
      readReadinessFacts(scope, tx, null, today),
    ])
    const readiness = read && decideReadiness(read.standard, read.facts)
    const plus = read ? await listPlusAtReviews(scope, tx, read.certification.id) : []
    const labels = categoryLabels(council.categoryLabels)
    const rounds = roundDates(answeredTogether(points), earliestOf(points.map(({ raisedOn }) => raisedOn)), today)
    const next = nextRoundExpected(rounds, today)
    const body = assessmentBodies.find(({ id }) => id === read?.certification.body)
    const summary = memberSummary({
      meeting: { committee: council.name, on: today },
      decisionAskedFor: '',
      asAt: today,
      version: 1,
      lastMeetingOn: rounds.at(-1) ?? null,
      nextMeetingOn: next,
      roundDates: rounds,
      readiness,
      reviews: plus.map(({ kind, heldOn, plus: count }) => ({
        label: (body && reviewRule(body, kind)?.title) ?? kind,
        heldOn,
        plus: count,
      })),
      recommendations: points,
      labels,
    })
    const visit = read?.facts.nextVisitOn ?? null
    return {
      asAt: formatDate(today),
      marking: council.marking,
      isEmpty: points.length === 0 && read === null,
      verdict: summary.verdict,
      named: read && summary.verdict ? elementsNamedIn(summary.verdict.sentence, read.standard) : [],
      visit: visit === null ? null : `The next visit is on ${formatDate(visit)}, ${visitAway(visit, today)}.`,
      headroom: readiness === null ? [] : headroomBars(readiness),
      plus: summary.plus.reviews.map(({ label, heldOn, plus: count }) => ({
        review: capitalised(label),
        heldOn: formatDate(heldOn),
        plus: count,
      })),
      plusSentence: summary.plus.sentence,
      progressSentence: summary.progressSentence,
      progress: summary.progress.map((row) => progressRow(row, row.asAt === today)),
      labels: CATEGORIES.map((category) => ({ category, label: labels[category] })),
      since: rounds.length === 0 ? null : formatDate(rounds.at(-1)!),
      changes: summary.changes && changeGroups(summary.changes, points, labels),
      next: next === null ? null : { on: formatDate(next), lines: withSources(summary.dueBeforeNext ?? [], points) },
      terms: termExplanations,
    }
  })

export type MemberSummaryView = Awaited<ReturnType<typeof readMemberSummary>>

function visitAway(visit: IsoDate, today: IsoDate): string {
  const days = daysBetween(today, visit)
  return days >= 0 ? `in ${counted(days, 'day')}` : `${counted(-days, 'day')} ago`
}

const progressRow = (row: CategoryCount, isToday: boolean) => ({
  asAt: formatShortDate(row.asAt),
  isToday,
  counts: CATEGORIES.map((category) => row.byCategory[category]),
  notAssessed: row.notAssessed,
  open: row.open,
  closed: row.closed,
})

function withSources(lines: readonly SummaryLine[], points: readonly SummaryPoint[]) {
  const sources = new Map(points.map(({ id, source }) => [id, source]))
  return lines.map((line) => ({
    ...line,
    sentence: capitalised(line.sentence.replace(/\.$/, '')),
    source: sources.get(line.id) ?? '',
  }))
}

type Changes = NonNullable<ReturnType<typeof memberSummary>['changes']>

const changeGroups = (changes: Changes, points: readonly SummaryPoint[], labels: CategoryLabels) =>
  [
    { title: 'Done', term: termExplanations[1], lines: changes.done, none: 'Nothing was reported as done.' },
    { title: 'Extended', term: termExplanations.extension, lines: changes.extended, none: 'No date was extended.' },
    { title: labels[3], term: termExplanations[3], lines: changes.slipped, none: 'Nothing has slipped.' },
    { title: labels[4], term: termExplanations[4], lines: changes.notAchieved, none: 'Nothing was given up.' },
  ].map((group) => ({ ...group, lines: withSources(group.lines, points) }))
