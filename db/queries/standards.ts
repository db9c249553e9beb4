/** The standard as data: its criteria and elements in one version. The same for every council. */
import { asc, eq } from 'drizzle-orm'
import type { Criterion, Standard, SubCriterion } from '~/domain/standard'
import type { CouncilScope, Tx } from '../in-council'
import { criteria, elements, standards } from '../schema'

/** Only a migration changes a standard, and a process starts after it: read once, kept for good. */
const known = new Map<string, Standard>()

export async function getStandard(scope: CouncilScope, tx: Tx, id: string): Promise<Standard> {
  const standard = known.get(id) ?? (await readStandard(scope, tx, id))
  known.set(id, standard)
  return standard
}

async function readStandard(_scope: CouncilScope, tx: Tx, id: string): Promise<Standard> {
  const [[standard], itsCriteria, itsElements] = await Promise.all([
    tx.select().from(standards).where(eq(standards.id, id)),
    tx.select().from(criteria).where(eq(criteria.standardId, id)).orderBy(asc(criteria.number)),
    tx.select().from(elements).where(eq(elements.standardId, id)).orderBy(asc(elements.position)),
  ])
  if (!standard) throw new Error(`The standard ${id} is not loaded: run the migration.`)
  const grouped = itsCriteria.map((row): Criterion => {
    const subCriteria = new Map<string, SubCriterion>()
    for (const element of itsElements) {
      if (element.criterion !== row.number) continue
      const { subCriterion: number, subCriterionTitle: title } = element
      const sub = subCriteria.get(number) ?? { number, title, elements: [] }
      subCriteria.set(number, sub)
      sub.elements.push({ number: element.number, title: element.title })
    }
    const { number, title, maxPartials } = row
    return { number, title, maxPartials, supplementary: number.startsWith('S'), subCriteria: [...subCriteria.values()] }
  })
  return { version: id, name: standard.name, criteria: grouped }
}
