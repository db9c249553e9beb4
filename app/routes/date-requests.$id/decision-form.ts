import { z } from 'zod'
import { words } from '~/http/form-fields'

export const DecisionForm = z.object({
  decision: z.enum(['agree', 'refuse'], 'Select whether you agree the new date'),
  why: words(2_000),
  minute: words(200),
})
