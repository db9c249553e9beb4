/** The lead says whose a recommendation is, and who of them answers. Older mails about it then answer for nobody. */
import { inCouncil, type CouncilScope, type Tx } from '#db/in-council'
import { revokeAnswerLinks } from '#db/queries/answer-links'
import { recordAudit } from '#db/queries/audit'
import { listOwnersById, ownerOfName, ownerOfPerson, replaceOwnersOf } from '#db/queries/owners'
import { listOwnersOf } from '#db/queries/recommendation-page'
import { lockRecommendation } from '#db/queries/recommendations'
import { done, refused, type Outcome } from '~/domain/outcome'
import { decideOwners, isSameAssignment } from '~/domain/owner-assignment'

export type OwnersInput = {
  recommendationId: string
  /** Owners that stay. */
  keep: readonly string[]
  addPersonId: string | null
  addTeamId: string | null
  addName: string
  /** An owner's id; `added` for the first that is added here. */
  answering: string | null
}

/** Null where there is no such recommendation in this council. */
export const assignOwners = (scope: CouncilScope, input: OwnersInput, now: Date): Promise<Outcome<string> | null> =>
  inCouncil(scope, async (tx) => {
    const recommendation = await lockRecommendation(scope, tx, input.recommendationId)
    if (!recommendation) return null
    if (recommendation.state === 'closed') return refused('This recommendation is closed: reopen it first')
    const current = await listOwnersOf(scope, tx, recommendation.id)
    const before = {
      ownerIds: current.map(({ id }) => id),
      answering: current.find(({ answering }) => answering)?.id ?? null,
    }
    const added = await addedOwners(scope, tx, input)
    if (!added.ok) return added
    const answering = input.answering === 'added' ? (added.value[0] ?? null) : input.answering
    const after = decideOwners(before, { keep: input.keep, added: added.value, answering })
    if (isSameAssignment(before, after)) return done(recommendation.id)
    await replaceOwnersOf(scope, tx, recommendation.id, after)
    await revokeAnswerLinks(scope, tx, { recommendationId: recommendation.id }, 'Its owners changed', now)
    await recordAudit(scope, tx, {
      action: 'owners assigned',
      thing: { kind: 'recommendation', id: recommendation.id },
      before: { owners: before.ownerIds, answering: before.answering },
      after: { owners: after.ownerIds, answering: after.answering },
    })
    return done(recommendation.id)
  })

async function addedOwners(scope: CouncilScope, tx: Tx, input: OwnersInput): Promise<Outcome<string[]>> {
  // Everything is checked before the first owner is made: a refusal leaves nothing behind.
  const [team] = await listOwnersById(scope, tx, input.addTeamId === null ? [] : [input.addTeamId])
  if (input.addTeamId !== null && team?.kind !== 'team') return refused('Select a team of the list', 'addTeamId')
  const person = input.addPersonId === null ? null : await ownerOfPerson(scope, tx, input.addPersonId)
  if (input.addPersonId !== null && person === null) return refused('Select a person of the list', 'addPersonId')
  const name = input.addName === '' ? null : await ownerOfName(scope, tx, input.addName)
  return done([person, team?.id ?? null, name].filter((id) => id !== null))
}
