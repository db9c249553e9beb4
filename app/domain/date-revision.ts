/**
 * A changed completion date is one of four things: a correction (it was written down wrongly), made firm (a loose date
 * became a definite one, no later), brought forward, or an extension. Every one has its reason and says who agreed it;
 * an extension stands only once it is agreed. The earlier date stays, the original is never lost, extensions count.
 */
import { dueDay, formatCompletion, type CompletionDate } from './completion-date'
import type { IsoDate } from './dates'
import { done, refusedFor, type Outcome, type Refusal } from './outcome'

export const REVISION_KINDS = ['correction', 'made-firm', 'brought-forward', 'extension'] as const
export type RevisionKind = (typeof REVISION_KINDS)[number]
export const REVISION_LABELS: Record<RevisionKind, string> = {
  correction: 'Correction',
  'made-firm': 'Made firm',
  'brought-forward': 'Brought forward',
  extension: 'Extension',
}
export type AgreedBy = 'lead' | 'committee'
/** Who agrees new dates, as the source says who closes its points: the committee where it does, else the lead. */
export const agreesDates = (closedBy: 'committee' | 'lead' | 'next-review'): AgreedBy =>
  closedBy === 'committee' ? 'committee' : 'lead'
export type Revision = {
  kind: RevisionKind
  earlier: CompletionDate
  later: CompletionDate
  reason: string
  /** Null: asked for, and not agreed. */
  agreedBy: AgreedBy | null
  minute: string | null
  /** An extension that was asked for and turned down: kept, but it neither stands nor counts. */
  refused?: boolean
}

const endOf = ({ kind, to }: CompletionDate): IsoDate | null => (kind === 'recurring' ? null : to)
const hasDueDay = (completion: CompletionDate): boolean =>
  completion.kind === 'recurring' ? completion.from !== null : endOf(completion) !== null

/** A recurring action slips when its next turn comes later, or when it comes less often. */
function firstDue(completion: CompletionDate): IsoDate | null {
  return completion.kind === 'recurring' && completion.from !== null
    ? dueDay(completion, completion.from)
    : endOf(completion)
}

/** What the change is by its dates. A date that is given up for none is an extension, and one without an end. */
export function classifyRevision(earlier: CompletionDate, later: CompletionDate): RevisionKind {
  if (!hasDueDay(earlier)) return hasDueDay(later) ? 'made-firm' : 'correction'
  if (!hasDueDay(later)) return 'extension'
  const before = firstDue(earlier)!
  const after = firstDue(later)!
  if (after > before) return 'extension'
  const withinEarlier = earlier.from !== null && earlier.from < before && after >= earlier.from
  const firmer = (earlier.indicative && !later.indicative) || (withinEarlier && later.from! > earlier.from!)
  if (after === before) return firmer ? 'made-firm' : 'correction'
  return withinEarlier && firmer ? 'made-firm' : 'brought-forward'
}

export type RevisionRequest = {
  earlier: CompletionDate
  later: CompletionDate
  /** Left out: as the dates say. */
  kind?: RevisionKind
  reason: string
  agreedBy: AgreedBy | null
  minute: string | null
  /** Who agrees dates, as the source of the recommendation says. */
  agrees: AgreedBy
}

function kindRefusals(kind: RevisionKind, { earlier, later }: RevisionRequest): Refusal[] {
  const byDates = classifyRevision(earlier, later)
  if (kind === byDates || kind === 'correction') return []
  const was = formatCompletion(earlier)
  const becomes = formatCompletion(later)
  const message =
    byDates === 'extension'
      ? `The new date is later (${was}, now ${becomes}): record it as an extension, or as a correction if the earlier date was written down wrongly`
      : `From ${was} to ${becomes} is not ${kind === 'extension' ? 'an extension' : REVISION_LABELS[kind].toLowerCase()}: record it as ${byDates === 'made-firm' ? 'made firm' : byDates === 'correction' ? 'a correction' : 'brought forward'}`
  return [{ field: 'kind', message }]
}

function agreementRefusals(kind: RevisionKind, request: RevisionRequest): Refusal[] {
  const { agreedBy, minute, agrees } = request
  const postpones = classifyRevision(request.earlier, request.later) === 'extension'
  if (kind === 'correction' && postpones && agreedBy === null) {
    return [{ field: 'agreedBy', message: 'A correction to a later date must be agreed: say who agreed it' }]
  }
  if (kind === 'extension' && agreedBy === 'lead' && agrees === 'committee') {
    return [
      {
        field: 'agreedBy',
        message: 'The committee agrees extensions of this recommendation: record it as asked for until it has decided',
      },
    ]
  }
  if (agreedBy === 'committee' && (minute ?? '').trim() === '') {
    return [{ field: 'minute', message: 'Enter the reference of the minute in which the committee agreed the date' }]
  }
  return []
}

/** An extension without `agreedBy` is recorded as asked for: the date before it still stands. */
export function checkRevision(request: RevisionRequest): Outcome<Revision> {
  const { earlier, later, reason, agreedBy, minute } = request
  const kind = request.kind ?? classifyRevision(earlier, later)
  const refusals = [...kindRefusals(kind, request), ...agreementRefusals(kind, request)]
  if (reason.trim() === '') refusals.push({ field: 'reason', message: 'Say why the date changes' })
  if (later.text.trim() === '') refusals.push({ field: 'later', message: 'Enter the new date, or the words for it' })
  if (refusals.length > 0) return refusedFor(refusals)
  return done({ kind, earlier, later, reason: reason.trim(), agreedBy, minute: minute?.trim() || null })
}

/** Everything but an extension stands as soon as it is recorded. */
export const stands = ({ kind, agreedBy, refused }: Revision): boolean =>
  !refused && (kind !== 'extension' || agreedBy !== null)

export type Extensions = { count: number; agreed: number; lastAgreedBy: AgreedBy | null }

/** Revisions in the order in which they were recorded. */
export function extensionsOf(revisions: readonly Revision[]): Extensions {
  const extensions = revisions.filter(({ kind, refused }) => kind === 'extension' && !refused)
  const agreed = extensions.filter(stands)
  return { count: extensions.length, agreed: agreed.length, lastAgreedBy: agreed.at(-1)?.agreedBy ?? null }
}

/** What was first promised: the first date with a due day, once slips of the pen are put right; null where none was. */
export function originalCompletion(current: CompletionDate, revisions: readonly Revision[]): CompletionDate | null {
  let first = revisions[0]?.earlier ?? current
  for (const revision of revisions) {
    if (hasDueDay(first) && revision.kind !== 'correction') break
    if (stands(revision)) first = revision.later
  }
  return hasDueDay(first) ? first : null
}

/** The date that stands: the last revision that needs no agreement or has it. */
export function standingCompletion(current: CompletionDate, revisions: readonly Revision[]): CompletionDate {
  return revisions.findLast(stands)?.later ?? revisions[0]?.earlier ?? current
}

/** A later date that was asked for after the one that stands, and is not agreed. */
export function askedCompletion(revisions: readonly Revision[]): CompletionDate | null {
  const last = revisions.at(-1)
  return last && !last.refused && !stands(last) ? last.later : null
}
