/**
 * How an action reads on its recommendation's page: its state, the date that stands beside the one first promised, how
 * often it was extended, and every change of its date with who agreed it. Nothing that was promised is left out.
 */
import { ACTION_STATE_LABELS, completionShown, isFinished, type ActionState } from './action'
import { formatCompletion, isOverdue, type CompletionDate } from './completion-date'
import { extensionsOf, originalCompletion, REVISION_LABELS, stands, type Revision } from './date-revision'
import { countOf, spanInWords } from './date-words'
import { formatDate, type IsoDate } from './dates'

export type ActionFacts = {
  state: ActionState
  stateReason: string | null
  completion: CompletionDate | null
  dueOn: IsoDate | null
  doneOn: IsoDate | null
  doneFor: IsoDate | null
  revisions: readonly Revision[]
}
export type ActionWords = {
  state: string
  why: string | null
  /** The committee's one column. */
  completion: string
  /** As somebody wrote it, where that says more. */
  written: string | null
  overdue: string | null
  /** "First due 31 March 2026; extended twice". */
  history: string | null
  lastOccurrence: string | null
  revisions: { what: string; reason: string; agreed: string }[]
}

const often = (times: number) =>
  times === 1 ? 'extended once' : times === 2 ? 'extended twice' : `extended ${countOf(times, 'time')}`

const agreement = (revision: Revision): string => {
  if (!stands(revision)) return revision.refused ? 'Not agreed.' : 'Asked for, not agreed yet.'
  if (revision.agreedBy === null) return ''
  return `Agreed by the ${revision.agreedBy}${revision.minute === null ? '' : `, minute ${revision.minute}`}.`
}

function historyOf({ completion, revisions }: ActionFacts): string | null {
  if (revisions.length === 0 || completion === null) return null
  const original = originalCompletion(completion, revisions)
  const { agreed } = extensionsOf(revisions)
  const parts = [
    ...(original === null ? [] : [`first due ${formatCompletion(original)}`]),
    ...(agreed === 0 ? [] : [often(agreed)]),
  ].join('; ')
  return parts === '' ? null : parts.charAt(0).toUpperCase() + parts.slice(1)
}

export function actionInWords(action: ActionFacts, today: IsoDate): ActionWords {
  const { state, completion, doneOn, doneFor, revisions } = action
  const shown = completionShown(state === 'done' ? doneOn : null, completion)
  const written = completion?.text.trim() ?? ''
  const isLate = !isFinished(state) && isOverdue(completion, today, doneFor)
  return {
    state: ACTION_STATE_LABELS[state],
    why: action.stateReason,
    completion: shown,
    written: written === '' || shown.includes(written) || state === 'done' ? null : written,
    overdue: isLate && action.dueOn !== null ? `Overdue by ${spanInWords(action.dueOn, today)}` : null,
    history: historyOf(action),
    lastOccurrence:
      doneFor === null ? null : `Done for ${formatDate(doneFor)}${doneOn === null ? '' : `, on ${formatDate(doneOn)}`}`,
    revisions: revisions.map((revision) => ({
      what: `${REVISION_LABELS[revision.kind]}: ${formatCompletion(revision.earlier)} to ${formatCompletion(revision.later)}`,
      reason: revision.reason,
      agreed: agreement(revision),
    })),
  }
}
