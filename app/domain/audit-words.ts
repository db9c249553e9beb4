/**
 * One change as a sentence, for the history of a thing: who did what, and from what to what. Entries name people by id;
 * the names are looked up when the sentence is shown, so that a person's name can go when their time is over.
 */
import { ACTION_STATE_LABELS, type ActionState } from './action'
import { REVISION_LABELS, type RevisionKind } from './date-revision'
import { formatDate, isIsoDate } from './dates'
import { CLOSING_LABELS, type ClosingWay } from './recommendation'
import { capitalised, listed } from './sentence'

type Facts = Record<string, unknown>
export type RecordedChange = { action: string; before: Facts | null; after: Facts | null }
/** The name of whoever has this id; what is gone has none. */
export type Names = (id: string) => string

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
const list = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
const day = (value: unknown): string => (isIsoDate(value) ? formatDate(value) : text(value))
const because = (value: unknown): string => (text(value) === '' ? '' : `: ${text(value)}`)
const minuted = (value: unknown): string => (text(value) === '' ? '' : `, minute ${text(value)}`)
const agreed = (by: unknown, minute: unknown): string =>
  text(by) === '' ? '' : `, agreed by the ${text(by)}${minuted(minute)}`
const stateOf = (value: unknown) => (ACTION_STATE_LABELS[text(value) as ActionState] ?? text(value)).toLowerCase()

function ownersInWords(facts: Facts, names: Names): string {
  const owners = list(facts.owners)
  if (owners.length === 0) return 'nobody'
  const answering = text(facts.answering)
  return listed(owners.map((id) => (id === answering && owners.length > 1 ? `${names(id)} (answering)` : names(id))))
}
const elementsInWords = (facts: Facts) => (list(facts.elements).length === 0 ? 'none' : listed(list(facts.elements)))
const categoryInWords = (value: unknown) => (value == null ? 'none' : `category ${text(value)}`)

type Sentence = (before: Facts, after: Facts, names: Names) => string

const sentences: Record<string, Sentence> = {
  'progress recorded': (before, after) =>
    `recorded progress as at ${day(after.asAt)}: ${categoryInWords(after.category)}, before ${categoryInWords(before.category)}` +
    (after.askedFor ? `; asked for ${day(after.askedFor)} as the new date` : ''),
  'owners assigned': (before, after, names) =>
    `assigned it to ${ownersInWords(after, names)}, before ${ownersInWords(before, names)}`,
  'name resolved': (before, after, names) => `said that “${names(text(before.owner))}” is ${names(text(after.owner))}`,
  'elements linked': (before, after) => `linked elements ${elementsInWords(after)}, before ${elementsInWords(before)}`,
  'recommendation added': () => 'added the recommendation',
  'action added': (_, after) => `added action ${text(after.number)}, due ${text(after.completion) || 'no date'}`,
  'action changed': (before, after, names) =>
    `changed action ${text(before.number)}: “${text(after.text)}”, ${ownersInWords(after, names)}; before: “${text(before.text)}”, ${ownersInWords(before, names)}`,
  'action state changed': (before, after) =>
    `marked action ${text(after.number)} ${stateOf(after.state)}, before ${stateOf(before.state)}` +
    (after.doneOn ? `; done on ${day(after.doneOn)}` : '') +
    because(after.why),
  'date revised': (before, after) =>
    `revised the date of action ${text(after.number)} from ${text(before.completion)} to ${text(after.completion)} ` +
    `(${(REVISION_LABELS[text(after.kind) as RevisionKind] ?? text(after.kind)).toLowerCase()}${agreed(after.agreedBy, after.minute)})` +
    because(after.reason),
  'date request agreed': (_, after) => `agreed the new date ${day(after.askedFor)}${because(after.why)}`,
  'date request refused': (_, after) => `refused the new date ${day(after.askedFor)}${because(after.why)}`,
  'recommendation closed': (_, after) =>
    `closed it as ${(CLOSING_LABELS[text(after.way) as ClosingWay] ?? text(after.way)).toLowerCase()}${minuted(after.minute)}${because(after.reason)}`,
  'recommendation reopened': (_, after) => `opened it again${because(after.reason)}`,
}

/** Without who: "recorded progress as at …". What has no sentence of its own reads as it was recorded. */
export const changeInWords = (change: RecordedChange, names: Names): string =>
  sentences[change.action]?.(change.before ?? {}, change.after ?? {}, names) ?? change.action

/** The ids a change speaks of, for their names to be looked up. */
export function idsIn({ before, after }: RecordedChange): string[] {
  const of = (facts: Facts | null) => [...list(facts?.owners), text(facts?.owner)]
  return [...of(before), ...of(after)].filter((id) => id !== '')
}

export const sentenceOf = (who: string, change: RecordedChange, names: Names): string =>
  capitalised(`${who} ${changeInWords(change, names)}`)
