import { isLevel, type Level } from '~/domain/compliance'
import type { Typed } from '~/http/parse-form'

/** The page has a form for each query, so a field's name carries the query's id. */
export const levelField = (queryId: string, element: string) => `level-${queryId}-${element}`
export const whyField = (queryId: string) => `why-${queryId}`

export function chosenLevels(typed: Typed, queryId: string): Map<string, Level> {
  const start = levelField(queryId, '')
  return new Map(
    Object.entries(typed).flatMap(([name, value]) =>
      name.startsWith(start) && isLevel(value) ? [[name.slice(start.length), value] as const] : [],
    ),
  )
}
