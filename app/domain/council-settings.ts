/**
 * What a council decides for itself: its name, its calendar, its words for the four categories of progress, and how mail
 * reaches its people. It works on one weekday at least; two categories cannot be called the same.
 */
import { NATIONS, type Nation } from './bank-holidays'
import type { Weekday } from './dates'
import { checkMarking } from './marking'
import { done, refusedFor, type Outcome, type Refusal } from './outcome'
import { CATEGORIES, categoryLabels } from './progress'
import { checkReminderRules, type ReminderRules } from './reminder-policy'
import type { Frequency } from './reminder-people'

export const nationWords: Record<Nation, string> = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
}

export type CouncilSettings = {
  name: string
  nation: Nation
  workingWeekdays: Weekday[]
  /** Only those that are called otherwise than usual. */
  categoryLabels: Partial<Record<'1' | '2' | '3' | '4', string>>
  answerLinks: boolean
  mailFloor: Frequency
  /** The month in which the financial year begins: what “Quarter 3” means. */
  financialYearStartsIn: number
  reminderRules: ReminderRules | null
  marking: string | null
}

/** Of all that is kept of a council, what it decides. */
export function settingsOf(council: CouncilSettings): CouncilSettings {
  const { name, nation, workingWeekdays, categoryLabels, answerLinks, mailFloor } = council
  const { financialYearStartsIn, reminderRules, marking } = council
  return {
    ...{ name, nation, workingWeekdays, categoryLabels, answerLinks, mailFloor },
    ...{ financialYearStartsIn, reminderRules, marking },
  }
}

export function checkCouncilSettings(settings: CouncilSettings): Outcome<CouncilSettings> {
  const refusals: Refusal[] = []
  if (!(NATIONS as readonly string[]).includes(settings.nation))
    refusals.push({ field: 'nation', message: 'Select whose bank holidays count' })
  if (settings.workingWeekdays.length === 0)
    refusals.push({ field: 'workingWeekdays', message: 'Select at least one working day' })
  const { financialYearStartsIn: month, reminderRules } = settings
  if (!Number.isInteger(month) || month < 1 || month > 12)
    refusals.push({ field: 'financialYearStartsIn', message: 'Select the month in which the financial year begins' })
  refusals.push(...(reminderRules === null ? [] : checkReminderRules(reminderRules)), ...checkMarking(settings.marking))
  const labels = categoryLabels(settings.categoryLabels)
  const seen = new Set<string>()
  for (const category of CATEGORIES) {
    const label = labels[category].trim().toLowerCase()
    if (seen.has(label))
      refusals.push({ field: `label${category}`, message: `Two categories cannot both be called ${labels[category]}` })
    seen.add(label)
  }
  return refusals.length > 0 ? refusedFor(refusals) : done(settings)
}
