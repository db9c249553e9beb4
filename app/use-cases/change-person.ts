/** An administrator changes what is said of a person. The last administrator stays one, or nobody could let anybody in. */
import { inCouncil, type CouncilScope, type Tx } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { getCouncil } from '#db/queries/councils'
import { isAddressTaken, lockAdministrators, lockPerson, renameOwner, updatePerson } from '#db/queries/people'
import { listPeopleToChoose, listServices } from '#db/queries/plan-choices'
import { done, refused, refusedFor, type Outcome, type Refusal } from '~/domain/outcome'
import { checkPerson, type PersonFacts } from '~/domain/person'
import { messages } from '~/messages'

/** Null where there is no such person in this council. */
export const changePerson = (
  scope: CouncilScope,
  { personId, facts }: { personId: string; facts: PersonFacts },
): Promise<Outcome<string> | null> =>
  inCouncil(scope, async (tx) => {
    const administrators = await lockAdministrators(scope, tx)
    const before = await lockPerson(scope, tx, personId)
    if (!before) return null
    const council = await getCouncil(scope, tx)
    const checked = checkPerson(facts, { id: personId, mailFloor: council.mailFloor })
    const refusals = [...(checked.ok ? [] : checked.refusals), ...(await refusalsOf(scope, tx, personId, facts))]
    if (refusals.length > 0) return refusedFor(refusals)
    const isLast = administrators.length === 1 && administrators[0]!.id === personId
    if (isLast && facts.role !== 'administrator')
      return refused('They are the only administrator: make somebody else one first', 'role')
    await updatePerson(scope, tx, personId, facts)
    if (facts.name !== before.name) await renameOwner(scope, tx, personId, facts.name)
    const change = whatChanged(before, facts)
    if (change.changed.length > 0)
      await recordAudit(scope, tx, {
        action: 'person changed',
        thing: { kind: 'person', id: personId },
        before: change.before,
        after: { ...change.after, changed: change.changed },
      })
    return done(personId)
  })

async function refusalsOf(scope: CouncilScope, tx: Tx, personId: string, facts: PersonFacts): Promise<Refusal[]> {
  const [services, choices, taken] = await Promise.all([
    listServices(scope, tx),
    listPeopleToChoose(scope, tx),
    isAddressTaken(scope, tx, facts.email, personId),
  ])
  const isThere = (id: string | null, list: { id: string }[]) => id === null || list.some((each) => each.id === id)
  return [
    ...(taken ? [{ field: 'email', message: 'Somebody here has that address already' }] : []),
    ...(isThere(facts.serviceId, services) ? [] : [{ field: 'serviceId', message: messages.choose('a service') }]),
    ...(isThere(facts.deputyId, choices) ? [] : [{ field: 'deputyId', message: messages.choose('a deputy') }]),
  ]
}

/** Names and addresses are not copied into the audit: people stand there by id, and have rights over their names. */
const ownWords = new Set<keyof PersonFacts>(['name', 'email', 'post'])

function whatChanged(before: PersonFacts, after: PersonFacts) {
  const changed = (Object.keys(after) as (keyof PersonFacts)[]).filter((key) => before[key] !== after[key])
  const shown = changed.filter((key) => !ownWords.has(key))
  const of = (facts: PersonFacts) => Object.fromEntries(shown.map((key) => [key, facts[key]]))
  return { changed, before: of(before), after: of(after) }
}
