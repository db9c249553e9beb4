/** Puts the council, its services, people, teams and names into the database. */
import { eq } from 'drizzle-orm'
import { makeCouncil, makeOwner, makePerson, makeService, makeTeam, nameNobodyYet, type Into } from '../factories'
import { people as peopleTable, services as servicesTable } from '../schema'
import type { DemoCalendar } from './calendar'
import { councilName, names, people, services, teams } from './people'
import type { OwnerKey, PersonKey, ServiceKey } from './people'

export type Told = {
  into: Into
  councilId: string
  calendar: DemoCalendar
  people: Record<PersonKey, string>
  owners: Record<OwnerKey, string>
  services: Record<ServiceKey, string>
}

export async function writePeople(into: Into, councilId: string, calendar: DemoCalendar): Promise<Told> {
  await makeCouncil(into, { id: councilId, name: councilName, demo: true, createdAt: calendar.madeAt })
  const serviceIds: Record<string, string> = {}
  for (const [key, { name, parent }] of Object.entries(services)) {
    const made = await makeService(into, { councilId, name, parentId: parent === null ? null : serviceIds[parent] })
    serviceIds[key] = made.id
  }
  const personIds: Record<string, string> = {}
  const ownerIds: Record<string, string> = {}
  for (const [key, person] of Object.entries(people)) {
    const made = await makePerson(into, {
      councilId,
      name: person.name,
      email: person.email,
      role: person.role,
      post: person.post,
      mayBeNamed: person.role === 'member' || person.post.startsWith('Head of'),
      serviceId: person.service === null ? null : serviceIds[person.service],
      awayFrom: person.away ? calendar.day(person.away[0]) : null,
      awayUntil: person.away ? calendar.day(person.away[1]) : null,
    })
    personIds[key] = made.id
    if (person.role === 'owner' || person.role === 'lead')
      ownerIds[key] = (await makeOwner(into, { councilId, personId: made.id })).id
  }
  for (const [key, { deputy }] of Object.entries(people))
    if (deputy !== undefined)
      await into.update(peopleTable).set({ deputyId: personIds[deputy] }).where(eq(peopleTable.id, personIds[key]!))
  for (const [key, { head }] of Object.entries(services))
    await into.update(servicesTable).set({ headId: personIds[head] }).where(eq(servicesTable.id, serviceIds[key]!))
  for (const [key, { name, contact, mailbox }] of Object.entries(teams))
    ownerIds[key] = (await makeTeam(into, { councilId, name, contactId: personIds[contact]!, mailbox })).id
  for (const [key, name] of Object.entries(names)) ownerIds[key] = (await nameNobodyYet(into, { councilId, name })).id
  return {
    into,
    councilId,
    calendar,
    people: personIds as Record<PersonKey, string>,
    owners: ownerIds as Record<OwnerKey, string>,
    services: serviceIds as Record<ServiceKey, string>,
  }
}
