import { z } from 'zod'
import { parseEmailAddress } from '~/domain/email-address'
import { messages } from '~/messages'

export const AddressForm = z.object({
  email: z
    .string()
    .optional()
    .transform((value, context) => {
      const address = parseEmailAddress(value ?? '')
      if (address !== null) return address
      context.addIssue({ code: 'custom', message: messages.email })
      return z.NEVER
    }),
  next: z
    .string()
    .max(2000)
    .optional()
    .transform((value) => value ?? '/'),
})
