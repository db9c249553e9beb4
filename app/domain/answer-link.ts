/**
 * A link in a reminder answers one thing for the person it was sent to, without signing in. It is good for thirty days,
 * once, while the item is still in the hands it was asked of, and only where the council allows such links. Whoever
 * follows one that is not good learns that and the way to sign in; an unknown one and another's look alike.
 */
import { addDays, type IsoDate } from './dates'
import type { LinkAnswerKind } from './reminder-answer'

export const linkGoodForDays = 30
export const linkUntil = (today: IsoDate): IsoDate => addDays(today, linkGoodForDays)

/** The assessor's deadline is not ours to move, and a document is supplied on its own page. */
export const requestAnswers: { notOffered: readonly LinkAnswerKind[] } = { notOffered: ['done', 'more-time'] }

export type LinkState = 'good' | 'used' | 'expired' | 'revoked' | 'passed-on' | 'closed' | 'switched-off'

export type LinkFacts = {
  switchedOn: boolean
  expiresAt: Date
  usedAt: Date | null
  revokedAt: Date | null
  /** The person it was sent to may still use the plan. */
  personActive: boolean
  /** Whose it was when it was asked; null for links that are about no single item. */
  ownerId: string | null
  /** null where the link is about no single item. */
  item: { open: boolean; ownerIds: readonly string[] } | null
}

export function linkState(facts: LinkFacts, now: Date): LinkState {
  if (!facts.switchedOn || !facts.personActive) return 'switched-off'
  if (facts.usedAt !== null) return 'used'
  if (facts.revokedAt !== null) return 'revoked'
  if (facts.expiresAt <= now) return 'expired'
  if (facts.item !== null && facts.ownerId !== null && !facts.item.ownerIds.includes(facts.ownerId)) return 'passed-on'
  return facts.item !== null && !facts.item.open ? 'closed' : 'good'
}

/** For the page that says so, and why nothing was lost. */
export const linkStateWords: Readonly<Record<Exclude<LinkState, 'good'>, { title: string; words: string }>> = {
  used: {
    title: 'This has been answered',
    words: 'The link worked once, and what was answered is recorded. It is shown back in the next mail.',
  },
  expired: {
    title: 'This link has expired',
    words: `A link works for ${linkGoodForDays} days. The next mail brings a new one.`,
  },
  revoked: { title: 'This link no longer works', words: 'What it was about has changed hands since it was sent.' },
  'passed-on': { title: 'This link no longer works', words: 'What it was about has changed hands since it was sent.' },
  closed: {
    title: 'There is nothing left to answer',
    words: 'This has been finished or closed since the mail was sent.',
  },
  'switched-off': { title: 'This link no longer works', words: 'Your council answers these after signing in.' },
}
