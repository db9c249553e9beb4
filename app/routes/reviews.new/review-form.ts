import { z } from 'zod'
import { isLevel, type Level } from '~/domain/compliance'
import { isElementNumber } from '~/domain/standard'
import { dateField, optionalDateField, words } from '~/http/form-fields'
import type { Typed } from '~/http/parse-form'

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

/** Fields level-1.1.1 and so on; an empty one says that the element was not looked at. */
export function levelsOf(typed: Typed): Map<string, Level> {
  const levels = new Map<string, Level>()
  for (const [name, value] of Object.entries(typed)) {
    const element = name.startsWith('level-') ? name.slice('level-'.length) : ''
    if (isElementNumber(element) && isLevel(value)) levels.set(element, value)
  }
  return levels
}
