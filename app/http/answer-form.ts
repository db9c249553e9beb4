/** The fields of one answer by link, untrusted, as the domain takes them. Dates may be typed as people write them. */
import type { LinkAnswerGiven } from '~/domain/reminder-answer'
import { parseTypedDate } from '~/domain/typed-date'
import type { Typed } from './parse-form'

const longest = { choice: 20, initials: 20, words: 10_000, newDate: 40, passTo: 254 }

export function answerGiven(typed: Typed, prefix = ''): LinkAnswerGiven {
  const text = (name: keyof typeof longest) => {
    const value = typed[`${prefix}${name}`]
    return (typeof value === 'string' ? value : '').replace(/\r\n/g, '\n').slice(0, longest[name])
  }
  const newDate = text('newDate')
  const parsed = parseTypedDate(newDate, 'the new date')
  return {
    choice: text('choice'),
    initials: text('initials'),
    words: text('words'),
    newDate: parsed.ok ? parsed.value : newDate,
    passTo: text('passTo'),
    proofCount: 0,
  }
}
