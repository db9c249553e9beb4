/**
 * A new date that somebody asked for who may not agree it. Agreed, it extends every unfinished action that ends before
 * it, and nothing else: a recurring action has its own next turn, and one without a due day has nothing to extend.
 */
import { dueDay, type CompletionDate } from './completion-date'
import type { IsoDate } from './dates'
import { isFinished, type ActionState } from './action'
import { done, refused, refusedFor, type Outcome, type Refusal } from './outcome'
import type { AgreedBy } from './date-revision'

export type DatedAction = { state: ActionState; completion: CompletionDate | null }

export function isExtendedBy(action: DatedAction, askedFor: IsoDate, today: IsoDate): boolean {
  if (isFinished(action.state) || action.completion === null || action.completion.kind === 'recurring') return false
  const due = dueDay(action.completion, today)
  return due !== null && due < askedFor
}

export type DateDecision = { agree: boolean; why: string; minute: string; agrees: AgreedBy }

/** A refusal says why; where the committee agrees dates, an agreement names its minute. */
export function checkDateDecision({ agree, why, minute, agrees }: DateDecision): Outcome {
  const refusals: Refusal[] = []
  if (!agree && why.trim() === '') {
    refusals.push({ field: 'why', message: 'Say why the new date is refused: whoever asked for it reads this' })
  }
  if (agree && agrees === 'committee' && minute.trim() === '') {
    refusals.push({
      field: 'minute',
      message: 'Enter the reference of the minute in which the committee agreed the date',
    })
  }
  return refusals.length > 0 ? refusedFor(refusals) : done(undefined)
}

export const nothingToExtend: Outcome<never> = refused(
  'None of its unfinished actions ends before that date. Revise the date of the action it is about, or refuse this.',
  'decision',
)
