/**
 * Who is asked what on a given day, counted back from due days, requests, a round's closing and a visit: one mail a
 * person a day at most. The answering owner is asked, joint owners are told. Silence is "no answer since", and climbs
 * before the date and not after it. What has no due day is never late: it is asked in its round. The day is an
 * argument, and the plan depends on nothing else, not even on the order of what it is given.
 */
import { addDays, earliestOf, type IsoDate } from './dates'
import { compareText } from './natural-order'
import { noticeFor, type Notice, type NoticeItem, type NoticeRole } from './reminder-notice'
import { closingReason, dueReason, escalationReason, silenceSentence } from './reminder-notice'
import { isWithin, momentsCounter, spansFor } from './reminder-moments'
import type { DaySpans, Moments, ReminderPolicy, Span } from './reminder-moments'
import { escalatedTo, frequencyOf, standingInFor } from './reminder-people'
import type { ReminderPeople, ReminderPerson } from './reminder-people'
import { isWorkingDay, type WorkingCalendar } from './working-days'

/** Open only: what is done, closed or supplied is not handed in. */
export type ReminderItem = {
  kind: 'recommendation' | 'action' | 'request'
  id: string
  title: string
  dueOn: IsoDate | null
  /** Since when it is this owner's. */
  askedOn: IsoDate
  lastAnswerOn: IsoDate | null
  lastWords: string | null
  answeringOwnerId: string | null
  otherOwnerIds: readonly string[]
}
export type ClosingRound = {
  id: string
  title: string
  opensOn: IsoDate
  closesOn: IsoDate
  itemIds: readonly string[]
}
/** A date that is the lead's to prepare for. */
export type LeadDate = { kind: 'visit' | 'round-closing' | 'despatch'; id: string; title: string; on: IsoDate }

export type ReminderInput = {
  today: IsoDate
  /** The last day before today that was planned; null where none was. */
  lastPlannedOn: IsoDate | null
  calendar: WorkingCalendar
  policy: ReminderPolicy
  people: readonly ReminderPerson[]
  leadId: string
  items: readonly ReminderItem[]
  rounds: readonly ClosingRound[]
  dates: readonly LeadDate[]
}

type Plan = {
  today: IsoDate
  spans: DaySpans
  people: ReminderPeople
  moments: (on: IsoDate) => Moments
  horizon: IsoDate
  roundsOf: ReadonlyMap<string, RoundCount[]>
  mails: Map<string, Map<string, NoticeItem>>
}

export function planReminders(input: ReminderInput): Notice[] {
  if (!isWorkingDay(input.today, input.calendar)) return []
  const plan = startPlan(input)
  for (const item of input.items) planItem(item, plan)
  for (const date of input.dates) planLeadDate(date, plan)
  return [...plan.mails]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([personId, items]) => noticeFor(personId, input.today, [...items.values()]))
}

function startPlan(input: ReminderInput): Plan {
  const { today, lastPlannedOn, calendar, policy, people, leadId } = input
  if (!people.some((person) => person.id === leadId)) throw new Error('The lead is not among the people to remind')
  const spans = spansFor(today, lastPlannedOn, policy.weeklyOn, calendar)
  const relevant = { after: spans.weekly?.after ?? spans.daily.after, upTo: spans.weekly?.upTo ?? today }
  const moments = momentsCounter(policy, calendar, relevant)
  return {
    today,
    spans,
    people: { today, leadId, floor: policy.floor, byId: new Map(people.map((person) => [person.id, person])) },
    moments,
    // Held back over the longest run of closed days, a question is still well inside a month of its count.
    horizon: addDays(relevant.upTo, Math.max(0, ...policy.askBefore, ...policy.escalateBefore.map((s) => s.days)) + 31),
    roundsOf: openRounds(input, spans, moments),
    mails: new Map(),
  }
}

/** What an item counts back from: its own due day, or the closing of a round it is in; only after `from`. */
type Count = { about: IsoDate; moments: Moments; round: ClosingRound | null; from: IsoDate }
type RoundCount = Count & { round: ClosingRound }

/** By item, in an order that does not depend on the one they came in. */
function openRounds({ today, rounds }: ReminderInput, spans: DaySpans, moments: Plan['moments']) {
  const open = rounds.filter((round) => round.opensOn <= today && today <= round.closesOn)
  const found = new Map<string, RoundCount[]>()
  for (const round of open.sort((a, b) => compareText(a.id, b.id))) {
    // A round also asks on the day it opens, or on the first day planned after it.
    const opening = { day: round.opensOn > spans.daily.after ? today : round.opensOn, quietFrom: round.opensOn }
    const { ask, escalate } = moments(round.closesOn)
    const from = addDays(round.opensOn, -1)
    const count = { about: round.closesOn, moments: { ask: [opening, ...ask], escalate }, round, from }
    for (const id of round.itemIds) found.set(id, [...(found.get(id) ?? []), count])
  }
  return found
}

function countsOf(item: ReminderItem, plan: Plan): Count[] {
  const { dueOn, askedOn, lastAnswerOn } = item
  const unanswered = (plan.roundsOf.get(item.id) ?? []).filter(
    ({ round }) => lastAnswerOn === null || lastAnswerOn < round.opensOn,
  )
  const counts: Count[] = unanswered.map((count) => (askedOn > count.from ? { ...count, from: askedOn } : count))
  if (dueOn === null || dueOn > plan.horizon) return counts
  return [{ about: dueOn, moments: plan.moments(dueOn), round: null, from: askedOn }, ...counts]
}

