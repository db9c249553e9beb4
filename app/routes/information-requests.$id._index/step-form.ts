import { z } from 'zod'
import { requestOutcomes } from '~/domain/information-request'
import { listField, requiredWords, words } from '~/http/form-fields'

const hits = listField.refine((ids) => ids.every((id) => /^[0-9a-f-]{36}$/.test(id)), 'Select what it is about')
const rest = z
  .literal('yes')
  .optional()
  .transform((value) => value === 'yes')

/** One page, one thing at a time: search again, decide on what was ticked, close. */
export const StepForm = z.discriminatedUnion(
  'step',
  [
    z.object({ step: z.literal('search') }),
    z.object({
      step: z.literal('disclose'),
      hits,
      rest,
      reason: z
        .string()
        .optional()
        .transform(() => null),
    }),
    z.object({
      step: z.literal('redact'),
      hits,
      rest,
      reason: requiredWords('Say why it is redacted: the reason stands in its place', 200),
    }),
    z.object({
      step: z.literal('close'),
      outcome: z.enum(requestOutcomes, 'Select the outcome'),
      words: words(1000),
    }),
  ],
  'The form could not be read. Nothing was saved; please send it again.',
)
export type StepForm = z.output<typeof StepForm>
