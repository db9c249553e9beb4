/** What the page for owners shows: who owns the recommendation now, and whom it can be given to. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { listTeams } from '#db/queries/owners'
import { listPeopleToChoose } from '#db/queries/plan-choices'
import { listOwnersOf } from '#db/queries/recommendation-page'
import { getRecommendation } from '#db/queries/recommendations'
import { beginningOf } from '~/domain/plan-words'

export const readOwnersForm = (scope: CouncilScope, id: string) =>
  readInCouncil(scope, async (tx) => {
    const [recommendation, owners, people, teams] = await Promise.all([
      getRecommendation(scope, tx, id),
      listOwnersOf(scope, tx, id),
      listPeopleToChoose(scope, tx),
      listTeams(scope, tx),
    ])
    if (!recommendation) return null
    const there = new Set(owners.map(({ personId }) => personId))
    const isThere = new Set(owners.map(({ id }) => id))
    return {
      id: recommendation.id,
      number: recommendation.number,
      words: beginningOf(recommendation.text),
      owners: owners.map(({ id, name, kind, answering }) => ({
        id,
        answering,
        label: kind === 'person' ? name : kind === 'team' ? `${name} (team)` : `${name} (nobody yet)`,
      })),
      people: people
        .filter(({ id }) => !there.has(id))
        .map(({ id, name, post }) => ({ value: id, label: post === null ? name : `${name}, ${post}` })),
      teams: teams.filter(({ id }) => !isThere.has(id)).map(({ id, name }) => ({ value: id, label: name })),
    }
  })
