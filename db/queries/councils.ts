/** The council's own row: its calendar and its words. */
import { eq } from 'drizzle-orm'
import type { Nation } from '~/domain/bank-holidays'
import type { WorkingCalendar } from '~/domain/working-days'
import type { CouncilScope, Tx } from '../in-council'
import { councils } from '../schema'

export async function getCouncil(scope: CouncilScope, tx: Tx) {
  const [council] = await tx.select().from(councils).where(eq(councils.id, scope.councilId))
  if (!council) throw new Error('The council of this scope does not exist.')
  return council
}

export const calendarOf = (council: { nation: string; workingWeekdays: WorkingCalendar['workingWeekdays'] }) =>
  ({ nation: council.nation as Nation, workingWeekdays: council.workingWeekdays }) satisfies WorkingCalendar

export type CouncilSettings = Pick<
  typeof councils.$inferSelect,
  'name' | 'nation' | 'workingWeekdays' | 'categoryLabels' | 'answerLinks' | 'mailFloor'
>

export async function updateCouncil(scope: CouncilScope, tx: Tx, settings: CouncilSettings): Promise<void> {
  await tx.update(councils).set(settings).where(eq(councils.id, scope.councilId))
}
