/** Schemas of the fields that many forms share; the sentences come from the domain where it has them. */
import { z } from 'zod'
import type { IsoDate } from '~/domain/dates'
import { parseTypedDate } from '~/domain/typed-date'

/** Words that may be empty, bounded so that nobody fills a page by mistake. */
export const words = (most: number) =>
  z
    .string()
    .optional()
    .transform((value) => (value ?? '').replace(/\r\n/g, '\n').trim())
    .refine((value) => value.length <= most, `Use ${most.toLocaleString('en-GB')} characters or fewer`)

export const requiredWords = (sentence: string, most: number) => words(most).refine((value) => value !== '', sentence)

/** A typed date ("3 apr 2027", "3/4/2027") as IsoDate. `what` reads in a sentence: "the as-at date". */
export const dateField = (what: string) =>
  z
    .string()
    .optional()
    .transform((value, context): IsoDate => {
      const parsed = parseTypedDate(value ?? '', what)
      if (parsed.ok) return parsed.value
      context.addIssue({ code: 'custom', message: parsed.refusals[0]!.message })
      return z.NEVER
    })

export const optionalDateField = (what: string) =>
  z
    .string()
    .optional()
    .transform((value, context): IsoDate | null => {
      if (value === undefined || value.trim() === '') return null
      const parsed = parseTypedDate(value, what)
      if (parsed.ok) return parsed.value
      context.addIssue({ code: 'custom', message: parsed.refusals[0]!.message })
      return z.NEVER
    })

/** A list of ids or codes from checkboxes or a multi-select: none, one and many arrive alike. */
export const listField = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) =>
    (value === undefined ? [] : Array.isArray(value) ? value : [value]).filter((each) => each !== ''),
  )

/** An optional choice whose empty option means none. */
export const optionalId = z
  .string()
  .optional()
  .transform((value) => (value === undefined || value === '' ? null : value))
  .refine((value) => value === null || /^[0-9a-f-]{36}$/.test(value), 'Select one of the list')
