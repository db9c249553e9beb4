/**
 * Which recommendations somebody may see and answer for, beside what their role allows (permissions.ts). A lead answers
 * for any; an owner for what is theirs, or their team's, or that of somebody they stand in for. An owner limited to a
 * service also answers for that service, with the services under it, and sees nothing else of the plan but their own.
 */
import { done, refused, type Outcome } from './outcome'
import type { Role } from './permissions'

export type Asker = {
  personId: string
  role: Role
  limitedToService: boolean
  /** Their service and those under it. */
  serviceIds: readonly string[]
}
export type Point = {
  /** The people behind its owners and its actions' owners: a team's contact, and who stands in for one on leave. */
  ownerPersonIds: readonly string[]
  serviceId: string | null
}

const isLimited = (asker: Asker) => asker.role === 'owner' && asker.limitedToService
export const isTheirs = (asker: Asker, point: Point): boolean => point.ownerPersonIds.includes(asker.personId)
const isOfTheirService = (asker: Asker, point: Point) =>
  point.serviceId !== null && asker.serviceIds.includes(point.serviceId)

/** What may not be seen is not there at all: nobody learns that it exists. */
export const maySeePoint = (asker: Asker, point: Point): boolean =>
  !isLimited(asker) || isTheirs(asker, point) || isOfTheirService(asker, point)

export function checkAnsweringFor(asker: Asker, point: Point): Outcome {
  if (asker.role === 'lead' || isTheirs(asker, point)) return done(undefined)
  if (isLimited(asker) && isOfTheirService(asker, point)) return done(undefined)
  return refused('This recommendation is not yours. Its owners and the lead can record progress on it.')
}
