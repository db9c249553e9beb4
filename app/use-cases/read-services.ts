/** The council's services as a tree, and what the form about one offers. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { readHistoryOf } from '#db/queries/audit-history'
import { listPeopleToChoose } from '#db/queries/plan-choices'
import { listServiceTree } from '#db/queries/services'
import { placeServices, wouldCircle } from '~/domain/service-tree'

export const readServices = (scope: CouncilScope) =>
  readInCouncil(scope, async (tx) => placeServices(await listServiceTree(scope, tx)))

/** `id` null: for a new one. Null where there is no such service in this council. */
export const readServiceForm = (scope: CouncilScope, id: string | null) =>
  readInCouncil(scope, async (tx) => {
    const [services, people, history] = await Promise.all([
      listServiceTree(scope, tx),
      listPeopleToChoose(scope, tx),
      id === null ? [] : readHistoryOf(scope, tx, { kind: 'service', id }),
    ])
    const service = services.find((each) => each.id === id)
    if (id !== null && !service) return null
    const choices = placeServices(services).filter((each) => id === null || !wouldCircle(services, id, each.id))
    return {
      id,
      name: service?.name ?? '',
      parentId: service?.parentId ?? '',
      headId: service?.headId ?? '',
      history,
      parents: choices.map((each) => ({ value: each.id, label: `${'– '.repeat(each.depth)}${each.name}` })),
      heads: people.map(({ id: value, name, post }) => ({ value, label: post === null ? name : `${name}, ${post}` })),
    }
  })
export type ServiceFormView = NonNullable<Awaited<ReturnType<typeof readServiceForm>>>
