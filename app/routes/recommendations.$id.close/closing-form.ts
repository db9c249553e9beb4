import { z } from 'zod'
import { CLOSINGS } from '~/domain/recommendation'
import { dateField, optionalId, words } from '~/http/form-fields'

export const ClosingForm = z.object({
  way: z.enum(CLOSINGS, 'Select how it is closed'),
  closedOn: dateField('the day it was closed'),
  reason: words(5_000),
  minute: words(200),
  supersededBy: optionalId,
})
