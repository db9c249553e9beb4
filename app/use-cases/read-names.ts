/** Names that documents gave and that are nobody yet, each with who it may be. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { getOwner, listNamesNobodyYet, listTeams } from '#db/queries/owners'
import { listPeopleToChoose } from '#db/queries/plan-choices'
import { suggestOwners, type OwnerSuggestion } from '~/domain/owner-names'
import { counted } from '~/domain/sentence'

const suggestionInWords = ({ owner, certainty, why }: OwnerSuggestion) => ({
  id: owner.id,
  words: `${certainty === 'certain' ? 'Certainly' : certainty === 'likely' ? 'Probably' : 'Possibly'} ${owner.name}: ${why}`,
})

export const readNames = (scope: CouncilScope) =>
  readInCouncil(scope, async (tx) => {
    const [names, people] = await Promise.all([listNamesNobodyYet(scope, tx), listPeopleToChoose(scope, tx)])
    return {
      names: names.map(({ id, name, recommendations, actions }) => ({
        id,
        name,
        stands: `${counted(recommendations, 'recommendation')}, ${counted(actions, 'action')}`,
        suggestion: suggestOwners(name, people).map(suggestionInWords)[0] ?? null,
      })),
    }
  })

export const readName = (scope: CouncilScope, id: string) =>
  readInCouncil(scope, async (tx) => {
    const [name, people, teams] = await Promise.all([
      getOwner(scope, tx, id),
      listPeopleToChoose(scope, tx),
      listTeams(scope, tx),
    ])
    if (name?.kind !== 'name') return null
    const suggested = suggestOwners(name.name, people)
    const first = suggested.map(({ owner }) => owner.id)
    const ordered = [...people].sort((a, b) => rank(first, a.id) - rank(first, b.id))
    return {
      id: name.id,
      name: name.name,
      suggestions: suggested.map(suggestionInWords),
      people: ordered.map(({ id, name, post }) => ({ value: id, label: post === null ? name : `${name}, ${post}` })),
      teams: teams.map(({ id, name }) => ({ value: id, label: name })),
    }
  })

const rank = (first: readonly string[], id: string) => (first.includes(id) ? first.indexOf(id) : first.length)
