/** Somebody chooses for themselves how often mail comes, when they are away, and who stands in for them. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { getCouncil } from '#db/queries/councils'
import { lockPerson, updateChoices } from '#db/queries/people'
import { listPeopleToChoose } from '#db/queries/plan-choices'
import { done, refused, type Outcome } from '~/domain/outcome'
import { checkPerson, type OwnChoices } from '~/domain/person'
import { messages } from '~/messages'

/** Null where they are no longer a person of this council. */
export async function changeOwnChoices(scope: CouncilScope, choices: OwnChoices): Promise<Outcome<string> | null> {
  if (scope.actor.kind !== 'person') throw new Error('Only a person chooses for themselves.')
  const { personId } = scope.actor
  return inCouncil(scope, async (tx) => {
    const before = await lockPerson(scope, tx, personId)
    if (!before) return null
    const [council, deputies] = [await getCouncil(scope, tx), await listPeopleToChoose(scope, tx)]
    const checked = checkPerson({ ...before, ...choices }, { id: personId, mailFloor: council.mailFloor })
    if (!checked.ok) return checked
    if (choices.deputyId !== null && !deputies.some(({ id }) => id === choices.deputyId))
      return refused(messages.choose('a deputy of the list'), 'deputyId')
    const changed = (Object.keys(choices) as (keyof OwnChoices)[]).filter((key) => before[key] !== choices[key])
    if (changed.length === 0) return done(personId)
    await updateChoices(scope, tx, personId, choices)
    const of = (from: OwnChoices) => Object.fromEntries(changed.map((key) => [key, from[key]]))
    await recordAudit(scope, tx, {
      action: 'own choices changed',
      thing: { kind: 'person', id: personId },
      before: of(before),
      after: of(choices),
    })
    return done(personId)
  })
}
