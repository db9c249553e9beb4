/** Fields level-1.1.1 and so on, of a form or a URL; an empty one says that the element was not looked at. */
import { isLevel, type Level } from '~/domain/compliance'
import { isElementNumber } from '~/domain/standard'

export function levelsOf(fields: Record<string, unknown>): Map<string, Level> {
  const levels = new Map<string, Level>()
  for (const [name, value] of Object.entries(fields)) {
    const element = name.startsWith('level-') ? name.slice('level-'.length) : ''
    if (isElementNumber(element) && isLevel(value)) levels.set(element, value)
  }
  return levels
}
