/** The council's own row: its calendar and its words. */
import { eq } from 'drizzle-orm'
import type { Nation } from '~/domain/bank-holidays'
import type { CouncilSettings } from '~/domain/council-settings'
import type { WorkingCalendar } from '~/domain/working-days'
import type { CouncilScope, Tx } from '../in-council'
import { councils } from '../schema'

export async function getCouncil(scope: CouncilScope, tx: Tx) {
  const [council] = await tx.select().from(councils).where(eq(councils.id, scope.councilId))
  if (!council) throw new Error('The council of this scope does not exist.')
  return council
}

export const calendarOf = (council: { nation: Nation; workingWeekdays: WorkingCalendar['workingWeekdays'] }) =>
  ({ nation: council.nation, workingWeekdays: council.workingWeekdays }) satisfies WorkingCalendar

/** Two who change the settings, or plan its reminders, do so one after the other. */
export async function lockCouncil(scope: CouncilScope, tx: Tx) {
  const [council] = await tx.select().from(councils).where(eq(councils.id, scope.councilId)).for('update')
  if (!council) throw new Error('The council of this scope does not exist.')
  return council
}

export async function updateCouncil(scope: CouncilScope, tx: Tx, settings: CouncilSettings): Promise<void> {
  await tx.update(councils).set(settings).where(eq(councils.id, scope.councilId))
}
