/** A legal hold on everything of a person, with a word in it, or on one thing: from now on it is not deleted. */
import { inCouncil, readInCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { insertHold, type NewHold } from '#db/queries/holds'
import { listPeople } from '#db/queries/people'
import { lockPerson } from '#db/queries/leavers'
import { lockRecords } from '#db/queries/retention'
import { done, refused, type Outcome } from '~/domain/outcome'

export const readHoldForm = (scope: CouncilScope) =>
  readInCouncil(scope, async (tx) => ({
    people: (await listPeople(scope, tx)).map(({ person: { id, name, post } }) => ({
      value: id,
      label: post === null ? name : `${name}, ${post}`,
    })),
  }))

export async function placeHold(scope: CouncilScope, hold: NewHold, now: Date): Promise<Outcome<string>> {
  const { actor } = scope
  if (actor.kind !== 'person') throw new Error('A hold is placed by a person.')
  return inCouncil(scope, async (tx) => {
    await lockRecords(scope, tx)
    if (hold.personId && !(await lockPerson(scope, tx, hold.personId))) return refused('Select the person', 'person')
    const id = await insertHold(scope, tx, { ...hold, placedBy: actor.personId, placedAt: now })
    await recordAudit(scope, tx, { action: 'hold placed', thing: { kind: 'hold', id }, after: hold })
    return done(id)
  })
}
