import { z } from 'zod'
import { dateField, optionalDateField, words } from '~/http/form-fields'

export const ProgressForm = z.object({
  asAt: dateField('the as-at date'),
  category: z.enum(['1', '2', '3', '4'], 'Select how far it is').transform((value) => Number(value) as 1 | 2 | 3 | 4),
  words: words(10_000),
  newDue: optionalDateField('the new date'),
  reason: words(2_000),
  explanation: words(5_000),
  why: words(2_000),
})
