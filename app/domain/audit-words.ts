/**
 * The record in words: every kind of change has its sentence here, and recordAudit takes no other kind, so that a change
 * without a sentence does not compile. Entries name people and things by id; the names are looked up when the sentence
 * is shown, so that a person's name can go when their time is over.
 */
import { attemptSentences, councilSentences } from './audit/council-words'
import { evidenceSentences } from './audit/evidence-words'
import type { Facts, Names, Sentence } from './audit/facts'
import { peopleSentences } from './audit/people-words'
import { planSentences } from './audit/plan-words'
import { recordsSentences } from './audit/records-words'
import { reviewSentences } from './audit/review-words'
import { capitalised } from './sentence'

const sentences = {
  ...planSentences,
  ...evidenceSentences,
  ...reviewSentences,
  ...peopleSentences,
  ...councilSentences,
  ...recordsSentences,
  ...attemptSentences,
} as const satisfies Record<string, Sentence>

export type AuditAction = keyof typeof sentences
export type AuditAttempt = keyof typeof attemptSentences
export type RecordedChange = { action: string; before: Facts | null; after: Facts | null }

/** Everything that can stand in the record, by what it is about, as the filter of the record lists it. */
export const auditActions: readonly { group: string; actions: readonly AuditAction[] }[] = [
  { group: 'Plan', actions: Object.keys(planSentences) as AuditAction[] },
  { group: 'Evidence and packs', actions: Object.keys(evidenceSentences) as AuditAction[] },
  { group: 'Reviews and readiness', actions: Object.keys(reviewSentences) as AuditAction[] },
  { group: 'People and sign-in', actions: Object.keys(peopleSentences) as AuditAction[] },
  { group: 'Council', actions: Object.keys(councilSentences) as AuditAction[] },
  { group: 'Records', actions: Object.keys(recordsSentences) as AuditAction[] },
  { group: 'Refused', actions: Object.keys(attemptSentences) as AuditAction[] },
]

export const isAuditAction = (action: string): action is AuditAction => Object.hasOwn(sentences, action)
export const isAttempt = (action: AuditAction): action is AuditAttempt => Object.hasOwn(attemptSentences, action)

/** What an entry can be about, as the filter calls it. */
export const thingWords = {
  recommendation: 'Recommendation',
  owner: 'Owner',
  source: 'Source',
  import: 'Document taken in',
  evidence: 'Evidence',
  request: 'Document request',
  pack: 'Evidence pack',
  'pack-link': 'Link to a pack',
  review: 'Review',
  certification: 'Certificate',
  element: 'Element',
  standard: 'Standard',
  person: 'Person',
  service: 'Service',
  council: 'Council',
  hold: 'Legal hold',
  'information-request': 'Information request',
  'council-export': 'Archive of everything',
  notice: 'Mail',
  'audit-entry': 'Entry of the record',
  page: 'Page',
} as const
export type ThingKind = keyof typeof thingWords
export const isThingKind = (kind: string): kind is ThingKind => Object.hasOwn(thingWords, kind)

/** Without who: "recorded progress as at …". An entry of an older version whose kind is no longer made reads as it was
 * recorded. */
export const changeInWords = ({ action, before, after }: RecordedChange, names: Names): string =>
  isAuditAction(action) ? (sentences[action] as Sentence)(before ?? {}, after ?? {}, names) : action

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The ids a change speaks of, for their names to be looked up. */
export function idsIn({ before, after }: RecordedChange): string[] {
  const found = new Set<string>()
  const look = (value: unknown): void => {
    if (typeof value === 'string') {
      if (ID.test(value)) found.add(value)
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look)
  }
  look(before)
  look(after)
  return [...found]
}

export type Actor = { actor: 'person' | 'link' | 'system'; personId: string | null; refused: boolean; origin: string }

/** Who did it: the clock is Holdfast; a link is whoever it was sent to, or the assessor. */
export function whoDid({ actor, personId, refused }: Actor, names: Names): string {
  if (actor === 'link')
    return personId === null ? 'The assessor, by their link,' : `${names(personId)}, by the link of a mail,`
  if (personId !== null) return names(personId)
  return refused ? 'Somebody' : 'Holdfast'
}

export const sentenceOf = (who: string, change: RecordedChange, names: Names): string =>
  capitalised(`${who} ${changeInWords(change, names)}`)
