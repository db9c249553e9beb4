/** The plan's changes in words: recommendations, actions, dates, progress, owners, sources. */
import { ACTION_STATE_LABELS, type ActionState } from '../action'
import { REVISION_LABELS, type RevisionKind } from '../date-revision'
import { CLOSING_LABELS, type ClosingWay } from '../recommendation'
import { linkAnswerLabels, type LinkAnswerKind } from '../reminder-answer'
import { counted, listed } from '../sentence'
import { because, day, list, minuted, someone, text, type Facts, type Names, type Sentence } from './facts'

const agreed = (by: unknown, minute: unknown): string =>
  text(by) === '' ? '' : `, agreed by the ${text(by)}${minuted(minute)}`
const stateOf = (value: unknown) => (ACTION_STATE_LABELS[text(value) as ActionState] ?? text(value)).toLowerCase()

function ownersInWords(of: Facts, names: Names): string {
  const owners = list(of.owners)
  if (owners.length === 0) return 'nobody'
  const answering = text(of.answering)
  return listed(owners.map((id) => (id === answering && owners.length > 1 ? `${names(id)} (answering)` : names(id))))
}
const elementsInWords = (of: Facts) => (list(of.elements).length === 0 ? 'none' : listed(list(of.elements)))
const categoryInWords = (value: unknown) => (value == null ? 'none' : `category ${text(value)}`)
const answerInWords = (value: unknown) => (linkAnswerLabels[text(value) as LinkAnswerKind] ?? text(value)).toLowerCase()

export const planSentences = {
  'progress recorded': (before, after) =>
    `recorded progress as at ${day(after.asAt)}: ${categoryInWords(after.category)}, before ${categoryInWords(before.category)}` +
    (after.askedFor ? `; asked for ${day(after.askedFor)} as the new date` : ''),
  'owners assigned': (before, after, names) =>
    `assigned it to ${ownersInWords(after, names)}, before ${ownersInWords(before, names)}`,
  'name resolved': (before, after, names) => `said that “${names(text(before.owner))}” is ${names(text(after.owner))}`,
  'team made': (_, after, names) =>
    `made the team ${text(after.name)}, with ${someone(after.person ?? after.owner, names)} as its contact`,
  'elements linked': (before, after) => `linked elements ${elementsInWords(after)}, before ${elementsInWords(before)}`,
  'source added': (_, after) => `added the source ${text(after.title)}`,
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
  'answered by link': (_, after) =>
    `answered “${answerInWords(after.answer)}”` +
    (after.askedFor ? `, and asked for ${day(after.askedFor)} as the new date` : '') +
    (after.doneOn ? `; done on ${day(after.doneOn)}` : ''),
  'passed on by link': (_, after, names) =>
    `passed it on from ${someone(after.from, names)} to ${someone(after.to, names)}`,
  'answer taken back': (before) => `took the answer “${answerInWords(before.answer)}” back`,
  'document received': (_, after) =>
    text(after.fileName) === ''
      ? 'asked for the document to be read again'
      : `handed the document ${text(after.fileName)} in`,
  'document could not be read': (_, after) => `could not read the document${because(after.why)}`,
  'document read': (_, after) =>
    text(after.fileName) === ''
      ? 'read the document into a draft'
      : `had the document ${text(after.fileName)} read into a draft`,
  'document read again': () => 'had the document read again another way',
  'line of a document changed': () => 'changed a line of the draft',
  'section of a document looked at': (_, after) => `looked through the section ${text(after.section)} of the draft`,
  'document put aside': () => 'put the document aside',
  'document taken in': (_, after) =>
    `took the document into the plan: ${counted(Number(after.added) || 0, 'point')} added, ${Number(after.joined) || 0} joined, ` +
    `${Number(after.closed) || 0} closed, ${Number(after.leftOut) || 0} left out`,
} as const satisfies Record<string, Sentence>
