/**
 * What stands on the first page, in words, by role. The lead sees what decides the coming visit and whoever must be
 * spoken to; silence is "no answer since", and a name that is nobody yet is counted, so that nothing goes unchased.
 */
import { overdueInWords } from './plan-words'
import type { ReminderPolicy } from './reminder-moments'
import { answeredInWords, isSilent } from './silence'
import { relativeDay } from './date-words'
import { compareDates, daysBetween, formatDate, type IsoDate } from './dates'
import { todayInLondon } from './london-time'
import { isRequestAnswered, requestStateLabels, type RequestState } from './document-request'
import { progressSentence, verdictForMembers, type CategoryCount, type Changes } from './member-summary'
import { roles, type Role } from './permissions'
import type { Category, CategoryLabels } from './progress'
import { verdictLabels, type Readiness, type Verdict } from './readiness'
import { silenceSentence } from './reminder-notice'
import { capitalised, counted, listed } from './sentence'

/** One figure with what it is, and whether it should worry. */
export type Figure = { number: string; what: string }

export type LeadFacts = {
  today: IsoDate
  plan: { all: number; open: number; overdue: number }
  coming: { id: string; visitOn: IsoDate | null; agreed: boolean } | null
  requests: readonly { state: RequestState; dueOn: IsoDate | null }[]
  readiness: Readiness | null
  silent: readonly { ownerId: string; name: string; points: number; since: IsoDate | null; dueOn: IsoDate | null }[]
  names: readonly { id: string; name: string; points: number }[]
  dates: readonly { id: string; number: string; source: string; askedFor: IsoDate; reason: string }[]
  /** Documents that are not confirmed yet. */
  imports: readonly { id: string; fileName: string; state: string; createdAt: Date; by: string | null }[]
}

const daysAway = (on: IsoDate, today: IsoDate): Figure & { on: string } => {
  const days = daysBetween(today, on)
  return {
    number: String(Math.abs(days)),
    what: days >= 0 ? plural(days, 'to') : plural(-days, 'since'),
    on: formatDate(on),
  }
}
const plural = (days: number, to: string) => `${days === 1 ? 'day' : 'days'} ${to}`

export type VerdictInWords = { verdict: Verdict; label: string; sentence: string; heading: string; reasons: string[] }

const verdictInWords = (readiness: Readiness): VerdictInWords => ({
  verdict: readiness.verdict,
  label: capitalised(verdictLabels[readiness.verdict]),
  sentence: readiness.sentence,
  heading: readiness.heading,
  reasons: readiness.reasons.slice(0, 3).map(({ sentence }) => sentence),
})

const comingInWords: Readonly<Record<string, string>> = {
  draft: 'not confirmed yet',
  reading: 'is being read',
  failed: 'could not be read',
}

export function leadHome(facts: LeadFacts) {
  const { today, plan, coming, requests, readiness, silent, names, dates, imports } = facts
  const open = requests.filter(({ state }) => !isRequestAnswered(state))
  const deadline = open.map(({ dueOn }) => dueOn).sort(compareDates)[0] ?? null
  const visit = coming?.visitOn ?? null
  return {
    role: 'lead' as const,
    plan,
    comingIn: imports.map(({ id, fileName, state, createdAt, by }) => ({
      id,
      fileName,
      what: comingInWords[state] ?? state,
      isReady: state === 'draft',
      since: `${formatDate(todayInLondon(createdAt))}${by === null ? '' : `, by ${by}`}`,
    })),
    visit: coming && {
      reviewId: coming.id,
      agreed: coming.agreed,
      ...(visit === null ? { number: null, what: null, on: null } : daysAway(visit, today)),
    },
    documents: {
      supplied: requests.length - open.length,
      all: requests.length,
      deadline: deadline === null ? null : { ...daysAway(deadline, today), isPast: deadline < today },
    },
    readiness: readiness && verdictInWords(readiness),
    silent: silent.map(({ ownerId, name, points, since, dueOn }) => ({
      ownerId,
      name,
      since: since === null ? 'no answer yet' : silenceSentence(since),
      points: counted(points, 'point'),
      due:
        dueOn === null
          ? 'no date'
          : `${dueOn < today ? 'was due' : 'due'} ${formatDate(dueOn)}, ${relativeDay(dueOn, today)}`,
    })),
    names: names.map(({ id, name, points }) => ({ id, name, points: counted(points, 'open point') })),
    dates: dates.map(({ askedFor, ...request }) => ({ ...request, askedFor: formatDate(askedFor) })),
  }
}
export type LeadHome = ReturnType<typeof leadHome>

export type OwnerFacts = {
  today: IsoDate
  points: readonly {
    id: string
    number: string
    source: string
    text: string
    answering: boolean
    owner: string
    isOwn: boolean
    dueOn: IsoDate | null
    finished: boolean
    category: Category | null
    lastAnswerOn: IsoDate | null
  }[]
  /** More than this many are left to the plan. */
  most: number
  requests: readonly {
    id: string
    title: string
    state: RequestState
    dueOn: IsoDate | null
    stateReason: string | null
  }[]
  labels: CategoryLabels
  policy: ReminderPolicy
}

