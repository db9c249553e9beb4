import { z } from 'zod'
import { requestStates, type RequestState } from '~/domain/document-request'
import { optionalDateField, words } from '~/http/form-fields'

export const RequestForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('state'),
    state: z.enum(requestStates as [RequestState, ...RequestState[]], 'Select how far it is'),
    why: words(2_000),
  }),
  z.object({
    intent: z.literal('details'),
    owner: words(60),
    dueOn: optionalDateField('the due day'),
    periodFrom: optionalDateField('the first day of the period'),
    periodTo: optionalDateField('the last day of the period'),
  }),
])
