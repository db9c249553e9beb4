import { z } from 'zod'
import { listField, optionalId, words } from '~/http/form-fields'

export const OwnersForm = z.object({
  keep: listField,
  answering: words(36).transform((value) => value || null),
  addPersonId: optionalId,
  addTeamId: optionalId,
  addName: words(200).transform((value) => value.replace(/\s+/g, ' ')),
  then: words(10),
})
