/** A council in which one owner has something due, for tests of reminders. All days are counted from Monday 2 March 2026. */
import type { Database } from '#db/client'
import * as make from '#db/factories'
import { forCouncil } from '#db/in-council'

export const monday = '2026-03-02'
export const at = (day: string, time = '08:00') => new Date(`${day}T${time}:00Z`)
const longAgo = new Date('2025-06-01T09:00:00Z')

export async function councilWithReminders(into: Database, values: { demo?: boolean; answerLinks?: boolean } = {}) {
  const { id: councilId } = await make.makeCouncil(into, values)
  const person = (name: string, more: Partial<Parameters<typeof make.makePerson>[1]> = {}) =>
    make.makePerson(into, { councilId, name, createdAt: longAgo, ...more })
  const lead = await person('Lena Lead', { role: 'lead' })
  const pat = await person('Pat Owner')
  const patOwner = await make.makeOwner(into, { councilId, personId: pat.id })
  const source = await make.makeSource(into, { councilId })
  /** Due in two weeks, so that it is asked on the Monday. */
  const recommendation = async (dueOn = '2026-03-16', owners = [patOwner.id], text?: string) => {
    const made = await make.makeRecommendation(into, {
      councilId,
      sourceId: source.id,
      owners,
      createdAt: longAgo,
      ...(text === undefined ? {} : { text }),
    })
    const action = await make.makeAction(into, {
      councilId,
      recommendationId: made.id,
      completion: dueOn,
      createdAt: longAgo,
      today: monday,
    })
    return { ...made, action }
  }
  return { councilId, scope: forCouncil(councilId, 'test'), lead, pat, patOwner, source, person, recommendation }
}
