/** Certificates, as they are entered and corrected; db/queries/readiness.ts reads them. */
import { and, eq, ne } from 'drizzle-orm'
import type { CouncilScope, Tx } from '../in-council'
import { certifications } from '../schema'

type NewCertification = Omit<typeof certifications.$inferInsert, 'councilId' | 'id'>

const one = (scope: CouncilScope, id: string) =>
  and(eq(certifications.councilId, scope.councilId), eq(certifications.id, id))

export async function lockCertification(scope: CouncilScope, tx: Tx, id: string) {
  const [row] = await tx.select().from(certifications).where(one(scope, id)).for('update')
  return row ?? null
}

export async function nameIsTaken(
  scope: CouncilScope,
  tx: Tx,
  name: string,
  exceptId: string | null,
): Promise<boolean> {
  const same = and(eq(certifications.councilId, scope.councilId), eq(certifications.name, name))
  const rows = await tx
    .select({ id: certifications.id })
    .from(certifications)
    .where(exceptId === null ? same : and(same, ne(certifications.id, exceptId)))
  return rows.length > 0
}

export async function insertCertification(scope: CouncilScope, tx: Tx, values: NewCertification): Promise<string> {
  const [row] = await tx
    .insert(certifications)
    .values({ ...values, councilId: scope.councilId })
    .returning({ id: certifications.id })
  return row!.id
}

export const updateCertification = (
  scope: CouncilScope,
  tx: Tx,
  id: string,
  values: Partial<NewCertification>,
): Promise<unknown> => tx.update(certifications).set(values).where(one(scope, id))
