/**
 * What agreeing or moving a visit does to the review's document requests: missing ones are asked for, open ones take
 * the new due day, and what was answered already keeps its own. A period that somebody changed by hand stays as it is.
 */
import type { IsoDate } from './dates'
import { isRequestAnswered, type RequestState } from './document-request'
import type { Period } from './evidence'
import type { DocumentRequest } from './review-cycle'
import { counted } from './sentence'

export type StandingRequest = {
  id: string
  code: string
  state: RequestState
  dueOn: IsoDate | null
  period: Period | null
}
export type RequestChange = { id: string; dueOn: IsoDate | null; period: Period | null; earlierDueOn: IsoDate | null }
export type RequestChanges = { added: DocumentRequest[]; moved: RequestChange[] }

/** `before` is what the body wanted for the earlier date of the visit; null where it had none. */
export function changesToRequests(
  standing: readonly StandingRequest[],
  wanted: readonly DocumentRequest[],
  before: readonly DocumentRequest[] | null,
): RequestChanges {
  const known = new Map(standing.map((request) => [request.code, request]))
  const earlier = new Map(before?.map((request) => [request.code, request]))
  const added = wanted.filter(({ code }) => !known.has(code))
  const moved = wanted.flatMap((request) => {
    const now = known.get(request.code)
    return now === undefined || isRequestAnswered(now.state) ? [] : moveOf(now, request, earlier.get(request.code))
  })
  return { added, moved }
}

function moveOf(now: StandingRequest, wanted: DocumentRequest, before: DocumentRequest | undefined): RequestChange[] {
  const byHand = now.period !== null && before !== undefined && !samePeriod(now.period, before.period)
  const period = byHand ? now.period : wanted.period
  if (now.dueOn === wanted.dueOn && samePeriod(now.period, period)) return []
  return [{ id: now.id, dueOn: wanted.dueOn, period, earlierDueOn: now.dueOn }]
}

const samePeriod = (a: Period | null, b: Period | null): boolean => a?.from === b?.from && a?.to === b?.to

/** "7 documents are asked for. 3 open requests have a new due day." */
export function changesSentence({ added, moved }: RequestChanges): string {
  const parts = [
    ...(added.length > 0
      ? [`${counted(added.length, 'document')} ${added.length === 1 ? 'is' : 'are'} asked for now.`]
      : []),
    ...(moved.length > 0
      ? [`${counted(moved.length, 'open request')} ${moved.length === 1 ? 'has' : 'have'} a new due day.`]
      : []),
  ]
  return parts.length === 0 ? 'No request changes.' : parts.join(' ')
}
