/**
 * One letter to the assessor with every open question that is for them, numbered, each sentence as the product found it
 * and ready to be answered. Questions for our own people never go into it.
 */
import { formatDate, type IsoDate } from './dates'
import { counted } from './sentence'

export type LetterQuestion = { elements: readonly string[]; message: string }
export type LetterInput = {
  council: string
  assessors: readonly string[]
  body: string
  review: string
  reportedOn: IsoDate | null
  projectNumber: string | null
  questions: readonly LetterQuestion[]
  signedBy: string | null
  marking?: string | null
  on: IsoDate
}
export type Letter = {
  date: string
  to: string[]
  subject: string
  opening: string[]
  questions: string[]
  closing: string[]
  /** The council's security marking. */
  marking: string | null
}

/** Null where there is nothing to ask. */
export function queryLetter(input: LetterInput): Letter | null {
  const { assessors, body, review, reportedOn, projectNumber, questions, council } = input
  if (questions.length === 0) return null
  const report = reportedOn === null ? `report of our ${review}` : `report of ${formatDate(reportedOn)} (${review})`
  return {
    date: formatDate(input.on),
    to: [...assessors, body],
    subject: [`${council}: ${counted(questions.length, 'question')} about the ${report}`, projectNumber]
      .filter(Boolean)
      .join(', '),
    opening: [
      assessors.length > 0 ? `Dear ${assessors.join(' and ')},` : 'Dear colleagues,',
      `Thank you for the ${report}. Reading it closely, we found the following that we cannot settle by ourselves. Please tell us which reading is right, or send us a corrected report.`,
    ],
    questions: questions.map(({ elements, message }) =>
      elements.length === 0 || elements.every((element) => message.includes(element))
        ? message
        : `${message} (${elements.join(', ')})`,
    ),
    marking: input.marking ?? null,
    closing: ['With kind regards,', input.signedBy ?? council, ...(input.signedBy === null ? [] : [council])],
  }
}

export const letterText = ({ date, to, subject, opening, questions, closing, marking }: Letter): string =>
  [
    ...(marking === null ? [] : [marking]),
    date,
    to.join('\n'),
    subject,
    ...opening,
    questions.map((question, index) => `${index + 1}. ${question}`).join('\n\n'),
    closing.join('\n'),
  ].join('\n\n') + '\n'
