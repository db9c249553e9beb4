/**
 * What was tried and refused, written into the record once the answer is given and outside whatever was refused. The same
 * attempt of the same person or place is written at most once a minute, whatever it varies, so that nobody floods the
 * record. Where no council is known it stands in a table for whoever runs Holdfast.
 */
import { recordAttempt, recordRefusedSignIn, recordUnknownAttempt } from '#db/queries/attempts'
import type { CouncilScope } from '#db/in-council'
import type { AuditAttempt, ThingKind } from '~/domain/audit-words'
import { afterAnswer } from './after-answer'
import { networkKey, secondsToWait } from './rate-limits'

type From = { address: string }

function noteOnceAMinute(key: readonly string[], write: () => Promise<void>): void {
  afterAnswer('recording what was refused', async () => {
    if ((await secondsToWait([['attempt noted', key.join('\n')]])) === null) await write()
  })
}

/** For somebody who is known: a person who signed in, or the holder of a link. */
export function noteRefusal(
  scope: CouncilScope,
  action: AuditAttempt,
  after: Record<string, unknown>,
  thing?: { kind: ThingKind; id: string },
): void {
  const { actor, councilId, origin } = scope
  const who = actor.kind === 'system' ? actor.job : actor.kind === 'link' ? actor.linkId : actor.personId
  const personId = actor.kind === 'system' ? null : actor.personId
  const about =
    thing ??
    (personId === null ? { kind: 'council' as const, id: councilId } : { kind: 'person' as const, id: personId })
  noteOnceAMinute([councilId, action, who, networkKey({ address: origin })], () =>
    recordAttempt(scope, { action, thing: about, after }),
  )
}

/** A wrong code for an address: in the record of each council that knows it, or nowhere but with the operator. */
export function noteRefusedSignIn(email: string, why: string, from: From): void {
  noteOnceAMinute(['sign-in refused', email, networkKey(from)], () => recordRefusedSignIn(email, why, from.address))
}

/** Where nobody is known. `why` names no address and no token: they may be somebody's. */
export function noteUnknown(action: AuditAttempt, why: string, from: From): void {
  noteOnceAMinute([action, why, networkKey(from)], () => recordUnknownAttempt({ action, why, origin: from.address }))
}
