/** What the forms about a person offer: services, deputies, who may take over; and what is said of them now. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { getCouncil } from '#db/queries/councils'
import { getPerson, listPeople } from '#db/queries/people'
import { listServices } from '#db/queries/plan-choices'
import { countBelongings } from '#db/queries/transfer'
import { belongingWords } from '~/domain/belongings'
import { formatDate } from '~/domain/dates'
import { mayDo, roles } from '~/domain/permissions'
import { frequencyWords, roleWords } from '~/domain/person'
import { isAtLeast, type Frequency } from '~/domain/reminder-people'

const frequencies: Frequency[] = ['daily', 'weekly', 'off']

/** `id` null: for somebody new. Null where there is no such person in this council. */
export const readPersonForm = (scope: CouncilScope, id: string | null) =>
  readInCouncil(scope, async (tx) => {
    const [council, services, everybody, person, belongings] = await Promise.all([
      getCouncil(scope, tx),
      listServices(scope, tx),
      listPeople(scope, tx),
      id === null ? null : getPerson(scope, tx, id),
      id === null ? null : countBelongings(scope, tx, id),
    ])
    if (id !== null && !person) return null
    const others = everybody
      .map((each) => each.person)
      .filter((other) => other.id !== id && other.disabledAt === null && mayDo(other.role, 'progress:record'))
    const withPost = (other: { name: string; post: string | null }) =>
      other.post === null ? other.name : `${other.name}, ${other.post}`
    return {
      id,
      name: person?.name ?? null,
      left: person?.disabledAt != null,
      belongings: belongings === null ? [] : belongingWords(belongings),
      roles: roles.map((role) => ({ value: role, label: roleWords[role] })),
      services: services.map((service) => ({ value: service.id, label: service.name })),
      others: others.map((other) => ({ value: other.id, label: withPost(other) })),
      frequencies: frequencies
        .filter((frequency) => isAtLeast(frequency, council.mailFloor))
        .map((frequency) => ({ value: frequency, label: frequencyWords[frequency] })),
      values: {
        name: person?.name ?? '',
        email: person?.email ?? '',
        post: person?.post ?? '',
        role: person?.role ?? 'owner',
        serviceId: person?.serviceId ?? '',
        limitedToService: person?.limitedToService ?? false,
        deputyId: person?.deputyId ?? '',
        awayFrom: person?.awayFrom ? formatDate(person.awayFrom) : '',
        awayUntil: person?.awayUntil ? formatDate(person.awayUntil) : '',
        mayBeNamed: person?.mayBeNamed ?? false,
        mailFrequency: person?.mailFrequency ?? 'daily',
      },
    }
  })
export type PersonFormView = NonNullable<Awaited<ReturnType<typeof readPersonForm>>>
