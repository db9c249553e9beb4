/** One person: what is said of them, what is theirs, and what happened to them here. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { listAuditOf } from '#db/queries/audit'
import { historyOf } from '#db/queries/audit-history'
import { getPerson, listPeople } from '#db/queries/people'
import { heldSince } from '#db/queries/retention'
import { hasSecondFactor } from '#db/queries/second-factors'
import { countBelongings } from '#db/queries/transfer'
import { belongingWords } from '~/domain/belongings'
import { formatDate } from '~/domain/dates'
import { formatInstant, todayInLondon } from '~/domain/london-time'
import { frequencyWords, leaveWords, roleWords } from '~/domain/person'

export async function readPerson(scope: CouncilScope, id: string) {
  const read = await readIn(scope, id)
  if (read === null) return null
  const { userId, ...view } = read
  return { ...view, hasSecondFactor: userId !== null && (await hasSecondFactor(userId)) }
}

const readIn = (scope: CouncilScope, id: string) =>
  readInCouncil(scope, async (tx) => {
    const [person, everybody, belongings, entries, held] = await Promise.all([
      getPerson(scope, tx, id),
      listPeople(scope, tx),
      countBelongings(scope, tx, id),
      listAuditOf(scope, tx, { kind: 'person', id }),
      heldSince(scope, tx, 'person', id),
    ])
    if (!person) return null
    const nameOf = (personId: string | null) =>
      everybody.find((each) => each.person.id === personId)?.person.name ?? null
    const lastSignIn = entries.find(({ action }) => action === 'signed in')
    return {
      id,
      userId: person.userId,
      heldSince: held && formatDate(todayInLondon(held)),
      name: person.name,
      email: person.email,
      post: person.post,
      role: roleWords[person.role],
      service: everybody.find((each) => each.person.id === id)?.service ?? null,
      limited: person.limitedToService,
      deputy: nameOf(person.deputyId),
      away: leaveWords(person.awayFrom, person.awayUntil),
      mayBeNamed: person.mayBeNamed,
      mail: frequencyWords[person.mailFrequency],
      left: person.disabledAt === null ? null : formatInstant(person.disabledAt),
      lastSignIn: lastSignIn ? formatInstant(lastSignIn.at) : null,
      belongings: belongingWords(belongings),
      history: await historyOf(scope, tx, entries.slice(0, 50)),
    }
  })
