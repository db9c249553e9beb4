import { z } from 'zod'
import { dateField, listField, optionalDateField, words } from '~/http/form-fields'

const span = { from: dateField('the first day'), to: optionalDateField('the last day') }

export const VisitForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.enum(['agreed', 'provisional']),
    ...span,
    documentReviewOn: optionalDateField('the day of the document review'),
    reason: words(2_000),
  }),
  z.object({
    intent: z.literal('actual'),
    heldFrom: dateField('the first day'),
    heldTo: optionalDateField('the last day'),
    planNext: listField,
  }),
])
