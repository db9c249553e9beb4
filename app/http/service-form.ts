import { z } from 'zod'
import { optionalId, requiredWords } from './form-fields'

export const ServiceForm = z.object({
  name: requiredWords('Enter the name of the service', 200).transform((value) => value.replace(/\s+/g, ' ')),
  parentId: optionalId,
  headId: optionalId,
})
