/** An administrator removes the second factor of somebody who has lost it and their recovery codes. Not of somebody who
 * also belongs to another council: that council's lock is not ours to open. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { peopleOfUser } from '#db/queries/doors'
import { getPerson, lockPerson } from '#db/queries/people'
import { deleteSecondFactor } from '#db/queries/second-factors'
import { done, refused, type Outcome } from '~/domain/outcome'

/** Null where there is no such person in this council. */
export async function removeSecondFactor(scope: CouncilScope, personId: string): Promise<Outcome<string> | null> {
  const found = await inCouncil(scope, (tx) => getPerson(scope, tx, personId), 'read')
  if (!found?.userId) return null
  const elsewhere = (await peopleOfUser(found.userId)).some(({ councilId }) => councilId !== scope.councilId)
  if (elsewhere)
    return refused('They belong to another council too: they need one of their recovery codes, or a new address here')
  if (scope.actor.kind === 'person' && scope.actor.personId === personId)
    return refused('You cannot remove your own: ask another administrator')
  return inCouncil(scope, async (tx) => {
    const person = await lockPerson(scope, tx, personId)
    if (!person?.userId) return null
    if (!(await deleteSecondFactor(tx, person.userId, null))) return refused('They have no second factor')
    await recordAudit(scope, tx, { action: 'second factor removed', thing: { kind: 'person', id: personId } })
    return done(personId)
  })
}
