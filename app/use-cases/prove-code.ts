/** A code was typed: the one that was mailed for this browser, or the one that `council:create` printed. */
import { peopleOfUser } from '#db/queries/doors'
import { useStartCode } from '#db/queries/start-codes'
import { proveCode, type Proof } from '#db/sign-in-proof'
import { done, refused, type Outcome } from '~/domain/outcome'
import type { TypedCode } from '~/domain/sign-in-code'
import { messages } from '~/messages'

export type Proven = {
  userId: string
  by: 'email code' | 'start code'
  people: { personId: string; councilId: string }[]
}

const sentences = { wrong: messages.codeWrong, expired: messages.codeExpired, 'too-many': messages.codeUsedUp }

export async function proveTypedCode(
  input: { email: string; browser: string; typed: TypedCode },
  now: Date,
): Promise<Outcome<Proven>> {
  const proof = await proofOf(input, now)
  if (!proof.ok) return refused(sentences[proof.why], 'code')
  const people = await peopleOfUser(proof.userId)
  if (people.length === 0) return refused(messages.noCouncil, 'code')
  return done({ userId: proof.userId, by: input.typed.kind === 'start' ? 'start code' : 'email code', people })
}

async function proofOf(
  { email, browser, typed }: { email: string; browser: string; typed: TypedCode },
  now: Date,
): Promise<Proof> {
  if (typed.kind === 'mailed') return proveCode(email, browser, typed.code)
  const userId = await useStartCode(email, typed.code, now)
  return userId === null ? { ok: false, why: 'wrong' } : { ok: true, userId }
}
