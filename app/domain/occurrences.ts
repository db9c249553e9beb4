/**
 * The occurrences of a recurring action that somebody may say were done: the ones after the last that was done, or, where
 * none was, the last two before today; and in each case the next one to come.
 */
import { nextOccurrence, occurrenceAfter, type CompletionDate } from './completion-date'
import { addMonths, type IsoDate } from './dates'

const most = 6

export function occurrencesToChoose(
  completion: CompletionDate | null,
  doneFor: IsoDate | null,
  today: IsoDate,
): IsoDate[] {
  if (completion?.kind !== 'recurring' || completion.everyMonths === null) return []
  const first =
    doneFor === null
      ? nextOccurrence(completion, addMonths(today, -2 * completion.everyMonths))
      : occurrenceAfter(completion, doneFor)
  const found: IsoDate[] = []
  for (let day = first; day !== null && found.length < most; day = occurrenceAfter(completion, day)) {
    found.push(day)
    if (day > today) break
  }
  return found
}
