/** What the page for elements shows: the standard as a tree, and which elements are linked. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { listCriteria, listElements } from '#db/queries/plan-choices'
import { listElementsOf } from '#db/queries/recommendation-page'
import { getRecommendation } from '#db/queries/recommendations'
import { beginningOf } from '~/domain/plan-words'
import { compareElements } from '~/domain/standard'

export const readElementsForm = (scope: CouncilScope, id: string) =>
  readInCouncil(scope, async (tx) => {
    const [recommendation, linked, criteria, elements] = await Promise.all([
      getRecommendation(scope, tx, id),
      listElementsOf(scope, tx, id),
      listCriteria(scope, tx),
      listElements(scope, tx),
    ])
    if (!recommendation) return null
    const subCriteria = [...new Map(elements.map((each) => [each.subCriterion, each])).values()]
    return {
      id: recommendation.id,
      number: recommendation.number,
      words: beginningOf(recommendation.text),
      linked: linked.map(({ number }) => number).sort(compareElements),
      criteria: criteria.map((criterion) => ({
        ...criterion,
        subCriteria: subCriteria
          .filter((sub) => sub.criterion === criterion.number)
          .map((sub) => ({
            number: sub.subCriterion,
            title: sub.subCriterionTitle,
            elements: elements
              .filter((element) => element.subCriterion === sub.subCriterion)
              .map(({ number, title }) => ({ number, title })),
          })),
      })),
    }
  })
