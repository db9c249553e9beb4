/** What did they say: a form's fields through its schema, keeping what was typed for the page that shows the errors. */
import type { z } from 'zod'
import type { Refusal } from '~/domain/outcome'

export type Typed = Record<string, string | string[]>
export type ParsedForm<T> = { ok: true; value: T; typed: Typed } | { ok: false; refusals: Refusal[]; typed: Typed }

/** Fields as text; a name that occurs more than once, or ends in "[]", is a list. Files are left out, and so are zero
 * bytes, which the database would answer with an error. */
export function fieldsOf(form: FormData): Typed {
  const fields: Typed = {}
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).flatMap((value) => (typeof value === 'string' ? [value.replaceAll('\0', '')] : []))
    if (name.endsWith('[]')) fields[name.slice(0, -2)] = values
    else if (values.length > 0) fields[name] = values.length === 1 ? values[0]! : values
  }
  return fields
}

export function parseForm<S extends z.ZodType>(form: FormData, schema: S): ParsedForm<z.output<S>> {
  const typed = fieldsOf(form)
  const parsed = schema.safeParse(typed)
  if (parsed.success) return { ok: true, value: parsed.data, typed }
  const refusals = parsed.error.issues.map((issue) => ({
    field: String(issue.path[0] ?? ''),
    message: issue.message,
  }))
  // One sentence a field: the first is the one to act on.
  const seen = new Set<string>()
  return { ok: false, typed, refusals: refusals.filter(({ field }) => !seen.has(field) && seen.add(field)) }
}
