/** A team that can own things: it answers through one contact, and may have a mailbox of its own. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { insertTeam } from '#db/queries/owners'
import { listPeopleToChoose } from '#db/queries/plan-choices'
import { done, refused, type Outcome } from '~/domain/outcome'

export type TeamInput = { name: string; contactId: string | null; mailbox: string | null }

export const makeTeam = (scope: CouncilScope, input: TeamInput): Promise<Outcome<string>> =>
  inCouncil(scope, async (tx) => {
    const contact = (await listPeopleToChoose(scope, tx)).find(({ id }) => id === input.contactId)
    if (!contact) return refused('Select who answers for the team', 'contactId')
    const team = { name: input.name, contactId: contact.id, mailbox: input.mailbox }
    const id = await insertTeam(scope, tx, team)
    if (id === null) return refused(`There is a team named ${input.name} already`, 'name')
    await recordAudit(scope, tx, {
      action: 'team made',
      thing: { kind: 'owner', id },
      after: { name: input.name, owner: contact.id, mailbox: input.mailbox !== null },
    })
    return done(id)
  })
