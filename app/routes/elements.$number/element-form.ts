import { z } from 'zod'
import { dateField, requiredWords, words } from '~/http/form-fields'

const of = { certificationId: z.guid() }

export const ElementForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('assess'),
    ...of,
    level: z.enum(['non', 'partial', 'full', 'plus'], 'Select the level we would give ourselves'),
    words: requiredWords('Say what we do, and on what evidence', 5_000),
    asAt: dateField('the as-at date'),
  }),
  z.object({ intent: z.literal('assign'), ...of, owner: words(60) }),
])
