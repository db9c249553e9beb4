/** What somebody sees of their own: who they are here, and where they are signed in. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { getPerson } from '#db/queries/people'
import { listSessions } from '#db/queries/sessions'
import { browserWords } from '~/domain/browser-words'
import { formatInstant } from '~/domain/london-time'

export async function readAccount(scope: CouncilScope, session: { id: string; userId: string }, now: Date) {
  if (scope.actor.kind !== 'person') throw new Error('Only a person has an account.')
  const { personId } = scope.actor
  const [person, sessions] = await Promise.all([
    readInCouncil(scope, (tx) => getPerson(scope, tx, personId)),
    listSessions(session.userId, now),
  ])
  if (!person) return null
  return {
    name: person.name,
    email: person.email,
    post: person.post,
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
