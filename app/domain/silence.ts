/**
 * Silence is "no answer since DATE", never "not opened", which cannot be known. A recommendation is silent from the first
 * day on which its owner is asked (counted back from its due day) until somebody answers; one without a due day is asked
 * in its round, and is silent on the plan only while nobody has ever answered.
 */
import { addDays, formatShortDate, type IsoDate } from './dates'
import { defaultPolicy, type ReminderPolicy } from './reminder-moments'
import { silenceSentence } from './reminder-notice'
import { capitalised } from './sentence'

export type Answered = { dueOn: IsoDate | null; lastAnswerOn: IsoDate | null; closed: boolean }

export function isSilent(point: Answered, today: IsoDate, policy: ReminderPolicy = defaultPolicy): boolean {
  if (point.closed) return false
  if (point.lastAnswerOn === null) return true
  if (point.dueOn === null) return false
  const askedFrom = addDays(point.dueOn, -Math.max(0, ...policy.askBefore))
  return askedFrom <= today && point.lastAnswerOn < askedFrom
}

/** "No answer since 3 April 2027", "No answer yet", or the day of the last answer. */
export function answeredInWords(point: Answered, today: IsoDate, policy: ReminderPolicy = defaultPolicy): string {
  if (point.lastAnswerOn === null) return point.closed ? 'None' : 'No answer yet'
  return isSilent(point, today, policy)
    ? capitalised(silenceSentence(point.lastAnswerOn))
    : formatShortDate(point.lastAnswerOn)
}
