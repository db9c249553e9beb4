import { z } from 'zod'
import { elementsIn } from '~/domain/reading/element-references'
import { listed } from '~/domain/sentence'
import { customerServiceExcellence, findElement } from '~/domain/standard'
import { listField, requiredWords, words } from '~/http/form-fields'

/** How often the section had been saved when it was opened. */
const standingField = z
  .string()
  .optional()
  .transform((value) => (/^\d{1,6}$/.test(value ?? '') ? Number(value) : null))

export const LineForm = z.object({
  number: requiredWords('Enter the number of the point', 40),
  text: requiredWords('Enter the words of the point', 10_000),
  elements: words(500).transform((value, context): string[] => {
    const found = elementsIn(value)
    const unknown = found.filter((element) => !findElement(customerServiceExcellence, element))
    if (unknown.length === 0 && (value === '' || found.length > 0)) return found
    const message =
      unknown.length > 0
        ? `The standard has no element ${listed(unknown)}`
        : 'Enter elements in the correct format, like 2.2.1, 4.3.3'
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  }),
  standing: standingField,
  adviceOnly: listField.transform((value) => value.includes('yes')),
})
