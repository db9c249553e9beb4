/**
 * The assessor asks at each visit what became of every point raised at the last one. Each gets an answer, closed or
 * not: sign-off takes none out, a declined point says why, and one without a word of ours says that too.
 */
import { formatDate, type IsoDate } from './dates'
import { CLOSING_LABELS, type ClosingWay } from './recommendation'
import { counted } from './sentence'

export type PointToAnswer = {
  id: string
  number: string
  text: string
  elements: readonly string[]
  closing: { way: ClosingWay; on: IsoDate | null; reason: string | null; minute: string | null } | null
  /** The category as it prints, and the day it was given for. */
  category: { label: string; asAt: IsoDate } | null
  /** The newest words of ours. */
  words: { text: string; asAt: IsoDate } | null
  dueOn: IsoDate | null
  evidence: readonly { id: string; title: string }[]
}
export type Answer = {
  id: string
  number: string
  raised: string
  elements: string
  standing: string
  answer: string
  evidence: { id: string; title: string }[]
  /** Nothing of ours can be read to the assessor yet. */
  missing: boolean
}
export type Answers = { answers: Answer[]; missing: number; sentence: string }

export function answersToLastTime(points: readonly PointToAnswer[]): Answers {
  const answers = points.map(answerTo)
  const missing = answers.filter((answer) => answer.missing).length
  const sentence =
    points.length === 0
      ? 'Nothing was raised last time.'
      : missing === 0
        ? `All ${counted(points.length, 'point')} raised last time ${points.length === 1 ? 'has' : 'have'} an answer.`
        : `${counted(missing, 'point')} of ${points.length} raised last time ${missing === 1 ? 'has' : 'have'} no answer yet.`
  return { answers, missing, sentence }
}

function answerTo(point: PointToAnswer): Answer {
  const { id, number, text, elements, closing, words, evidence } = point
  const said = [closing?.reason ?? null, words?.text ?? null].filter((part) => part !== null && part.trim() !== '')
  return {
    id,
    number,
    raised: text,
    elements: elements.join(', '),
    standing: standingOf(point),
    answer: said.length === 0 ? 'No answer yet.' : said.join('\n\n'),
    evidence: [...evidence],
    missing: said.length === 0,
  }
}

function standingOf({ closing, category, dueOn }: PointToAnswer): string {
  if (closing !== null) {
    const on = closing.on === null ? '' : ` on ${formatDate(closing.on)}`
    return `${CLOSING_LABELS[closing.way]}${on}${closing.minute === null ? '' : ` (${closing.minute})`}`
  }
  const due = dueOn === null ? '' : `, due ${formatDate(dueOn)}`
  return category === null ? `Open${due}` : `${category.label} as at ${formatDate(category.asAt)}${due}`
}
