/** Somebody sets up an authenticator app: it counts once its first code was right, and then come the recovery codes,
 * shown once. New recovery codes replace the old ones. */
import { randomBytes } from 'node:crypto'
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import {
  beginSecondFactor,
  deleteSecondFactor,
  markSecondFactor,
  replaceRecoveryCodes,
  takeAppCode,
} from '#db/queries/second-factors'
import { done, refused, type Outcome } from '~/domain/outcome'
import { recoveryCodeCount, writeRecoveryCode } from '~/domain/second-factor'
import { messages } from '~/messages'

export type InSession = { userId: string; personId: string; sessionId: string }

/** 32 characters of 64: the secret of RFC 4226 has at least 128 bits, this one 192. */
export const beginSetUp = (userId: string): Promise<void> =>
  beginSecondFactor(userId, randomBytes(24).toString('base64url'))

const makeCodes = () => Array.from({ length: recoveryCodeCount }, () => writeRecoveryCode(randomBytes(16)))

/** The recovery codes, to be shown this once. */
export const confirmSetUp = (
  scope: CouncilScope,
  who: InSession,
  code: string,
  now: Date,
): Promise<Outcome<string[]>> =>
  inCouncil(scope, async (tx) => {
    if (!(await takeAppCode(tx, who.userId, code, { confirms: true, now })))
      return refused(messages.appCodeWrong, 'code')
    const codes = makeCodes()
    await replaceRecoveryCodes(tx, who.userId, codes)
    await markSecondFactor(tx, who.sessionId, now)
    await recordAudit(scope, tx, { action: 'second factor set up', thing: { kind: 'person', id: who.personId } })
    return done(codes)
  })

/** Another app in the place of the old one, by somebody who has just given the old one, or the code that the command
 * line printed. Their other sessions end. */
export async function replaceSecondFactor(scope: CouncilScope, who: InSession): Promise<void> {
  await inCouncil(scope, async (tx) => {
    if (!(await deleteSecondFactor(tx, who.userId, who.sessionId))) return
    await recordAudit(scope, tx, { action: 'second factor removed', thing: { kind: 'person', id: who.personId } })
  })
  await beginSetUp(who.userId)
}

export const renewRecoveryCodes = (scope: CouncilScope, who: InSession): Promise<string[]> =>
  inCouncil(scope, async (tx) => {
    const codes = makeCodes()
    await replaceRecoveryCodes(tx, who.userId, codes)
    await recordAudit(scope, tx, { action: 'recovery codes renewed', thing: { kind: 'person', id: who.personId } })
    return codes
  })
