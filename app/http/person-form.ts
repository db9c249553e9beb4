/** What a form says of a person, for a new one and for a change. */
import { z } from 'zod'
import { parseEmailAddress } from '~/domain/email-address'
import { roles } from '~/domain/permissions'
import { messages } from '~/messages'
import { optionalDateField, optionalId, requiredWords, words } from './form-fields'

export const emailField = z
  .string()
  .optional()
  .transform((value, context) => {
    const address = parseEmailAddress(value ?? '')
    if (address !== null) return address
    context.addIssue({ code: 'custom', message: messages.email })
    return z.NEVER
  })

const tick = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => value === 'yes' || (Array.isArray(value) && value.includes('yes')))

const oneLine = (value: string) => value.replace(/\s+/g, ' ')

export const PersonForm = z.object({
  name: requiredWords('Enter their name', 200).transform(oneLine),
  email: emailField,
  post: words(200).transform((value) => (value === '' ? null : oneLine(value))),
  role: z.enum(roles, 'Select what they may do'),
  serviceId: optionalId,
  limitedToService: tick,
  deputyId: optionalId,
  awayFrom: optionalDateField('the first day of their leave'),
  awayUntil: optionalDateField('the last day of their leave'),
  mayBeNamed: tick,
  mailFrequency: z.enum(['daily', 'weekly', 'off'], 'Select how often mail may come'),
})
export const inviteTick = tick
