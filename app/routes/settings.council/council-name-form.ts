import { z } from 'zod'
import { requiredWords } from '~/http/form-fields'

export const CouncilNameForm = z.object({
  name: requiredWords('Enter the council’s name', 200).transform((value) => value.replace(/\s+/g, ' ')),
})
