/**
 * One line of a draft as it is decided on: the document's words and where they stand beside what it becomes, what it may
 * be instead and why, and what wants a closer look.
 */
import { formatCompletion } from './completion-date'
import { formatDate } from './dates'
import { whatToLookAt } from './import-certainty'
import type { LineChoice } from './import-choices'
import { placeOf } from './import-lines'
import type { ImportFacts, ImportPlan, PlannedLine } from './import-plan'
import { RECOMMENDATION_KIND_LABELS } from './recommendation'
import { capitalised } from './sentence'

const clipped = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most).replace(/\s+\S*$/, '')} …` : text

export const choiceValue = (choice: LineChoice): string =>
  choice.do === 'same' || choice.do === 'again' ? `${choice.do}:${choice.id}` : choice.do

type OwnerChoice = { value: string; label: string }

export function lineView(line: PlannedLine, plan: ImportPlan, facts: ImportFacts, owners: readonly OwnerChoice[] = []) {
  const { tracked, choice } = line
  const labelOf = (owner: string) => owners.find(({ value }) => value === owner)?.label ?? null
  const suggestedLabel = line.suggestedOwner === null ? null : labelOf(line.suggestedOwner.owner)
  const fresh =
    line.review === null ? 'A new point' : `A new point, ${RECOMMENDATION_KIND_LABELS[line.kind].toLowerCase()}`
  const hintOf = (text: string, why: string, then: string) => `“${clipped(text, 160)}” (${why}). ${then}`
  const isOlder = (reviewId: string | null) =>
    reviewId !== null && line.review !== null && plan.reviews[line.review]?.match?.review.id !== reviewId
  const candidates = line.candidates.flatMap(({ point, why }) => {
    const named = `${point.number} of “${point.source}”${point.state === 'closed' ? ', closed' : ''}`
    const same = {
      value: `same:${point.id}`,
      label: `The same as ${named}`,
      hint: hintOf(
        point.text,
        why,
        line.review === null
          ? 'What is not there yet is added to it.'
          : 'It takes these words and elements, and keeps its owners, actions and progress.',
      ),
    }
    const again = {
      value: `again:${point.id}`,
      label: `${point.number} of “${point.source}”, raised again`,
      hint: hintOf(point.text, why, 'The new point carries on its owners and unfinished actions.'),
    }
    if (line.review === null) return [same]
    return isOlder(point.reviewId) || (choice.do === 'again' && choice.id === point.id) ? [again, same] : [same]
  })
  const earlier = line.earlierLines.map(({ key, number, text, why }) => ({
    value: `again:${key}`,
    label: `Point ${number} of the earlier review, raised again`,
    hint: hintOf(text, why, 'The two are linked and counted.'),
  }))
  const others = plan.lines.filter(
    (other) => other.key !== line.key && other.choice.do !== 'leave' && other.choice.do !== 'merge',
  )
  return {
    key: line.key,
    number: line.number,
    text: line.text,
    kind: RECOMMENDATION_KIND_LABELS[line.kind],
    review: line.review === null ? null : capitalised(plan.reviews[line.review]!.title),
    elements: line.elements,
    adviceOnly: line.adviceOnly,
    where: placeOf(line.source),
    quote:
      line.source.quote !== null && line.source.quote.trim() !== line.text.trim()
        ? clipped(line.source.quote, 1_500)
        : null,
    response: line.response,
    isProposed: line.isProposed,
    choices: [
      ...candidates,
      ...earlier,
      { value: 'new', label: fresh, hint: undefined },
      ...(others.length > 0 ? [{ value: 'merge', label: 'Part of another line', hint: undefined }] : []),
      { value: 'leave', label: 'Leave it out', hint: undefined },
    ],
    chosen: choiceValue(choice),
    mergeInto: choice.do === 'merge' ? choice.into : '',
    others: others.map((other) => ({ value: other.key, label: `${other.number}. ${clipped(other.text, 60)}` })),
    also: choice.do === 'same' && line.review !== null ? alsoOf(line, choice, facts) : [],
    lookAt: whatToLookAt(line, plan),
    becomes: becomesWords(choice),
    /** Its first words, for where it is folded up. */
    start: clipped(line.text.replace(/\s+/g, ' '), 90),
    owner: line.owner,
    ownerLabel: labelOf(line.owner),
    suggested:
      line.suggestedOwner === null || suggestedLabel === null
        ? null
        : { label: suggestedLabel, why: line.suggestedOwner.why },
    keepsOwner: labelOf(
      line.candidates.find(({ point }) => 'id' in choice && point.id === choice.id)?.point.owner ?? '',
    ),
    tracked: tracked && {
      responsibility: tracked.responsibility.join(', '),
      notes: tracked.notes.join(' '),
      completions: tracked.completions.map((completion) => formatCompletion(completion)).join('; '),
      actions: tracked.actions.map((action) => ({
        number: action.number,
        text: action.text,
        owners: action.owners.join(', '),
        inferred: action.inferred,
        written: action.completion?.text ?? null,
        understood: action.completion ? formatCompletion(action.completion) : null,
      })),
      progress: tracked.progress.map((update) => ({
        asAt: update.asAt === null ? null : formatDate(update.asAt),
        category: update.category,
        evidence: update.evidence,
        revised: update.revisedCompletion?.text ?? null,
      })),
    },
  }
}
const becomesWords = (choice: LineChoice): string =>
  ({
    new: 'A new point',
    same: 'The same as a point we have',
    again: 'Raised again',
    merge: 'Part of another line',
    leave: 'Left out',
  })[choice.do]

export type LineView = ReturnType<typeof lineView>

/** Other points of ours that may be the same one: a tracker had split it. */
const alsoOf = (line: PlannedLine, choice: Extract<LineChoice, { do: 'same' }>, { points }: ImportFacts) =>
  line.candidates
    .filter(({ point }) => point.id !== choice.id && point.state === 'open' && point.reviewId === null)
    .map(({ point }) => ({
      value: point.id,
      label: `${point.number} of “${points.find(({ id }) => id === point.id)!.source}”`,
      hint: clipped(point.text, 160),
      checked: choice.also?.includes(point.id) ?? false,
    }))
