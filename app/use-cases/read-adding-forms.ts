/** What the pages for adding to the plan by hand offer to choose from. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { listPeopleToChoose, listServices, listSources } from '#db/queries/plan-choices'

export const readNewRecommendationForm = (scope: CouncilScope) =>
  readInCouncil(scope, async (tx) => {
    const [sources, services] = await Promise.all([listSources(scope, tx), listServices(scope, tx)])
    return {
      sources: sources.map(({ id, title }) => ({ value: id, label: title })),
      services: services.map(({ id, name }) => ({ value: id, label: name })),
    }
  })

export const readNewTeamForm = (scope: CouncilScope) =>
  readInCouncil(scope, async (tx) => ({
    people: (await listPeopleToChoose(scope, tx)).map(({ id, name, post }) => ({
      value: id,
      label: post === null ? name : `${name}, ${post}`,
    })),
  }))
