/** A service of the council, alone or under another. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { listPeopleToChoose } from '#db/queries/plan-choices'
import { insertService, lockServices, type ServiceFacts } from '#db/queries/services'
import { done, refused, type Outcome } from '~/domain/outcome'
import { messages } from '~/messages'

export const addService = (scope: CouncilScope, facts: ServiceFacts): Promise<Outcome<string>> =>
  inCouncil(scope, async (tx) => {
    const [services, heads] = [await lockServices(scope, tx), await listPeopleToChoose(scope, tx)]
    if (facts.parentId !== null && !services.some(({ id }) => id === facts.parentId))
      return refused(messages.choose('a service of the list'), 'parentId')
    if (facts.headId !== null && !heads.some(({ id }) => id === facts.headId))
      return refused(messages.choose('a person of the list'), 'headId')
    const id = await insertService(scope, tx, facts)
    if (id === null) return refused(`There is a service named ${facts.name} already`, 'name')
    await recordAudit(scope, tx, { action: 'service added', thing: { kind: 'service', id }, after: facts })
    return done(id)
  })
