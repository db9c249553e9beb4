import { z } from 'zod'
import type { LineChoice } from '~/domain/import-choices'
import { optionalDateField, requiredWords, words } from '~/http/form-fields'
import type { Typed } from '~/http/parse-form'

export const ConfirmForm = z.object({
  title: requiredWords('Enter a title for where these come from', 200),
  kind: z.enum(
    ['assessment-report', 'scrutiny-review', 'audit', 'customer-feedback'],
    'Select what kind of source it is',
  ),
  closesBy: z.enum(['committee', 'lead', 'next-review'], 'Select who closes its points'),
  committee: words(200).transform((value) => (value === '' ? null : value)),
  datedOn: optionalDateField('the date of the document'),
})

/** "line-3" = "new", "leave" or "same:ID". What is not one of these is left to the proposal. */
export function linesOf(typed: Typed): Record<string, LineChoice> {
  const lines: Record<string, LineChoice> = {}
  for (const [name, value] of Object.entries(typed)) {
    const index = /^line-(\d{1,4})$/.exec(name)?.[1]
    if (index === undefined || typeof value !== 'string') continue
    const same = /^same:([0-9a-f-]{36})$/.exec(value)?.[1]
    if (same !== undefined) lines[index] = { do: 'same', id: same }
    else if (value === 'new' || value === 'leave') lines[index] = { do: value }
  }
  return lines
}
