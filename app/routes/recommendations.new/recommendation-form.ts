import { z } from 'zod'
import { normaliseElement } from '~/domain/standard'
import { RECOMMENDATION_KINDS } from '~/domain/recommendation'
import { listField, optionalId, requiredWords, words } from '~/http/form-fields'

/** "2.1.6, 412 and 5.3.2" */
const elementsField = words(500).transform((value, context): string[] => {
  const parts = value.split(/[\s,;&]+|\band\b/i).filter((part) => part.trim() !== '')
  const numbers = parts.map(normaliseElement)
  const unread = parts.find((_, index) => numbers[index] === null)
  if (unread === undefined) return numbers.filter((number) => number !== null)
  context.addIssue({ code: 'custom', message: `“${unread}” is not the number of an element, such as 2.1.6` })
  return z.NEVER
})

export const RecommendationForm = z.object({
  sourceId: optionalId.refine((value) => value !== null, 'Select the source it comes from'),
  kind: z.enum(RECOMMENDATION_KINDS, 'Select what it is'),
  number: words(20),
  text: requiredWords('Enter the words as the source gives them', 20_000),
  page: words(6)
    .refine((value) => value === '' || /^[1-9]\d{0,4}$/.test(value), 'The page must be a number')
    .transform((value) => (value === '' ? null : Number(value))),
  elements: elementsField,
  serviceId: optionalId,
  portfolioHolder: words(200),
  adviceOnly: listField.transform((values) => values.includes('yes')),
})
