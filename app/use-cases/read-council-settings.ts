/** The council's settings as they stand. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { getCouncil } from '#db/queries/councils'
import { NATIONS } from '~/domain/bank-holidays'
import { nationWords } from '~/domain/council-settings'
import { WEEKDAY_NAMES } from '~/domain/dates'
import { frequencyWords } from '~/domain/person'
import { CATEGORIES, CATEGORY_LABELS } from '~/domain/progress'

export const readCouncilSettings = (scope: CouncilScope) =>
  readInCouncil(scope, async (tx) => {
    const council = await getCouncil(scope, tx)
    return {
      name: council.name,
      nation: council.nation,
      nations: NATIONS.map((value) => ({ value, label: nationWords[value] })),
      workingWeekdays: council.workingWeekdays.map(String),
      weekdays: WEEKDAY_NAMES.map((label, index) => ({ value: String(index), label })),
      labels: CATEGORIES.map((category) => ({
        category,
        usual: CATEGORY_LABELS[category],
        own: council.categoryLabels[category] ?? '',
      })),
      answerLinks: council.answerLinks,
      mailFloor: council.mailFloor,
      floors: (['daily', 'weekly', 'off'] as const).map((value) => ({ value, label: frequencyWords[value] })),
    }
  })
