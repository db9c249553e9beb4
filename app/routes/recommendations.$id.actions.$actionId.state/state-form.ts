import { z } from 'zod'
import { ACTION_STATES } from '~/domain/action'
import { isIsoDate } from '~/domain/dates'
import { optionalDateField, words } from '~/http/form-fields'

export const StateForm = z.object({
  state: z.enum(ACTION_STATES, 'Select a state'),
  doneOn: optionalDateField('the day on which it was done'),
  occurrence: words(10)
    .transform((value) => value || null)
    .refine((value) => value === null || isIsoDate(value), 'Select an occurrence of the list'),
  why: words(2_000),
})
