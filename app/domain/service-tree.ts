/**
 * A council's services as a tree: a service stands under at most one other, and never under itself or what is under it.
 */
export type ServiceNode = { id: string; name: string; parentId: string | null }
export type PlacedService<T> = T & { depth: number }

/** In the order they are shown: each followed by those under it, by name. */
export function placeServices<T extends ServiceNode>(services: readonly T[]): PlacedService<T>[] {
  const ids = new Set(services.map(({ id }) => id))
  const under = (parentId: string | null) =>
    services
      .filter(
        (service) => (service.parentId !== null && ids.has(service.parentId) ? service.parentId : null) === parentId,
      )
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  const placed = (parentId: string | null, depth: number): PlacedService<T>[] =>
    under(parentId).flatMap((service) => [{ ...service, depth }, ...placed(service.id, depth + 1)])
  return placed(null, 0)
}

/** Where it may not be put: under itself, or under what is under it. */
export function wouldCircle(services: readonly ServiceNode[], id: string, parentId: string | null): boolean {
  const parents = new Map(services.map((service) => [service.id, service.parentId]))
  const seen = new Set<string>()
  for (let at = parentId; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
    if (at === id) return true
    seen.add(at)
  }
  return false
}
