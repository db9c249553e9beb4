/** The council, its services and the people and names its plan is given to. */
import { eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { councils, owners, people, services, users } from '../schema'
import { nextNumber, only, type Into } from './into'

type Given<T extends { $inferInsert: object }, Needed extends keyof T['$inferInsert'] = never> = Partial<
  T['$inferInsert']
> &
  Pick<T['$inferInsert'], Needed>

/** Only over the owner's connection: the application makes no councils. */
export const makeCouncil = async (into: Into, values: Given<typeof councils> = {}) =>
  only(
    await into
      .insert(councils)
      .values({ name: `Council ${nextNumber()}`, ...values })
      .returning(),
  )

export const makeService = async (into: Into, values: Given<typeof services, 'councilId'>) =>
  only(
    await into
      .insert(services)
      .values({ name: `Service ${nextNumber()}`, ...values })
      .returning(),
  )

/** With somebody in the identity tables who signs in as them; one address is one user in however many councils.
 * `userId: null` makes a person who cannot sign in. */
export async function makePerson(into: Into, values: Given<typeof people, 'councilId'>) {
  const number = nextNumber()
  const name = values.name ?? `Person ${number}`
  const email = (values.email ?? `person${number}@council${number}.example`).toLowerCase()
  const userId = values.userId === undefined ? await userFor(into, email, name) : values.userId
  return only(
    await into
      .insert(people)
      .values({ role: 'owner', ...values, name, email, userId })
      .returning(),
  )
}

async function userFor(into: Into, email: string, name: string): Promise<string> {
  const [made] = await into
    .insert(users)
    .values({ id: randomUUID(), name, email, emailVerified: true })
    .onConflictDoNothing()
    .returning({ id: users.id })
  return made?.id ?? only(await into.select({ id: users.id }).from(users).where(eq(users.email, email))).id
}

/** The owner that a person is; without `personId` the person is made too. */
export async function makeOwner(into: Into, values: { councilId: string; personId?: string; name?: string }) {
  const { councilId, name } = values
  const person =
    values.personId === undefined
      ? await makePerson(into, { councilId, ...(name === undefined ? {} : { name }) })
      : only(await into.select().from(people).where(eq(people.id, values.personId)))
  return only(
    await into
      .insert(owners)
      .values({ councilId, kind: 'person', personId: person.id, name: name ?? person.name })
      .returning(),
  )
}

/** A team answers through its contact; its mailbox is optional. */
export const makeTeam = async (
  into: Into,
  values: { councilId: string; name?: string; contactId: string; mailbox?: string },
) =>
  only(
    await into
      .insert(owners)
      .values({
        councilId: values.councilId,
        kind: 'team',
        name: values.name ?? `Team ${nextNumber()}`,
        personId: values.contactId,
        mailbox: values.mailbox,
      })
      .returning(),
  )

/** A name as a document wrote it, that is nobody yet. */
export const nameNobodyYet = async (into: Into, values: { councilId: string; name?: string }) =>
  only(
    await into
      .insert(owners)
      .values({ councilId: values.councilId, kind: 'name', name: values.name ?? `A Name ${nextNumber()}` })
      .returning(),
  )
