/**
 * One proposed action: not started, under way, done, or no longer needed. Done says on which day; no longer needed
 * says why; a recurring action is never done as a whole, only for an occurrence. What was done or dropped by mistake
 * can be taken up again, with the reason.
 */
import { formatCompletion, type CompletionDate } from './completion-date'
import { formatDate, type IsoDate } from './dates'
import { done, refused, type Outcome } from './outcome'

export const ACTION_STATES = ['not-started', 'under-way', 'done', 'no-longer-needed'] as const
export type ActionState = (typeof ACTION_STATES)[number]
export const ACTION_STATE_LABELS: Record<ActionState, string> = {
  'not-started': 'Not started',
  'under-way': 'Under way',
  done: 'Done',
  'no-longer-needed': 'No longer needed',
}

export const isFinished = (state: ActionState): boolean => state === 'done' || state === 'no-longer-needed'

export type ActionChangeRequest = {
  from: ActionState
  to: ActionState
  completion: CompletionDate | null
  today: IsoDate
  /** Needed when done; not after today. */
  doneOn: IsoDate | null
  /** The due day of the occurrence that was done, of a recurring action. */
  occurrence: IsoDate | null
  why: string
}
/** `doneFor` is the occurrence of a recurring action, which is then still under way. */
export type ActionChange = {
  state: ActionState
  doneOn: IsoDate | null
  doneFor: IsoDate | null
  why: string | null
}

function decideDone({ completion, doneOn, occurrence, today, why }: ActionChangeRequest): Outcome<ActionChange> {
  if (doneOn === null) return refused('Enter the day on which it was done', 'doneOn')
  if (doneOn > today) {
    return refused(`The day on which it was done, ${formatDate(doneOn)}, is in the future`, 'doneOn')
  }
  if (completion?.kind !== 'recurring') {
    return done({ state: 'done', doneOn, doneFor: null, why: why.trim() || null })
  }
  if (occurrence === null) {
    const often = formatCompletion(completion)
    return refused(`This action recurs (${often}): say which occurrence was done`, 'occurrence')
  }
  return done({ state: 'under-way', doneOn, doneFor: occurrence, why: why.trim() || null })
}

export function decideActionState(request: ActionChangeRequest): Outcome<ActionChange> {
  const { from, to } = request
  const why = request.why.trim()
  const isRecurring = request.completion?.kind === 'recurring'
  if (from === to && !(isRecurring && to === 'done')) {
    return refused(`The action is already “${ACTION_STATE_LABELS[to]}”: choose another state`, 'state')
  }
  if (to === 'done') return decideDone(request)
  if (to === 'no-longer-needed' && why === '') return refused('Say why it is no longer needed', 'why')
  if (isFinished(from) && why === '') return refused('Say why the action is taken up again', 'why')
  return done({ state: to, doneOn: null, doneFor: null, why: why || null })
}

/** The committee's one column: the day it was done, once there is one, else the date that is foreseen. */
export const completionShown = (doneOn: IsoDate | null, anticipated: CompletionDate | null): string =>
  doneOn !== null ? formatDate(doneOn) : formatCompletion(anticipated)
