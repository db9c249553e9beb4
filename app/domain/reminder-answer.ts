/**
 * What the link in a reminder lets its holder answer, without signing in. Mail scanners open links, run scripts and
 * press buttons, so no answer stands without a choice and something typed: initials for "no change", words for all
 * else. "No change" keeps the last words; it is gone once the date has passed, and after two in a row words are asked
 * for. A new date by link is only a request.
 */
import { formatDate, isIsoDate, type IsoDate } from './dates'
import { refused, refusedFor, done, type Outcome, type Refusal } from './outcome'

export const linkAnswerLabels = {
  'no-change': 'Nothing has changed',
  progress: 'There is progress',
  done: 'It is done, and here is the proof',
  'more-time': 'More time is needed',
  'not-mine': 'This is not mine',
} as const
export type LinkAnswerKind = keyof typeof linkAnswerLabels
export const linkAnswerKinds = Object.keys(linkAnswerLabels) as LinkAnswerKind[]

export type AskedItem = {
  dueOn: IsoDate | null
  /** null where nobody has said anything yet: then there is nothing that could be unchanged. */
  lastWords: string | null
  noChangeInARow: number
  /** What makes no sense for this kind of item: the assessor's deadline is not ours to move. */
  notOffered?: readonly LinkAnswerKind[]
}

/** As a form gives them: text, all of it untrusted. `proofCount` counts the files and links that came with it. */
export type LinkAnswerGiven = {
  choice: string
  initials: string
  words: string
  newDate: string
  passTo: string
  proofCount: number
}

export type LinkAnswer =
  | { kind: 'no-change'; initials: string; words: string | null }
  | { kind: 'progress'; words: string }
  | { kind: 'done'; words: string | null; proofCount: number }
  | { kind: 'more-time'; requestedDate: IsoDate; why: string }
  | { kind: 'not-mine'; passTo: string; why: string | null }

export function answersOffered(item: AskedItem, today: IsoDate): LinkAnswerKind[] {
  const offered = linkAnswerKinds.filter((kind) => kind !== 'no-change' || isNoChangeOffered(item, today))
  return offered.filter((kind) => !item.notOffered?.includes(kind))
}

const isNoChangeOffered = ({ dueOn, lastWords }: AskedItem, today: IsoDate): boolean =>
  lastWords !== null && (dueOn === null || today <= dueOn)

/** The third "no change" in a row, and each after it, needs words too. */
export const needsWordsToo = (item: AskedItem): boolean => item.noChangeInARow >= 2

export function decideLinkAnswer(given: LinkAnswerGiven, item: AskedItem, today: IsoDate): Outcome<LinkAnswer> {
  const kind = linkAnswerKinds.find((each) => each === given.choice)
  if (kind === undefined) return refused('Choose what you want to say', 'choice')
  if (item.notOffered?.includes(kind)) return refused('Choose what you want to say', 'choice')
  if (!answersOffered(item, today).includes(kind)) return refused(whyNotOffered(item), 'choice')
  const words = given.words.trim()
  switch (kind) {
    case 'no-change':
      return decideNoChange(given.initials.trim(), words, item)
    case 'progress':
      return words === '' ? refused('Say what has been done since the last time', 'words') : done({ kind, words })
    case 'done':
      return words === '' && given.proofCount === 0
        ? refused('Say what shows that it is done, or add a document or a link', 'words')
        : done({ kind, words: words === '' ? null : words, proofCount: given.proofCount })
    case 'more-time':
      return decideMoreTime(given.newDate.trim(), words, item, today)
    case 'not-mine': {
      const passTo = given.passTo.trim()
      if (passTo === '') return refused('Say whose it is', 'passTo')
      return done({ kind, passTo, why: words === '' ? null : words })
    }
  }
}

const whyNotOffered = ({ dueOn, lastWords }: AskedItem): string =>
  lastWords === null || dueOn === null
    ? 'Nothing has been said about this yet, so say how it stands'
    : `The date (${formatDate(dueOn)}) has passed, so say how it stands`

/** Initials are two to five letters: enough that a scanner does not fill them in, short enough to type on a telephone. */
const initialsPattern = /^\p{L}{2,5}$/u

function decideNoChange(initials: string, words: string, item: AskedItem): Outcome<LinkAnswer> {
  const refusals: Refusal[] = []
  if (!initialsPattern.test(initials.replace(/[.\s]/g, '')))
    refusals.push({ field: 'initials', message: 'Type your initials' })
  if (words === '' && needsWordsToo(item))
    refusals.push({ field: 'words', message: 'It was unchanged the last two times: say why it stands still' })
  if (refusals.length > 0) return refusedFor(refusals)
  return done({ kind: 'no-change', initials, words: words === '' ? null : words })
}

function decideMoreTime(date: string, why: string, item: AskedItem, today: IsoDate): Outcome<LinkAnswer> {
  const refusals: Refusal[] = []
  if (!isIsoDate(date)) refusals.push({ field: 'newDate', message: 'Say until when, with a day, a month and a year' })
  else if (date <= today) refusals.push({ field: 'newDate', message: 'The new date must be in the future' })
  else if (item.dueOn !== null && date <= item.dueOn)
    refusals.push({ field: 'newDate', message: `The new date must be later than ${formatDate(item.dueOn)}` })
  if (why === '') refusals.push({ field: 'words', message: 'Say why more time is needed' })
  return refusals.length > 0 ? refusedFor(refusals) : done({ kind: 'more-time', requestedDate: date, why })
}
