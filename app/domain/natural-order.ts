/**
 * The order people expect of numbers that are text: 2 before 10, 1.2 before 1.2.1, 3 before 3a, figures before letters.
 * Points of a plan carry whatever number their source gave them, letters and references included.
 */
export function compareNaturally(a: string, b: string): number {
  if (a === b) return 0
  const left = a.match(runs) ?? []
  const right = b.match(runs) ?? []
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = compareRuns(left[i]!, right[i]!)
    if (difference !== 0) return difference
  }
  return left.length - right.length || compareText(a, b)
}

const runs = /\d+|\D+/g
const isFigures = (run: string): boolean => /^\d/.test(run)

function compareRuns(a: string, b: string): number {
  if (isFigures(a) !== isFigures(b)) return isFigures(a) ? -1 : 1
  return isFigures(a) ? compareFigures(a.replace(/^0+/, ''), b.replace(/^0+/, '')) : compareText(a, b)
}

/** As text, so that no run of figures is too long to compare. */
const compareFigures = (a: string, b: string): number => a.length - b.length || compareText(a, b)

/** By code unit: the same on every machine, whatever its language. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
