/**
 * The assessor's way into one pack: a link for somebody named, that ends with a day and can be revoked before. Unknown,
 * ended and revoked are one answer, so that nobody learns from it what there was.
 */
import { addMonths, type IsoDate } from './dates'
import { done, refusedFor, type Outcome, type Refusal } from './outcome'

export const longestLinkMonths = 6

export function checkPackLink(sentTo: string, expiresOn: IsoDate, today: IsoDate): Outcome {
  const refusals: Refusal[] = []
  if (sentTo.trim() === '') refusals.push({ field: 'sentTo', message: 'Enter who the link is for' })
  if (expiresOn < today) refusals.push({ field: 'expiresOn', message: 'The last day must not be in the past' })
  if (expiresOn > addMonths(today, longestLinkMonths))
    refusals.push({ field: 'expiresOn', message: `A link may last ${longestLinkMonths} months at most` })
  return refusals.length > 0 ? refusedFor(refusals) : done(undefined)
}

export type LinkState = 'open' | 'expired' | 'revoked'

export function linkStateOf(link: { expiresAt: Date; revokedAt: Date | null }, now: Date): LinkState {
  if (link.revokedAt !== null) return 'revoked'
  return link.expiresAt.getTime() <= now.getTime() ? 'expired' : 'open'
}
