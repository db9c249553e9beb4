import { z } from 'zod'
import { REVISION_KINDS } from '~/domain/date-revision'
import { requiredWords, words } from '~/http/form-fields'

const choice = <T extends string>(all: readonly T[]) =>
  words(40).transform((value): T | null => all.find((each) => each === value) ?? null)

export const DateForm = z.object({
  later: requiredWords('Enter the new date, or the words for it', 200),
  kind: choice(REVISION_KINDS),
  reason: words(2_000),
  agreedBy: choice(['lead', 'committee'] as const),
  minute: words(200),
})
