/** The invitation once more, to somebody who has lost it or never signed in. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { getCouncil } from '#db/queries/councils'
import { insertNotices } from '#db/queries/notices'
import { getPerson } from '#db/queries/people'
import { writeMessage } from '#emails/message'
import { newMessageId } from '#emails/transport'
import { todayInLondon } from '~/domain/london-time'
import { done, refused, type Outcome } from '~/domain/outcome'
import { roleAs } from '~/domain/person'
import { paths } from '~/paths'

/** Null where there is no such person in this council. */
export const inviteAgain = (
  scope: CouncilScope,
  { personId, baseUrl }: { personId: string; baseUrl: URL },
  now: Date,
): Promise<Outcome<string> | null> =>
  inCouncil(scope, async (tx) => {
    const [person, council] = await Promise.all([getPerson(scope, tx, personId), getCouncil(scope, tx)])
    if (!person) return null
    if (person.disabledAt !== null) return refused('Somebody who has left is not invited: let them in again first')
    const by = scope.actor.kind === 'person' ? await getPerson(scope, tx, scope.actor.personId) : null
    const mail = writeMessage({
      kind: 'invitation',
      personName: person.name,
      councilName: council.name,
      invitedBy: by?.name ?? 'Your council',
      roleWords: roleAs[person.role],
      signInUrl: new URL(paths.signIn(), baseUrl).href,
    })
    const notice = { personId, address: person.email, kind: 'invitation', day: todayInLondon(now), items: [] }
    await insertNotices(scope, tx, [{ ...notice, ...mail, messageId: newMessageId(baseUrl.hostname) }], now)
    await recordAudit(scope, tx, { action: 'person invited again', thing: { kind: 'person', id: personId } })
    return done(personId)
  })
