/** One council's reminders of one day: read in a handful of queries, planned by the domain's rule, written at once. A
 * day planned again adds nothing; reminders that never went out join the new mail, so an outage gives one, no replay. */
import { readInCouncil, inCouncil, type CouncilScope, type Tx } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { calendarOf, getCouncil, lockCouncil } from '#db/queries/councils'
import { insertNotices, lockUnsentReminders, recordResults, type NewNotice } from '#db/queries/notices'
import { moveRecurringActionsOn } from '#db/queries/recurring-actions'
import {
  listOpenItems,
  listReminded,
  listVisitsFrom,
  markRemindersPlanned,
  type OpenItem,
  type Reminded,
} from '#db/queries/reminders'
import { newMessageId } from '#emails/transport'
import { addDays, formatDate, type IsoDate } from '~/domain/dates'
import { todayInLondon } from '~/domain/london-time'
import type { ReminderPolicy } from '~/domain/reminder-moments'
import { policyOf } from '~/domain/reminder-policy'
import { subjectFor, type Notice, type NoticeItem } from '~/domain/reminder-notice'
import { planReminders } from '~/domain/reminder-schedule'
import { holdBackToWorkingDay } from '~/domain/working-days'

type Council = Awaited<ReturnType<typeof getCouncil>>
type PlannedDay = { notices: Notice[]; people: Map<string, Reminded>; items: Map<string, OpenItem> }

/** Beyond the longest count back, a week ahead for weekly readers, held back over any run of closed days. */
const farthestAhead = ({ askBefore, escalateBefore }: ReminderPolicy): number =>
  Math.max(...askBefore, ...escalateBefore.map(({ days }) => days)) + 40

async function planFor(
  scope: CouncilScope,
  tx: Tx,
  council: Council,
  day: IsoDate,
  lastPlannedOn: IsoDate | null,
): Promise<PlannedDay> {
  const policy = policyOf(council)
  const [{ people, leadId }, items, dates] = await Promise.all([
    listReminded(scope, tx),
    listOpenItems(scope, tx, addDays(day, farthestAhead(policy))),
    listVisitsFrom(scope, tx, day),
  ])
  const known = {
    people: new Map(people.map((person) => [person.id, person])),
    items: new Map(items.map((item) => [`${item.kind} ${item.id}`, item])),
  }
  // With neither lead nor administrator there is nobody to turn to: the council is not set up yet.
  if (leadId === null) return { ...known, notices: [] }
  const calendar = calendarOf(council)
  const notices = planReminders({
    today: day,
    lastPlannedOn,
    calendar,
    policy,
    people,
    leadId,
    items,
    rounds: [],
    dates,
  })
  return { ...known, notices }
}

export type PreviewedMail = {
  personName: string
  address: string
  subject: string
  items: { title: string; role: NoticeItem['role']; reasons: string[] }[]
}

/** What would go out on a day, without writing anything. A day to come is shown as if every day before it had gone. */
export const previewReminders = (scope: CouncilScope, day: IsoDate, now: Date): Promise<PreviewedMail[]> =>
  readInCouncil(scope, async (tx) => {
    const council = await getCouncil(scope, tx)
    const since = day === todayInLondon(now) ? lastPlannedBefore(council, day) : null
    const { notices, people } = await planFor(scope, tx, council, day, since)
    return notices.map((notice) => ({
      personName: people.get(notice.personId)!.name,
      address: people.get(notice.personId)!.email,
      subject: notice.subject,
      items: notice.items.map(({ title, role, reasons }) => ({ title, role, reasons })),
    }))
  })

const lastPlannedBefore = ({ remindersPlannedOn }: Council, day: IsoDate): IsoDate | null =>
  remindersPlannedOn !== null && remindersPlannedOn < day ? remindersPlannedOn : null

export type DayToPlan = {
  day: IsoDate
  /** Plans even a day that was planned before, for people who have no mail of that day yet. */
  again?: boolean
  /** Where people reach us: the right side of message ids. */
  domain: string
}

/** Returns how many mails now wait to be sent; none where the day was planned before. */
export const planDay = (scope: CouncilScope, { day, again = false, domain }: DayToPlan, now: Date): Promise<number> =>
  inCouncil(scope, async (tx) => {
    const council = await lockCouncil(scope, tx)
    const planned = council.remindersPlannedOn
    if (!again && planned !== null && planned >= day) return 0
    // The demo opens on any day of the week with the mails of the last days in its mailbox.
    const isNewDemo = council.demo && planned === null
    const planDay = isNewDemo ? holdBackToWorkingDay(day, calendarOf(council)) : day
    const since = isNewDemo ? addDays(planDay, -7) : lastPlannedBefore(council, day)
    await moveRecurringActionsOn(scope, tx, planDay)
    const plan = await planFor(scope, tx, council, planDay, since)
    const written = await writeNotices(scope, tx, plan, planDay, domain, now)
    if (day <= todayInLondon(now)) await markRemindersPlanned(scope, tx, day)
    await recordAudit(scope, tx, {
      action: 'reminders planned',
      thing: { kind: 'council', id: scope.councilId },
      after: { day: planDay, mails: written },
    })
    return written
  })

async function writeNotices(
  scope: CouncilScope,
  tx: Tx,
  { notices, people, items }: PlannedDay,
  day: IsoDate,
  domain: string,
  now: Date,
): Promise<number> {
  const unsent = await lockUnsentReminders(
    scope,
    tx,
    day,
    notices.map(({ personId }) => personId),
  )
  const rows = notices.map((notice): NewNotice => {
    const own = notice.items.map((item) => askedOf(item, items, people))
    const there = new Set(own.map(({ kind, id }) => `${kind} ${id}`))
    const late = unsent
      .filter(({ personId }) => personId === notice.personId)
      .flatMap((row) => row.items)
      .filter(({ kind, id }) => !there.has(`${kind} ${id}`) && there.add(`${kind} ${id}`))
    return {
      personId: notice.personId,
      address: people.get(notice.personId)!.email,
      kind: 'reminder',
      day,
      subject: subjectFor(notice.items, day),
      text: '',
      html: '',
      items: [...own, ...late],
      messageId: newMessageId(domain),
    }
  })
  const written = await insertNotices(scope, tx, rows, now)
  const delivery = `Not sent in time: it went into the mail of ${formatDate(day)}.`
  const joined = unsent.filter(({ personId }) => personId !== null && written.has(personId))
  await recordResults(
    scope,
    tx,
    joined.map(({ id }) => ({ id, result: { state: 'not-needed', delivery } })),
  )
  return written.size
}

function askedOf(
  item: NoticeItem,
  items: PlannedDay['items'],
  people: PlannedDay['people'],
): NewNotice['items'][number] {
  const from = items.get(`${item.kind} ${item.id}`)
  const owner = from?.answeringOwnerId == null ? undefined : people.get(from.answeringOwnerId)
  return {
    kind: item.kind,
    id: item.id,
    role: item.role,
    ownerId: from?.ownerId ?? null,
    insteadOfId: item.insteadOf === null ? null : (owner?.id ?? null),
    silentSince: item.silentSince,
  }
}