export function ownerHome({ today, points, most, requests, labels, policy }: OwnerFacts) {
  return {
    role: 'owner' as const,
    isMore: points.length > most,
    points: points.slice(0, most).map((point) => ({
      id: point.id,
      number: point.number,
      source: point.source,
      text: point.text,
      due: point.dueOn !== null ? formatDate(point.dueOn) : point.finished ? 'Actions finished' : 'No date',
      isWaiting: point.finished,
      away: point.dueOn === null ? null : relativeDay(point.dueOn, today),
      overdue: overdueInWords(point.dueOn, 'open', today),
      silent: isSilent({ ...point, closed: false }, today, policy),
      answered: answeredInWords({ ...point, closed: false }, today, policy),
      category: point.category === null ? 'No category yet' : `${point.category} ${labels[point.category]}`,
      part: partIn(point),
    })),
    requests: requests.map(({ id, title, state, dueOn, stateReason }) => ({
      id,
      title,
      due: dueOn === null ? 'no date yet' : `due ${formatDate(dueOn)}, ${relativeDay(dueOn, today)}`,
      isPast: dueOn !== null && dueOn < today,
      state:
        state === 'sent-back' ? `${requestStateLabels[state]}${stateReason === null ? '' : `: ${stateReason}`}` : null,
    })),
  }
}
export type OwnerHome = ReturnType<typeof ownerHome>

/** Why it stands here, where it is not simply theirs to answer. */
function partIn({ answering, isOwn, owner }: OwnerFacts['points'][number]): string | null {
  const whose = isOwn ? null : `for ${owner}`
  const told = answering ? null : 'joint owner: somebody else is asked first'
  const parts = [whose, told].filter((part) => part !== null)
  return parts.length === 0 ? null : capitalised(parts.join('; '))
}

export type MemberFacts = {
  today: IsoDate
  readiness: Readiness | null
  count: CategoryCount
  labels: CategoryLabels
  since: IsoDate | null
  changes: Changes | null
}

export function memberHome({ today, readiness, count, labels, since, changes }: MemberFacts) {
  const told = changes && [
    ...(changes.done.length > 0 ? [`${changes.done.length} done`] : []),
    ...(changes.extended.length > 0 ? [`${changes.extended.length} extended`] : []),
    ...(changes.slipped.length > 0 ? [`${changes.slipped.length} ${labels[3].toLowerCase()}`] : []),
    ...(changes.notAchieved.length > 0 ? [`${changes.notAchieved.length} ${labels[4].toLowerCase()}`] : []),
  ]
  return {
    role: 'member' as const,
    asAt: formatDate(today),
    verdict: readiness && { sentence: verdictForMembers(readiness), heading: readiness.heading },
    progress: progressSentence(count, labels),
    changes:
      since === null || told === null
        ? null
        : `Since ${formatDate(since)}: ${told.length === 0 ? 'nothing has changed' : listed(told)}.`,
  }
}
export type MemberHome = ReturnType<typeof memberHome>

type MailState = 'waiting' | 'sent' | 'refused' | 'kept'
export type AdministratorFacts = {
  /** Of whatever state; those that nobody waits for are not told. */
  mail: readonly { state: string; mails: number }[]
  mailDays: number
  refused: readonly { id: string; address: string; delivery: string | null; day: IsoDate }[]
  people: readonly { role: Role; people: number; disabled: number }[]
  names: number
}
const mailWords: Readonly<Record<MailState, string>> = {
  waiting: 'waiting to be sent',
  sent: 'taken by the mail server',
  refused: 'refused',
  kept: 'kept here, not mailed out',
}
const roleWords: Readonly<Record<Role, [string, string]>> = {
  lead: ['lead', 'leads'],
  owner: ['owner', 'owners'],
  member: ['member', 'members'],
  administrator: ['administrator', 'administrators'],
}

export function administratorHome({ mail, mailDays, refused, people, names }: AdministratorFacts) {
  const of = (state: MailState) => mail.find((each) => each.state === state)?.mails ?? 0
  return {
    role: 'administrator' as const,
    mailDays: counted(mailDays, 'day'),
    mail: (Object.keys(mailWords) as MailState[]).map((state) => ({ words: mailWords[state], mails: of(state) })),
    refused: refused.map(({ id, address, delivery, day }) => ({
      id,
      address,
      day: formatDate(day),
      said: delivery ?? 'no reason given',
    })),
    people: roles.map((role) => {
      const found = people.find((each) => each.role === role)
      return { words: roleWords[role][found?.people === 1 ? 0 : 1], people: found?.people ?? 0 }
    }),
    disabled: people.reduce((sum, each) => sum + each.disabled, 0),
    names,
  }
}
export type AdministratorHome = ReturnType<typeof administratorHome>
