import { z } from 'zod'
import { readTypedFactor } from '~/domain/second-factor'
import { messages } from '~/messages'

export const FactorForm = z.object({
  code: z
    .string()
    .max(100, messages.factorShape)
    .optional()
    .transform((value, context) => {
      const typed = readTypedFactor(value ?? '')
      if (typed !== null) return typed
      context.addIssue({ code: 'custom', message: messages.factorShape })
      return z.NEVER
    }),
})
