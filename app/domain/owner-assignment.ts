/**
 * Who owns a recommendation after a change: those kept in their order, then whoever is added. One of them is the
 * answering owner, the one who is asked: as chosen, else whoever answered before and is still there, else the first.
 */
export type Assignment = { ownerIds: readonly string[]; answering: string | null }

export function decideOwners(
  before: Assignment,
  change: { keep: readonly string[]; added: readonly string[]; answering: string | null },
): Assignment {
  const kept = before.ownerIds.filter((id) => change.keep.includes(id))
  const ownerIds = [...new Set([...kept, ...change.added])]
  const wished = [change.answering, before.answering].find((id) => id !== null && ownerIds.includes(id))
  return { ownerIds, answering: wished ?? ownerIds[0] ?? null }
}

export const isSameAssignment = (a: Assignment, b: Assignment): boolean =>
  a.answering === b.answering && a.ownerIds.join() === b.ownerIds.join()
