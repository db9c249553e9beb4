/** An administrator gives somebody, or a whole list, a place in the council and invites them by mail. Who is here
 * already is named and left as they are. */
import { inCouncil, type CouncilScope, type Tx } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { getCouncil } from '#db/queries/councils'
import { insertNotices } from '#db/queries/notices'
import { getPerson, insertPerson } from '#db/queries/people'
import { listPeopleToChoose, listServices } from '#db/queries/plan-choices'
import { writeMessage } from '#emails/message'
import { newMessageId } from '#emails/transport'
import { todayInLondon } from '~/domain/london-time'
import { done, refusedFor, type Outcome, type Refusal } from '~/domain/outcome'
import { checkPerson, roleAs, type PersonFacts } from '~/domain/person'
import { messages } from '~/messages'
import { paths } from '~/paths'

export type AddedPeople = { added: string[]; already: string[] }
export type Invite = { baseUrl: URL } | null

/** All or none, where what was said of one cannot be; those who are here already are told apart. */
export const addPeople = (
  scope: CouncilScope,
  input: { people: PersonFacts[]; invite: Invite },
  now: Date,
): Promise<Outcome<AddedPeople>> =>
  inCouncil(scope, async (tx) => {
    const council = await getCouncil(scope, tx)
    const refusals = await refusalsFor(scope, tx, input.people, council.mailFloor)
    if (refusals.length > 0) return refusedFor(refusals)
    const result: AddedPeople = { added: [], already: [] }
    for (const facts of input.people) {
      const id = await insertPerson(scope, tx, facts)
      if (id === null) {
        result.already.push(facts.email)
        continue
      }
      result.added.push(id)
      const { role, serviceId, limitedToService } = facts
      await recordAudit(scope, tx, {
        action: 'person added',
        thing: { kind: 'person', id },
        after: { role, serviceId, limitedToService, invited: input.invite !== null },
      })
      if (input.invite)
        await invite(scope, tx, { id, facts, councilName: council.name, baseUrl: input.invite.baseUrl }, now)
    }
    return done(result)
  })

async function refusalsFor(
  scope: CouncilScope,
  tx: Tx,
  people: PersonFacts[],
  mailFloor: Parameters<typeof checkPerson>[1]['mailFloor'],
): Promise<Refusal[]> {
  const services = new Set((await listServices(scope, tx)).map(({ id }) => id))
  const deputies = new Set((await listPeopleToChoose(scope, tx)).map(({ id }) => id))
  return people.flatMap((facts) => {
    const checked = checkPerson(facts, { id: null, mailFloor })
    const refusals = checked.ok ? [] : [...checked.refusals]
    if (facts.serviceId !== null && !services.has(facts.serviceId))
      refusals.push({ field: 'serviceId', message: messages.choose('a service of the list') })
    if (facts.deputyId !== null && !deputies.has(facts.deputyId))
      refusals.push({ field: 'deputyId', message: messages.choose('a deputy of the list') })
    return refusals
  })
}

type Invited = { id: string; facts: PersonFacts; councilName: string; baseUrl: URL }

async function invite(scope: CouncilScope, tx: Tx, invited: Invited, now: Date): Promise<void> {
  const { id, facts, councilName, baseUrl } = invited
  const by = scope.actor.kind === 'person' ? await getPerson(scope, tx, scope.actor.personId) : null
  const mail = writeMessage({
    kind: 'invitation',
    personName: facts.name,
    councilName,
    invitedBy: by?.name ?? 'Your council',
    roleWords: roleAs[facts.role],
    signInUrl: new URL(paths.signIn(), baseUrl).href,
  })
  const notice = { personId: id, address: facts.email, kind: 'invitation', day: todayInLondon(now), items: [] }
  await insertNotices(scope, tx, [{ ...notice, ...mail, messageId: newMessageId(baseUrl.hostname) }], now)
}
