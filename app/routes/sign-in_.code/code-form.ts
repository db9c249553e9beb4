import { z } from 'zod'
import { readTypedCode } from '~/domain/sign-in-code'
import { messages } from '~/messages'

export const CodeForm = z.object({
  code: z
    .string()
    .max(100, messages.codeShape)
    .optional()
    .transform((value, context) => {
      const typed = readTypedCode(value ?? '')
      if (typed !== null) return typed
      context.addIssue({ code: 'custom', message: messages.codeShape })
      return z.NEVER
    }),
})
