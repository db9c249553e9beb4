/** A refused attempt to sign in stands in the audit of each council that knows the address. */
import { forCouncil, inCouncil } from '../in-council'
import { recordAudit } from './audit'
import { peopleByEmail } from './doors'

export async function recordRefusedSignIn(email: string, why: string, origin: string): Promise<void> {
  for (const { councilId, personId } of await peopleByEmail(email)) {
    const scope = forCouncil(councilId, 'sign-in', origin)
    await inCouncil(scope, (tx) =>
      recordAudit(scope, tx, { action: 'sign-in refused', thing: { kind: 'person', id: personId }, after: { why } }),
    )
  }
}
