/** The plan page: the rows of one page of the list, how many there are, and what it can be filtered by. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { countPlan, listPlan, mostCounted, type PlanLimit, type PlanRow } from '#db/queries/plan'
import { getPlanChoices } from '#db/queries/plan-choices'
import { formatShortDate, type IsoDate } from '~/domain/dates'
import { planPageSize, type PlanSearch } from '~/domain/plan-search'
import { CATEGORIES, categoryLabels, type CategoryLabels } from '~/domain/progress'
import type { ReminderPolicy } from '~/domain/reminder-moments'
import { policyOf } from '~/domain/reminder-policy'
import { answeredInWords, isSilent } from '~/domain/silence'
import { beginningOf, categoryInWords, overdueInWords } from '~/domain/plan-words'

export type PlanLine = {
  id: string
  number: string
  words: string
  source: string
  owner: string | null
  others: number
  due: string
  overdue: string | null
  closed: boolean
  category: string | null
  answered: string
  silent: boolean
}

const lineOf = (row: PlanRow, labels: CategoryLabels, policy: ReminderPolicy, today: IsoDate): PlanLine => {
  const answered = { dueOn: row.dueOn, lastAnswerOn: row.lastAnswerOn, closed: row.state === 'closed' }
  return {
    id: row.id,
    number: row.number,
    words: beginningOf(row.text),
    source: row.source,
    owner: row.answering,
    others: row.answering === null ? row.owners : row.owners - 1,
    due: row.dueOn !== null ? formatShortDate(row.dueOn) : row.finished ? 'Actions finished' : 'No date',
    overdue: overdueInWords(row.dueOn, row.state, today),
    closed: row.state === 'closed',
    category: categoryInWords(row.category, row.categoryPrinted, labels),
    answered: answeredInWords(answered, today, policy),
    silent: isSilent(answered, today, policy),
  }
}

export const readPlan = (scope: CouncilScope, search: PlanSearch, limit: PlanLimit, today: IsoDate) =>
  readInCouncil(scope, async (tx) => {
    const query = { search, limit, today }
    const [{ sources, services, owners, criteria, ...council }, rows, count] = await Promise.all([
      getPlanChoices(scope, tx),
      listPlan(scope, tx, query, { limit: planPageSize, offset: (search.page - 1) * planPageSize }),
      countPlan(scope, tx, query),
    ])
    const labels = categoryLabels(council.categoryLabels)
    return {
      lines: rows.map((row) => lineOf(row, labels, policyOf(council), today)),
      count: Math.min(count, mostCounted),
      isMore: count > mostCounted,
      choices: {
        sources: sources.map(({ id, title }) => ({ value: id, label: title })),
        services: services.map(({ id, name }) => ({ value: id, label: name })),
        owners: owners.map(({ id, name, kind }) => ({
          value: id,
          label: kind === 'person' ? name : `${name} (${kind})`,
        })),
        criteria: criteria.map(({ number, title }) => ({ value: number, label: `${number} ${title}` })),
        categories: CATEGORIES.map((category) => ({
          value: String(category),
          label: `${category} ${labels[category]}`,
        })),
      },
    }
  })
