/** The lead enters a certificate, or corrects it: its name, its assessment body and its dates. A date that is not known
 * stays unknown, to be asked of the body; none is ever taken from a report. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { insertCertification, lockCertification, nameIsTaken, updateCertification } from '#db/queries/certifications'
import { assessmentBodies } from '~/domain/assessment-body'
import type { IsoDate } from '~/domain/dates'
import { done, refusedFor, type Outcome, type Refusal } from '~/domain/outcome'
import { customerServiceExcellence } from '~/domain/standard'

export type CertificationInput = {
  /** Null: a new one. */
  id: string | null
  name: string
  body: string
  certificateOn: IsoDate | null
  decidedOn: IsoDate | null
  expiresOn: IsoDate | null
}

/** Null where the one to correct is not in this council. */
export async function saveCertification(
  scope: CouncilScope,
  input: CertificationInput,
): Promise<Outcome<string> | null> {
  const { id, ...values } = input
  return inCouncil(scope, async (tx) => {
    const before = id === null ? null : await lockCertification(scope, tx, id)
    if (id !== null && before === null) return null
    const refusals = refusalsOf(input)
    if (await nameIsTaken(scope, tx, values.name, id))
      refusals.push({ field: 'name', message: 'There is a certificate of this name: choose another name' })
    if (refusals.length > 0) return refusedFor(refusals)
    if (before !== null && JSON.stringify(pick(before)) === JSON.stringify(pick(values))) return done(before.id)
    const saved =
      id ?? (await insertCertification(scope, tx, { ...values, standardId: customerServiceExcellence.version }))
    if (id !== null) await updateCertification(scope, tx, id, values)
    await recordAudit(scope, tx, {
      action: id === null ? 'certificate entered' : 'certificate changed',
      thing: { kind: 'certification', id: saved },
      ...(before === null ? {} : { before: pick(before) }),
      after: pick(values),
    })
    return done(saved)
  })
}

const pick = ({ name, body, certificateOn, decidedOn, expiresOn }: Omit<CertificationInput, 'id'>) => ({
  name,
  body,
  certificateOn,
  decidedOn,
  expiresOn,
})

function refusalsOf({ body, certificateOn, decidedOn, expiresOn }: CertificationInput): Refusal[] {
  const refusals: Refusal[] = []
  if (!assessmentBodies.some(({ id }) => id === body))
    refusals.push({ field: 'body', message: 'Select the assessment body' })
  const start = certificateOn ?? decidedOn
  if (expiresOn !== null && start !== null && expiresOn <= start)
    refusals.push({ field: 'expiresOn', message: 'The certificate must expire after its own date' })
  return refusals
}
