/** The council's settings as they stand. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { historyOf } from '#db/queries/audit-history'
import { listAudit } from '#db/queries/audit-log'
import { getCouncil } from '#db/queries/councils'
import { wholeAudit } from '~/domain/audit-search'
import { NATIONS } from '~/domain/bank-holidays'
import { nationWords } from '~/domain/council-settings'
import { MONTH_NAMES, WEEKDAY_NAMES } from '~/domain/dates'
import { frequencyWords } from '~/domain/person'
import { usualRules } from '~/domain/reminder-policy'
import { CATEGORIES, CATEGORY_LABELS } from '~/domain/progress'

const historyShown = 50

export const readSettingsHistory = (scope: CouncilScope) =>
  readInCouncil(scope, async (tx) => {
    const page = { before: null, after: null, most: historyShown }
    return historyOf(scope, tx, await listAudit(scope, tx, { ...wholeAudit, action: 'settings changed' }, page))
  })

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
      financialYearStartsIn: String(council.financialYearStartsIn),
      months: MONTH_NAMES.map((label, index) => ({ value: String(index + 1), label })),
      rules: council.reminderRules ?? usualRules,
      marking: council.marking,
      floors: (['daily', 'weekly', 'off'] as const).map((value) => ({ value, label: frequencyWords[value] })),
    }
  })
