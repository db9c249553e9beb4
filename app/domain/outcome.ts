/**
 * What a use case answers. An expected refusal is a value, never an exception: it carries the sentence a person
 * reads, and the field it belongs to where there is one.
 */
export type Refusal = { field?: string; message: string }
export type Outcome<T = void> = { ok: true; value: T } | { ok: false; refusals: Refusal[] }

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value })
export const refused = (message: string, field?: string): Outcome<never> => ({
  ok: false,
  refusals: [field === undefined ? { message } : { field, message }],
})
export const refusedFor = (refusals: Refusal[]): Outcome<never> => ({ ok: false, refusals })
