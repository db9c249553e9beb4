/**
 * What an assessment body wants to see before one visit, and how far each request has come. Checked is our word,
 * accepted is the assessor's: an accepted one is only moved by the assessor sending it back. Where there is nothing to
 * supply, that is said with a reason, never left silent.
 */
import { done, refused, type Outcome } from './outcome'
import type { Asker } from './own-points'

export type RequestState = 'asked' | 'supplied' | 'checked' | 'accepted' | 'sent-back' | 'nothing-to-supply'

export const requestStateLabels = {
  asked: 'asked',
  supplied: 'supplied',
  checked: 'checked by us',
  accepted: 'accepted by the assessor',
  'sent-back': 'sent back',
  'nothing-to-supply': 'nothing to supply',
} as const satisfies Readonly<Record<RequestState, string>>

const next: Readonly<Record<RequestState, readonly RequestState[]>> = {
  asked: ['supplied', 'nothing-to-supply'],
  supplied: ['checked', 'sent-back', 'asked'],
  checked: ['accepted', 'sent-back', 'supplied'],
  accepted: ['sent-back'],
  'sent-back': ['supplied', 'nothing-to-supply'],
  'nothing-to-supply': ['asked', 'accepted', 'sent-back'],
}

export const requestStates = Object.keys(next) as RequestState[]
export const nextRequestStates = (from: RequestState): readonly RequestState[] => next[from]

/** Nobody is chased for it any more. */
export const isRequestAnswered = (state: RequestState): boolean => state !== 'asked' && state !== 'sent-back'

/** A request's owner, a lead, and where nobody owns it any owner who is not limited to a service. */
export function checkSupplying(asker: Asker, ownerPersonIds: readonly string[], isOwned: boolean): Outcome {
  const isFree = !isOwned && asker.role === 'owner' && !asker.limitedToService
  if (asker.role === 'lead' || ownerPersonIds.includes(asker.personId) || isFree) return done(undefined)
  return refused('This request is not yours. Its owner and the lead can say how far it has come.', 'state')
}

export type RequestMove = { to: RequestState; why: string | null; evidenceCount: number }

export function decideRequestState(from: RequestState, move: RequestMove): Outcome<RequestState> {
  const { to, evidenceCount } = move
  const why = move.why?.trim() ?? ''
  if (!next[from].includes(to))
    return refused(`A request that is ${requestStateLabels[from]} cannot become ${requestStateLabels[to]}`, 'state')
  if (to === 'supplied' && evidenceCount === 0)
    return refused('Add a document or a link first, or say that there is nothing to supply', 'state')
  if (to === 'nothing-to-supply' && why === '') return refused('Say why there is nothing to supply', 'why')
  if (to === 'sent-back' && why === '') return refused('Say why it was sent back', 'why')
  return done(to)
}
