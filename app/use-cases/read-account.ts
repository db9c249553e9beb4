/** What somebody sees of their own: who they are here, and where they are signed in. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { getPerson } from '#db/queries/people'
import { listNamesOfPeople } from '#db/queries/people-names'
import { listSessions } from '#db/queries/sessions'
import { browserWords } from '~/domain/browser-words'
import { formatInstant } from '~/domain/london-time'
import { frequencyWords, leaveWords } from '~/domain/person'

export async function readAccount(scope: CouncilScope, session: { id: string; userId: string }, now: Date) {
  if (scope.actor.kind !== 'person') throw new Error('Only a person has an account.')
  const { personId } = scope.actor
  const [read, sessions] = await Promise.all([
    readInCouncil(scope, async (tx) => {
      const person = await getPerson(scope, tx, personId)
      const deputyId = person?.deputyId ?? null
      const names = await listNamesOfPeople(scope, tx, deputyId === null ? [] : [deputyId])
      return person && { person, deputy: deputyId === null ? null : (names.get(deputyId) ?? null) }
    }),
    listSessions(session.userId, now),
  ])
  if (!read) return null
  const { person, deputy } = read
  return {
    name: person.name,
    email: person.email,
    post: person.post,
    deputy,
    leave: leaveWords(person.awayFrom, person.awayUntil),
    mail: frequencyWords[person.mailFrequency],
    sessions: sessions.map(({ id, userAgent, ipAddress, createdAt, lastSeenAt }) => ({
      id,
      browser: browserWords(userAgent),
      network: ipAddress ?? 'not known',
      startedAt: formatInstant(createdAt),
      lastSeenAt: formatInstant(lastSeenAt),
      here: id === session.id,
    })),
  }
}
