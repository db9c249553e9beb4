/** The first page, by role: what the lead must do next, what is asked of an owner, what a member wants to know, what an
 * administrator looks after; and in the demo, how far its five steps are. */
import { readInCouncil, type CouncilScope, type Tx } from '#db/in-council'
import { countMail, countPeople, listRefusedMail } from '#db/queries/administrator-home'
import { getCouncil } from '#db/queries/councils'
import {
  countDemoSteps,
  countPlanState,
  isCouncilEmpty,
  listNamesWithPoints,
  listOpenDateRequests,
  listRequestStates,
  listSilentOwners,
} from '#db/queries/lead-home'
import { listOpenImports } from '#db/queries/imports'
import { listSummaryPoints } from '#db/queries/member-summary'
import { listOwnPoints, listOwnRequests } from '#db/queries/owner-home'
import { readReadinessFacts, type ReadinessOf } from '#db/queries/readiness'
import { addDays, earliestOf, formatDate, type IsoDate } from '~/domain/dates'
import { demoSteps } from '~/domain/demo-steps'
import { administratorHome, leadHome, memberHome, ownerHome } from '~/domain/home'
import { changesSince, progressByCategory } from '~/domain/member-summary'
import type { Role } from '~/domain/permissions'
import { categoryLabels } from '~/domain/progress'
import { decideReadiness } from '~/domain/readiness'
import { policyOf } from '~/domain/reminder-policy'
import { answeredTogether, roundDates } from '~/domain/round-dates'

export type Asking = { personId: string; name: string; role: Role; demo: boolean }

const mostSilent = 10
const mostOwn = 50
const mailDays = 7

export const readHome = (scope: CouncilScope, who: Asking, today: IsoDate) =>
  readInCouncil(scope, async (tx) => {
    // Worked out once, and only where somebody shows it.
    let read: Promise<ReadinessOf | null> | undefined
    const readiness = () => (read ??= readReadinessFacts(scope, tx, null, today))
    const [isEmpty, home, steps] = await Promise.all([
      isCouncilEmpty(scope, tx),
      readByRole(scope, tx, who, today, readiness),
      who.demo ? readSteps(scope, tx, who, readiness) : null,
    ])
    return { name: who.name, today: formatDate(today), isEmpty, home, steps }
  })

export type HomeView = Awaited<ReturnType<typeof readHome>>

type Readiness = () => Promise<ReadinessOf | null>

function readByRole(scope: CouncilScope, tx: Tx, who: Asking, today: IsoDate, readiness: Readiness) {
  if (who.role === 'lead') return readLead(scope, tx, today, readiness)
  if (who.role === 'owner') return readOwner(scope, tx, who.personId, today)
  return who.role === 'member' ? readMember(scope, tx, today, readiness) : readAdministrator(scope, tx, today)
}

async function readLead(scope: CouncilScope, tx: Tx, today: IsoDate, readiness: Readiness) {
  const { askBefore } = policyOf(await getCouncil(scope, tx))
  const asked = { today, askedDaysBefore: Math.max(...askBefore), most: mostSilent + 1 }
  const [plan, read, silent, names, dates, imports] = await Promise.all([
    countPlanState(scope, tx, today),
    readiness(),
    listSilentOwners(scope, tx, asked),
    listNamesWithPoints(scope, tx),
    listOpenDateRequests(scope, tx),
    listOpenImports(scope, tx),
  ])
  const coming = read?.comingReview ?? null
  const requests = coming === null ? [] : await listRequestStates(scope, tx, coming.id)
  return leadHome({
    today,
    plan,
    coming: coming && {
      id: coming.id,
      visitOn: coming.agreedFrom ?? coming.provisionalFrom,
      agreed: coming.agreedFrom !== null,
    },
    requests,
    readiness: read && decideReadiness(read.standard, read.facts),
    silent,
    names,
    dates,
    imports,
  })
}

async function readOwner(scope: CouncilScope, tx: Tx, personId: string, today: IsoDate) {
  const [council, points, requests] = await Promise.all([
    getCouncil(scope, tx),
    listOwnPoints(scope, tx, { personId, today, most: mostOwn + 1 }),
    listOwnRequests(scope, tx, { personId, today }),
  ])
  return ownerHome({
    today,
    points,
    most: mostOwn,
    requests,
    labels: categoryLabels(council.categoryLabels),
    policy: policyOf(council),
  })
}

async function readMember(scope: CouncilScope, tx: Tx, today: IsoDate, readiness: Readiness) {
  const [council, points, read] = await Promise.all([getCouncil(scope, tx), listSummaryPoints(scope, tx), readiness()])
  const rounds = roundDates(answeredTogether(points), earliestOf(points.map(({ raisedOn }) => raisedOn)), today)
  const since = rounds.at(-1) ?? null
  return memberHome({
    today,
    readiness: read && decideReadiness(read.standard, read.facts),
    count: progressByCategory(points, [today])[0]!,
    labels: categoryLabels(council.categoryLabels),
    since,
    changes: since === null ? null : changesSince(points, since, today),
  })
}

async function readAdministrator(scope: CouncilScope, tx: Tx, today: IsoDate) {
  const since = addDays(today, 1 - mailDays)
  const [mail, refused, people, names] = await Promise.all([
    countMail(scope, tx, since),
    listRefusedMail(scope, tx, since),
    countPeople(scope, tx),
    listNamesWithPoints(scope, tx),
  ])
  return administratorHome({ mail, mailDays, refused, people, names: names.length })
}

async function readSteps(scope: CouncilScope, tx: Tx, who: Asking, readiness: Readiness) {
  const [counts, read] = await Promise.all([countDemoSteps(scope, tx), readiness()])
  return demoSteps({ who, counts, verdict: read && decideReadiness(read.standard, read.facts).verdict })
}
