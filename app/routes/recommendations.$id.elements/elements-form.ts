import { z } from 'zod'
import { listField } from '~/http/form-fields'
import { isElementNumber } from '~/domain/standard'

export const ElementsForm = z.object({
  elements: listField.refine((all) => all.every(isElementNumber), 'Select elements of the list'),
})
