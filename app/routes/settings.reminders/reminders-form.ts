import { z } from 'zod'

/** "28, 14 and 7" as numbers; what is no number is refused by the rule. */
const daysList = z
  .string()
  .optional()
  .transform((typed) =>
    (typed ?? '')
      .split(/[\s,;]+|and/)
      .filter((each) => each !== '')
      .map(Number)
      .sort((a, b) => b - a),
  )
const days = z
  .string()
  .optional()
  .transform((typed) => (typed === undefined || typed.trim() === '' ? Number.NaN : Number(typed)))

export const RemindersForm = z
  .object({
    answerLinks: z.enum(['yes', 'no'], 'Select whether mails carry links').transform((value) => value === 'yes'),
    mailFloor: z.enum(['daily', 'weekly', 'off'], 'Select the least that people may choose'),
    askBefore: daysList,
    lateEvery: days,
    quietDays: days,
    tellDeputy: days,
    tellHead: days,
    tellLead: days,
  })
  .transform(({ answerLinks, mailFloor, ...reminderRules }) => ({ answerLinks, mailFloor, reminderRules }))
