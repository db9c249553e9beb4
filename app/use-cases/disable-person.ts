/** Somebody leaves: they are out at their next request, and everything that was theirs is somebody else's, at once and
 * in one transaction, so that nothing is left unchased. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { getPerson, lockAdministrators, lockPerson, setDisabled } from '#db/queries/people'
import { countBelongings, transferEverything } from '#db/queries/transfer'
import { done, refused, type Outcome } from '~/domain/outcome'
import { mayDo } from '~/domain/permissions'

/** Null where there is no such person in this council. */
export const disablePerson = (
  scope: CouncilScope,
  { personId, toId }: { personId: string; toId: string | null },
  now: Date,
): Promise<Outcome<string> | null> =>
  inCouncil(scope, async (tx) => {
    const administrators = await lockAdministrators(scope, tx)
    const person = await lockPerson(scope, tx, personId)
    if (!person) return null
    if (person.disabledAt !== null) return refused('They have left already')
    if (scope.actor.kind === 'person' && scope.actor.personId === personId)
      return refused('You cannot put yourself out: ask another administrator')
    if (administrators.length === 1 && administrators[0]!.id === personId)
      return refused('They are the only administrator: make somebody else one first')
    const belongings = await countBelongings(scope, tx, personId)
    const hasSome = Object.values(belongings).some((count) => count > 0)
    const to = toId === null ? null : await getPerson(scope, tx, toId)
    if (toId !== null && (!to || to.disabledAt !== null || to.id === personId))
      return refused('Select who takes over from them', 'toId')
    if (hasSome && to === null) return refused('Select who takes over from them', 'toId')
    if (hasSome && to && !mayDo(to.role, 'progress:record'))
      return refused(`${to.name} cannot answer for anything: select an owner or a lead`, 'toId')
    await transferEverything(scope, tx, { from: personId, to: to?.id ?? null }, now)
    await setDisabled(scope, tx, personId, now)
    await recordAudit(scope, tx, {
      action: 'person disabled',
      thing: { kind: 'person', id: personId },
      before: { role: person.role },
      after: { transferredTo: to?.id ?? null, ...belongings },
    })
    return done(personId)
  })
