/** The lead says who a name in a document is: from then on the person or team stands everywhere in its place. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { getOwner, ownerOfPerson, replaceOwnerEverywhere } from '#db/queries/owners'
import { done, refused, type Outcome } from '~/domain/outcome'

export type NameInput = { nameId: string; personId: string | null; teamId: string | null }

/** Null where there is no such name in this council. */
export const resolveName = (scope: CouncilScope, input: NameInput): Promise<Outcome<string> | null> =>
  inCouncil(scope, async (tx) => {
    const name = await getOwner(scope, tx, input.nameId)
    if (name?.kind !== 'name') return null
    if (input.personId !== null && input.teamId !== null) return refused('Select a person or a team, not both', 'who')
    const team = input.teamId === null ? null : await getOwner(scope, tx, input.teamId)
    const owner =
      input.personId !== null ? await ownerOfPerson(scope, tx, input.personId) : team?.kind === 'team' ? team.id : null
    if (owner === null) return refused(`Select who ${name.name} is`, 'who')
    const { recommendations, changed } = await replaceOwnerEverywhere(scope, tx, name.id, owner)
    if (!changed) return done(owner)
    await recordAudit(scope, tx, {
      action: 'name resolved',
      thing: { kind: 'owner', id: name.id },
      before: { owner: name.id },
      after: { owner, recommendations },
    })
    return done(owner)
  })
