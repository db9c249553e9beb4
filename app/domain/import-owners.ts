/**
 * Who may answer for a new point: whoever answers for its element, or answered for the last point that named it, or the
 * head of the service it was given to. A suggestion with its reason: nobody is given anything before a person says so.
 */
import type { ImportFacts } from './import-facts'

export type SuggestedOwner = { owner: string; why: string }
type Asked = { elements: readonly string[]; tracked: object | null }

export function suggestOwner(line: Asked, facts: ImportFacts, certificationId: string | null): SuggestedOwner | null {
  // A tracker names its own owners.
  if (line.tracked !== null) return null
  for (const element of line.elements) {
    const owns = facts.elementOwners.find(
      (each) => each.element === element && (certificationId === null || each.certificationId === certificationId),
    )
    if (owns) return { owner: owns.owner, why: `answers for ${element}` }
  }
  for (const element of line.elements) {
    const before = facts.points.findLast(({ owner, elements }) => owner !== null && elements.includes(element))
    if (before)
      return { owner: before.owner!, why: `owned ${element} last time, as ${before.number} of “${before.source}”` }
  }
  for (const element of line.elements) {
    const before = facts.points.findLast(({ service, elements }) => service !== null && elements.includes(element))
    if (before?.service)
      return { owner: before.service.head, why: `heads ${before.service.name}, which had ${element} last time` }
  }
  return null
}