function planItem(item: ReminderItem, plan: Plan): void {
  const counts = countsOf(item, plan)
  if (counts.length === 0) return
  const owner = item.answeringOwnerId === null ? undefined : plan.people.byId.get(item.answeringOwnerId)
  const asked = standingInFor(owner?.id ?? null, plan.people)
  const role: NoticeRole = owner === undefined ? 'unowned' : 'asked'
  const insteadOf = owner !== undefined && asked !== owner.id ? owner.name : null
  tell(asked, item, counts, { role, insteadOf, ownerName: owner?.name ?? null }, plan)
  for (const other of item.otherOwnerIds)
    if (other !== asked && other !== owner?.id && owner !== undefined)
      tell(other, item, counts, { role: 'told', insteadOf: null, ownerName: owner.name }, plan)
  if (owner !== undefined) escalate(item, owner, counts, plan)
}

type As = { role: NoticeRole; insteadOf: string | null; ownerName: string | null }

function tell(personId: string, item: ReminderItem, counts: Count[], as: As, plan: Plan): void {
  const person = plan.people.byId.get(personId)
  const span = person === undefined ? null : spanFor(person, plan)
  if (span === null || !counts.some((count) => isAskedIn(span, item, count))) return
  addTo(plan, personId, itemFor(item, counts, as, plan))
}

function spanFor(person: ReminderPerson, { spans, people }: Plan): Span | null {
  const frequency = frequencyOf(person, people)
  return frequency === 'off' ? null : frequency === 'daily' ? spans.daily : spans.weekly
}

function isAskedIn(span: Span, { lastAnswerOn }: ReminderItem, { moments, from }: Count): boolean {
  return moments.ask.some(
    ({ day, quietFrom }) => day > from && isWithin(day, span) && (lastAnswerOn === null || lastAnswerOn < quietFrom),
  )
}

/** Since when there is silence: the last answer, or the day it was asked; null where nothing has been asked since. */
function silentSince(item: ReminderItem, { moments, from }: Count, before: IsoDate): IsoDate | null {
  const answered = item.lastAnswerOn
  const since = answered !== null && answered > from ? answered : from
  const unanswered = moments.ask.some(
    ({ day, quietFrom }) => since < day && day < before && (answered === null || answered < quietFrom),
  )
  if (!unanswered) return null
  return answered ?? item.askedOn
}

function escalate(item: ReminderItem, owner: ReminderPerson, counts: Count[], plan: Plan): void {
  for (const count of counts) {
    if (plan.today >= count.about) continue
    for (const { to, day } of count.moments.escalate) {
      if (!isWithin(day, plan.spans.daily)) continue
      const since = silentSince(item, count, day)
      if (since === null) continue
      const hears = escalatedTo(to, owner, plan.people)
      if (hears === null) continue
      const made = itemFor(item, counts, { role: 'escalated', insteadOf: null, ownerName: owner.name }, plan)
      addTo(plan, hears, { ...made, reasons: [escalationReason(owner.name, since), ...made.reasons] })
    }
  }
}

function itemFor(item: ReminderItem, counts: Count[], as: As, plan: Plan): NoticeItem {
  const { today } = plan
  const silent = earliestOf(counts.map((count) => silentSince(item, count, today)))
  const closing = counts.flatMap(({ round }) =>
    round === null ? [] : [closingReason(round.title, round.closesOn, today)],
  )
  return {
    kind: item.kind,
    id: item.id,
    title: item.title,
    ...as,
    on: earliestOf([item.dueOn, ...counts.map((count) => count.about)]),
    reasons: [
      ...(item.dueOn === null ? [] : [dueReason(item.dueOn, today)]),
      ...closing.sort(),
      ...(silent === null || as.role === 'escalated' ? [] : [silenceSentence(silent)]),
    ],
    silentSince: silent,
    lastWords: item.lastWords,
    lastAnswerOn: item.lastAnswerOn,
  }
}

function planLeadDate(date: LeadDate, plan: Plan): void {
  const lead = standingInFor(plan.people.leadId, plan.people)
  const person = plan.people.byId.get(lead)
  const span = person === undefined ? null : spanFor(person, plan)
  if (span === null || date.on > plan.horizon || date.on < plan.today) return
  if (!plan.moments(date.on).ask.some(({ day }) => isWithin(day, span))) return
  const reasons = [dueReason(date.on, plan.today, date.kind)]
  const { kind, id, title, on } = date
  const nobody = { role: 'date' as const, insteadOf: null, ownerName: null }
  addTo(plan, lead, { kind, id, title, on, reasons, ...nobody, silentSince: null, lastWords: null, lastAnswerOn: null })
}

const weight: Readonly<Record<NoticeRole, number>> = { asked: 4, unowned: 3, escalated: 2, date: 1, told: 0 }

/** An item stands once in a mail, in the part that asks most of its reader. */
function addTo(plan: Plan, personId: string, item: NoticeItem): void {
  const mail = plan.mails.get(personId) ?? new Map<string, NoticeItem>()
  plan.mails.set(personId, mail)
  const key = `${item.kind} ${item.id}`
  const there = mail.get(key)
  if (there === undefined || weight[item.role] > weight[there.role]) mail.set(key, item)
}
