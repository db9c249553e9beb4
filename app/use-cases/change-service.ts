/** A service gets another name, another head, or another place in the tree. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { listPeopleToChoose } from '#db/queries/plan-choices'
import { lockServices, updateService, type ServiceFacts } from '#db/queries/services'
import { done, refused, type Outcome } from '~/domain/outcome'
import { wouldCircle } from '~/domain/service-tree'
import { messages } from '~/messages'

/** Null where there is no such service in this council. */
export const changeService = (
  scope: CouncilScope,
  { serviceId, facts }: { serviceId: string; facts: ServiceFacts },
): Promise<Outcome<string> | null> =>
  inCouncil(scope, async (tx) => {
    const services = await lockServices(scope, tx)
    const before = services.find(({ id }) => id === serviceId)
    if (!before) return null
    if (services.some(({ id, name }) => id !== serviceId && name === facts.name))
      return refused(`There is a service named ${facts.name} already`, 'name')
    if (facts.parentId !== null && !services.some(({ id }) => id === facts.parentId))
      return refused(messages.choose('a service of the list'), 'parentId')
    if (wouldCircle(services, serviceId, facts.parentId))
      return refused('A service cannot stand under itself or under what is under it', 'parentId')
    const heads = await listPeopleToChoose(scope, tx)
    if (facts.headId !== null && !heads.some(({ id }) => id === facts.headId))
      return refused(messages.choose('a person of the list'), 'headId')
    const { name, parentId, headId } = before
    if (facts.name === name && facts.parentId === parentId && facts.headId === headId) return done(serviceId)
    await updateService(scope, tx, serviceId, facts)
    await recordAudit(scope, tx, {
      action: 'service changed',
      thing: { kind: 'service', id: serviceId },
      before: { name, parentId, headId },
      after: facts,
    })
    return done(serviceId)
  })
