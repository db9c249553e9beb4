/**
 * What may be said of a person of a council: their post and role, whom they stand with, when they are away. A name that
 * may be read in public needs the post that stands for it, and a choice about mail cannot go below what the council
 * has set. Roles and their words are those of DOMAIN: a member is a councillor.
 */
import { formatDate, type IsoDate } from './dates'
import { done, refusedFor, type Outcome, type Refusal } from './outcome'
import type { Role } from './permissions'
import { isAtLeast, type Frequency } from './reminder-people'

export const roleWords: Record<Role, string> = {
  administrator: 'Administrator: looks after people and settings',
  lead: 'Lead: runs the plan',
  owner: 'Owner: answers for what is theirs',
  member: 'Member: a councillor, who reads',
}
/** As the end of a sentence: "has added you as …". */
export const roleAs: Record<Role, string> = {
  administrator: 'an administrator: you look after its people and settings',
  lead: 'its lead: you run the plan',
  owner: 'an owner: you answer for what is yours',
  member: 'a member: you can read how it is going',
}
export const frequencyWords: Record<Frequency, string> = { daily: 'Daily', weekly: 'Weekly', off: 'Off' }

export const leaveWords = (from: IsoDate | null, until: IsoDate | null): string | null =>
  from === null ? null : `From ${formatDate(from)}${until === null ? '' : ` until ${formatDate(until)}`}`

export type PersonFacts = {
  name: string
  email: string
  post: string | null
  role: Role
  serviceId: string | null
  limitedToService: boolean
  deputyId: string | null
  awayFrom: IsoDate | null
  awayUntil: IsoDate | null
  mayBeNamed: boolean
  mailFrequency: Frequency
}

export function checkPerson(facts: PersonFacts, of: { id: string | null; mailFloor: Frequency }): Outcome<PersonFacts> {
  const refusals: Refusal[] = []
  const refuse = (field: string, message: string) => void refusals.push({ field, message })
  if (facts.limitedToService && facts.role !== 'owner')
    refuse('limitedToService', 'Only an owner is limited to one service')
  else if (facts.limitedToService && facts.serviceId === null)
    refuse('serviceId', 'Select the service they are limited to')
  if (facts.deputyId !== null && facts.deputyId === of.id) refuse('deputyId', 'Select somebody else as their deputy')
  if (facts.awayUntil !== null && facts.awayFrom === null) refuse('awayFrom', 'Enter the first day of their leave')
  if (facts.awayFrom !== null && facts.awayUntil !== null && facts.awayUntil < facts.awayFrom)
    refuse('awayUntil', 'The last day of leave must not be before the first')
  if (facts.mayBeNamed && facts.post === null)
    refuse('post', 'Enter their post: somebody who may be named in public needs one')
  if (!isAtLeast(facts.mailFrequency, of.mailFloor))
    refuse('mailFrequency', `The council has set ${frequencyWords[of.mailFloor].toLowerCase()} as the least`)
  return refusals.length > 0 ? refusedFor(refusals) : done(facts)
}

/** What everybody decides about themselves. */
export type OwnChoices = Pick<PersonFacts, 'mailFrequency' | 'awayFrom' | 'awayUntil' | 'deputyId'>
