import { z } from 'zod'

export const RemindersForm = z.object({
  answerLinks: z.enum(['yes', 'no'], 'Select whether mails carry links').transform((value) => value === 'yes'),
  mailFloor: z.enum(['daily', 'weekly', 'off'], 'Select the least that people may choose'),
})
