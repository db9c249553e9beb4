/** Somebody who signed in gives their second factor: a code of their app, or a recovery code. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { markSecondFactor, takeAppCode, takeRecoveryCode } from '#db/queries/second-factors'
import { done, refused, type Outcome } from '~/domain/outcome'
import type { TypedFactor } from '~/domain/second-factor'
import { messages } from '~/messages'

export const giveSecondFactor = (
  scope: CouncilScope,
  who: { userId: string; personId: string; sessionId: string },
  typed: TypedFactor,
  now: Date,
): Promise<Outcome> =>
  inCouncil(scope, async (tx) => {
    const by = typed.kind === 'app' ? 'authenticator app' : 'recovery code'
    const right =
      typed.kind === 'app'
        ? await takeAppCode(tx, who.userId, typed.code, { confirms: false, now })
        : await takeRecoveryCode(tx, who.userId, typed.code, now)
    if (!right) return refused(typed.kind === 'app' ? messages.appCodeWrong : messages.recoveryCodeWrong, 'code')
    await markSecondFactor(tx, who.sessionId, now)
    await recordAudit(scope, tx, {
      action: 'second factor given',
      thing: { kind: 'person', id: who.personId },
      after: { by },
    })
    return done(undefined)
  })
