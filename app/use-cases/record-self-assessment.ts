/** A named person says what we think of an element, as at a day, and on what evidence. The only thing that moves the
 * expected level; it never moves the assessor's rating. And who answers for an element. */
import { inCouncil, type CouncilScope, type Tx } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { getElementOwner, insertSelfAssessment, setElementOwner } from '#db/queries/element'
import { ownerOfChoice } from '#db/queries/owner-choices'
import { getCertification } from '#db/queries/readiness'
import { getStandard } from '#db/queries/standards'
import type { Level } from '~/domain/compliance'
import type { IsoDate } from '~/domain/dates'
import { todayInLondon } from '~/domain/london-time'
import { done, refused, type Outcome } from '~/domain/outcome'
import { findElement } from '~/domain/standard'

export type ElementOf = { certificationId: string; element: string }
export type SelfAssessmentInput = ElementOf & { level: Level; words: string; asAt: IsoDate }

/** Null where the council has no such certificate, or its standard no such element. */
export async function recordSelfAssessment(
  scope: CouncilScope,
  input: SelfAssessmentInput,
  now: Date,
): Promise<Outcome | null> {
  const { certificationId, element, level, words, asAt } = input
  const personId = scope.actor.kind === 'system' ? null : scope.actor.personId
  if (personId === null) throw new Error('A self-assessment is a named person’s.')
  if (asAt > todayInLondon(now)) return refused('The as-at date must not be in the future', 'asAt')
  return inCouncil(scope, async (tx) => {
    if (!(await isElementOf(scope, tx, input))) return null
    await insertSelfAssessment(scope, tx, { certificationId, element, level, words, asAt, personId, recordedAt: now })
    await recordAudit(scope, tx, {
      action: 'self-assessment recorded',
      thing: { kind: 'element', id: element },
      after: { certificationId, level, asAt, words },
    })
    return done(undefined)
  })
}

/** `owner` as db/queries/owner-choices.ts lists them; empty: nobody. */
export async function assignElement(
  scope: CouncilScope,
  { owner, ...of }: ElementOf & { owner: string },
): Promise<Outcome | null> {
  return inCouncil(scope, async (tx) => {
    if (!(await isElementOf(scope, tx, of))) return null
    const ownerId = owner === '' ? null : await ownerOfChoice(scope, tx, owner)
    if (owner !== '' && ownerId === null) return refused('Select an owner of the list', 'owner')
    const before = await getElementOwner(scope, tx, of.certificationId, of.element)
    if ((before?.ownerId ?? null) === ownerId) return done(undefined)
    await setElementOwner(scope, tx, of.certificationId, of.element, ownerId)
    await recordAudit(scope, tx, {
      action: 'element given to an owner',
      thing: { kind: 'element', id: of.element },
      before: { certificationId: of.certificationId, ownerId: before?.ownerId ?? null },
      after: { certificationId: of.certificationId, ownerId },
    })
    return done(undefined)
  })
}

async function isElementOf(scope: CouncilScope, tx: Tx, { certificationId, element }: ElementOf): Promise<boolean> {
  const certification = await getCertification(scope, tx, certificationId)
  if (certification === null) return false
  return findElement(await getStandard(scope, tx, certification.standardId), element) !== undefined
}
