/** Everybody of the council, and in which state they are. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { listPeople } from '#db/queries/people'
import { formatDate, type IsoDate } from '~/domain/dates'

export const readPeople = (scope: CouncilScope, today: IsoDate) =>
  readInCouncil(scope, async (tx) => {
    const everybody = await listPeople(scope, tx)
    const shown = everybody.map(({ person, service }) => ({
      id: person.id,
      name: person.name,
      email: person.email,
      post: person.post,
      role: person.role,
      service,
      limited: person.limitedToService,
      left: person.disabledAt !== null,
      away: awayWords(person, today),
    }))
    return { here: shown.filter(({ left }) => !left), left: shown.filter(({ left }) => left) }
  })

function awayWords({ awayFrom, awayUntil }: { awayFrom: IsoDate | null; awayUntil: IsoDate | null }, today: IsoDate) {
  if (awayFrom === null || (awayUntil !== null && awayUntil < today)) return null
  const until = awayUntil === null ? '' : ` until ${formatDate(awayUntil)}`
  return awayFrom <= today ? `Away${until}` : `Away from ${formatDate(awayFrom)}${until}`
}
