import { parseCompletionDate } from '~/domain/completion-date'
import type { Draft } from '~/domain/reading/draft'
import type { MadeTracker } from './made-tracker'

/** What a reader must find in a tracker, in the words of the draft. */
export function expectedOf({ points, style }: MadeTracker) {
  const has = (column: string) => (style.order as string[]).includes(column)
  return points.map((point, index) => ({
    number: has('number') ? point.number.replace(/\.$/, '') : String(index + 1),
    text: has('words') ? point.words : point.actions[0]!.text,
    elements: (has('words') && point.words.includes('(')) || has('elements') ? point.elements : [],
    responsibility: [...new Set(point.actions.flatMap(({ owners }) => owners))],
    actions: point.actions.map(({ text, owners, date }, at) => ({
      number: String(at + 1),
      text,
      owners,
      completion: parseCompletionDate(date!),
    })),
    completions: [],
    notes: has('holder') ? [`${style.headings.holder}: ${point.holder}`] : [],
    progress: [
      ...(has('earlier')
        ? [{ asAt: '2025-12-31', category: null, evidence: point.earlier, revisedCompletion: null, status: null }]
        : []),
      {
        asAt: style.asAt?.iso ?? style.toldAbove?.iso ?? null,
        category: has('category') ? point.category : null,
        evidence: point.evidence,
        revisedCompletion: null,
        status: has('colour') ? point.colour : null,
      },
    ],
  }))
}

export const foundIn = (draft: Draft) =>
  draft.recommendations.map(({ number, text, elements, responsibility, actions, completions, notes, progress }) => ({
    number,
    text,
    elements,
    responsibility,
    actions: actions.map((action) => ({
      number: action.number,
      text: action.text,
      owners: action.owners,
      completion: action.completion,
    })),
    completions,
    notes,
    progress,
  }))
