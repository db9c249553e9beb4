/**
 * What is said of an evidence item. Its date is the date of the document and is never taken from the upload; nothing
 * is dated in the future, and a period and an expiry must fit it. A link leads to a page that a browser can open.
 */
import type { IsoDate } from './dates'
import type { EvidenceKind, PersonalData } from './evidence'
import { done, refusedFor, type Outcome, type Refusal } from './outcome'

export type EvidenceFacts = {
  title: string
  kind: EvidenceKind
  documentOn: IsoDate
  periodFrom: IsoDate | null
  periodTo: IsoDate | null
  ownerId: string | null
  expiresOn: IsoDate | null
  personalData: PersonalData
}

export function checkEvidence(facts: EvidenceFacts, today: IsoDate): Outcome {
  const refusals: Refusal[] = []
  const refuse = (field: string, message: string) => refusals.push({ field, message })
  const { documentOn, periodFrom, periodTo, expiresOn } = facts
  if (documentOn > today) refuse('documentOn', 'The date of the document must not be in the future')
  if (periodTo !== null && periodFrom === null) refuse('periodFrom', 'Enter the first day of the period covered')
  if (periodFrom !== null && periodTo === null) refuse('periodTo', 'Enter the last day of the period covered')
  if (periodFrom !== null && periodTo !== null && periodTo < periodFrom)
    refuse('periodTo', 'The period covered must not end before it begins')
  if (expiresOn !== null && expiresOn < documentOn)
    refuse('expiresOn', 'The document cannot expire before the date it carries')
  return refusals.length > 0 ? refusedFor(refusals) : done(undefined)
}

const longestUrl = 2000

/** The address as a browser writes it; a script or a file on somebody's own machine is none. */
export function checkLink(typed: string, field = 'url'): Outcome<string> {
  const text = typed.trim()
  const refuse = (message: string) => refusedFor([{ field, message }])
  if (text.length > longestUrl) return refuse(`The link must have ${longestUrl} characters or fewer`)
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    return refuse('Enter a link that begins with https://')
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') return refuse('The link must not hold a user name or a password')
  return done(url.href)
}

/** A release of personal data says why, in words somebody can be held to. */
export function checkRelease(personalData: PersonalData, why: string): Outcome<string> {
  if (personalData === 'no') return refusedFor([{ message: 'It holds no personal data: there is nothing to release' }])
  if (why.trim() === '') return refusedFor([{ field: 'why', message: 'Say why it may go to the assessor' }])
  return done(why.trim())
}
