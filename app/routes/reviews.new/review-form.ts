import { z } from 'zod'
import { dateField, optionalDateField, words } from '~/http/form-fields'

const both = {
  certificationId: z.guid('Select the certificate'),
  kind: z.enum(['initial', 'annual-1', 'annual-2', 'recertification'], 'Select the kind of review'),
  assessors: words(500).transform((text) =>
    text
      .split(/\n|,/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
  to: optionalDateField('the last day'),
}

export const ReviewForm = z.discriminatedUnion(
  'when',
  [
    z.object({ when: z.literal('coming'), ...both, from: optionalDateField('the first day') }),
    z.object({
      when: z.literal('past'),
      ...both,
      from: dateField('the first day'),
      reportedOn: optionalDateField('the day of the report'),
    }),
  ],
  'Select whether it is to come or gone by',
)
