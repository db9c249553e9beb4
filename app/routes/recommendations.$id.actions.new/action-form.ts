import { z } from 'zod'
import { listField, requiredWords, words } from '~/http/form-fields'

export const NewActionForm = z.object({
  number: words(20),
  text: requiredWords('Enter what is proposed', 5_000),
  completion: words(200),
  ownerIds: listField.refine((ids) => ids.every((id) => /^[0-9a-f-]{36}$/.test(id)), 'Select owners of the list'),
})
