/**
 * Whom a reminder reaches on one day. A person chooses daily, weekly or off, and the council sets the least it allows;
 * leave goes to the deputy; what belongs to nobody goes to the lead, so that nothing is silently unchased. Silence
 * climbs from the deputy to the head of service to the lead, past whoever is missing or cannot be reached.
 */
import type { IsoDate } from './dates'
import type { Period } from './evidence'

export type Frequency = 'daily' | 'weekly' | 'off'
const rank: Readonly<Record<Frequency, number>> = { off: 0, weekly: 1, daily: 2 }
export const isAtLeast = (frequency: Frequency, floor: Frequency): boolean => rank[frequency] >= rank[floor]

export type ReminderPerson = {
  id: string
  name: string
  frequency: Frequency
  deputyId: string | null
  headOfServiceId: string | null
  leave: readonly Period[]
}
export type EscalationStep = 'deputy' | 'head-of-service' | 'lead'
const climb: readonly EscalationStep[] = ['deputy', 'head-of-service', 'lead']

export type ReminderPeople = {
  today: IsoDate
  leadId: string
  floor: Frequency
  byId: ReadonlyMap<string, ReminderPerson>
}

/** What the person chose, raised to the council's floor. The lead is where everything ends that reaches nobody else, so
 * for the lead there is no less than weekly. */
export function frequencyOf(person: ReminderPerson, { floor, leadId }: ReminderPeople): Frequency {
  const least = person.id === leadId && floor === 'off' ? 'weekly' : floor
  return isAtLeast(person.frequency, least) ? person.frequency : least
}

export const isOnLeave = (person: ReminderPerson, today: IsoDate): boolean =>
  person.leave.some((period) => period.from <= today && today <= period.to)

/** The person, or while they are on leave the first down the line of deputies who is there and takes mails; the lead
 * where the line ends or turns in a circle, on leave or not: somebody must have it. */
export function standingInFor(personId: string | null, people: ReminderPeople): string {
  const tried = new Set<string>()
  let id = personId
  while (id !== null && !tried.has(id)) {
    tried.add(id)
    const person = people.byId.get(id)
    if (person === undefined) break
    const standsIn = id !== personId
    if (!isOnLeave(person, people.today) && !(standsIn && frequencyOf(person, people) === 'off')) return id
    id = person.deputyId
  }
  return people.leadId
}

/** Who hears of an owner's silence at this step. An escalation does not wait for a weekly mail, but it does not reach
 * one who is away or has mails switched off: then the next above hears it, and the lead (or who stands in) in any case.
 * null where that is the silent owner. */
export function escalatedTo(step: EscalationStep, owner: ReminderPerson, people: ReminderPeople): string | null {
  const above: Readonly<Record<EscalationStep, string | null>> = {
    deputy: owner.deputyId,
    'head-of-service': owner.headOfServiceId,
    lead: people.leadId,
  }
  for (const each of climb.slice(climb.indexOf(step))) {
    const id = above[each]
    const person = id === null || id === owner.id ? undefined : people.byId.get(id)
    if (person === undefined || isOnLeave(person, people.today)) continue
    if (frequencyOf(person, people) !== 'off') return person.id
  }
  const last = standingInFor(people.leadId, people)
  return last === owner.id ? null : last
}
