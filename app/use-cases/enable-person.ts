/** Somebody comes back. What was theirs stays with whoever took it over. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { lockPerson, setDisabled } from '#db/queries/people'
import { done, refused, type Outcome } from '~/domain/outcome'

/** Null where there is no such person in this council. */
export const enablePerson = (scope: CouncilScope, personId: string): Promise<Outcome<string> | null> =>
  inCouncil(scope, async (tx) => {
    const person = await lockPerson(scope, tx, personId)
    if (!person) return null
    if (person.disabledAt === null) return refused('They are here already')
    await setDisabled(scope, tx, personId, null)
    await recordAudit(scope, tx, { action: 'person enabled', thing: { kind: 'person', id: personId } })
    return done(personId)
  })
