/**
 * What a planned reminder asked, looked at again when the mail is sent: recipients and dates are worked out then. What
 * has been answered, finished, closed or passed on since is left out, and days are counted from the day of sending.
 */
import type { IsoDate } from './dates'
import { dueReason, escalationReason, silenceSentence, type NoticeItem } from './reminder-notice'

/** What is kept of a planned item: ids and days, no words. */
export type AskedOf = Pick<NoticeItem, 'kind' | 'id' | 'role' | 'silentSince'> & {
  /** The owner it was asked of. */
  ownerId: string | null
  insteadOfId: string | null
}
export type StandingOwner = { id: string; name: string; personId: string | null; answering: boolean }
export type StandingItem = {
  title: string
  dueOn: IsoDate | null
  /** Still to be answered. */
  open: boolean
  owners: readonly StandingOwner[]
  lastWords: string | null
  lastAnswerOn: IsoDate | null
}
export type Recheck = {
  plannedOn: IsoDate
  today: IsoDate
  /** null for somebody who is no longer in the plan. */
  nameOf: (personId: string) => string | null
}

/** null where there is nothing left to ask. */
export function stillAsked(
  asked: AskedOf,
  item: StandingItem,
  { plannedOn, today, nameOf }: Recheck,
): NoticeItem | null {
  const { kind, id, role, silentSince } = asked
  if (!item.open) return null
  if (role === 'date' ? item.dueOn === null || item.dueOn < today : (item.lastAnswerOn ?? '') >= plannedOn) return null
  const answering = item.owners.find((owner) => owner.answering)
  const owner = asked.ownerId === null ? undefined : item.owners.find((each) => each.id === asked.ownerId)
  if (role === 'asked' && owner === undefined) return null
  if (role === 'unowned' && answering?.personId != null && nameOf(answering.personId) !== null) return null
  const ownerName = owner?.name ?? answering?.name ?? null
  const isSilent = silentSince !== null
  return {
    kind,
    id,
    title: item.title,
    role,
    insteadOf: asked.insteadOfId === null ? null : nameOf(asked.insteadOfId),
    ownerName,
    on: item.dueOn,
    reasons: [
      ...(isSilent && role === 'escalated' ? [escalationReason(ownerName ?? 'its owner', silentSince)] : []),
      ...(item.dueOn === null ? [] : [dueReason(item.dueOn, today, kind === 'visit' ? kind : undefined)]),
      ...(isSilent && role !== 'escalated' ? [silenceSentence(silentSince)] : []),
    ],
    silentSince,
    lastWords: item.lastWords,
    lastAnswerOn: item.lastAnswerOn,
  }
}
