/**
 * What may not be inside an accepted file: a password, macros under a harmless ending, or far more than its size lets
 * expect once it is unpacked (a small file that unpacks without end is an old way to bring a scanner or a reader down).
 */
import type { AcceptedFile } from './accepted-file'
import { done, refused, type Outcome } from './outcome'

export type InsideFacts = {
  damaged: boolean
  protectedByPassword: boolean
  macros: boolean
  /** How many parts, and to how many bytes they unpack together, as counted and as the file itself says. */
  parts: number
  unpackedBytes: number
}

export const insideLimits = { parts: 20_000, unpackedBytes: 500 * 1024 * 1024 }

export function decideInside({ safeName }: Pick<AcceptedFile, 'safeName'>, facts: InsideFacts): Outcome {
  if (facts.protectedByPassword)
    return refused(`“${safeName}” is password protected. Save it without a password and add it again.`, 'file')
  if (facts.parts > insideLimits.parts || facts.unpackedBytes > insideLimits.unpackedBytes)
    return refused(`“${safeName}” unpacks to far more than a document holds, so it was not taken`, 'file')
  if (facts.damaged)
    return refused(`“${safeName}” is damaged or was cut short. Open it, save a new copy and add that.`, 'file')
  if (facts.macros)
    return refused(`“${safeName}” cannot be taken: it carries macros. Save it as a kind without macros.`, 'file')
  return done(undefined)
}
