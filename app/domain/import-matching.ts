/**
 * Whether a point that is read from a document is one we have already: by its words, its number, its elements and its
 * kin. A document read again adds nothing; a report and a tracker of the same points find each other, whichever comes
 * second. What is proposed here a person decides.
 */
import { normaliseElement } from './standard'

export type ReadPoint = { number: string; text: string; elements: readonly string[] }
export type KnownPoint = ReadPoint & {
  id: string
  sourceId: string
  state: 'open' | 'closed'
  /** The point that took its place: what is the same as this one is the same as that. */
  supersededById?: string | null
  /** What else it was called: a tracker's own words for a point of a report. */
  otherWords?: readonly string[]
}
/** How alike, 0 to 1; `certain` needs no second look. */
export type Match = { point: KnownPoint; likeness: number; certain: boolean; why: string }

const common = new Set(
  'a an and are as at be been by can could do for from has have how in into is it its may more not of on or our should so some such than that the their them there these they this those to was we were what when which who will with would you your'.split(
    ' ',
  ),
)

/** The telling words, their endings cut so that "targets" and "target" are one. */
export function tellingWords(text: string): Set<string> {
  const words = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u2019']s\b/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !common.has(word))
  return new Set(words.map(stemOf))
}

/** "Evaluation", "evaluated" and "evaluate", "training" and "train" are one: endings go as long as a stem is left. */
function stemOf(word: string): string {
  const stem = word.replace(/(?<=\p{L}{4})(?:s|es|ies)$/u, '')
  return stem
    .replace(/(?<=\p{L}{4})(?:ations?|ated?|ating|ments?|ings?|ed|ly|ers?|e|y)$/u, '')
    .replace(/(?<=\p{L}{4})([a-z])\1$/u, '$1')
}

/** Shared words of the shorter text, weighed a little by how different the lengths are: a tracker shortens a report. */
export function likeness(a: string, b: string): number {
  const [one, other] = [tellingWords(a), tellingWords(b)]
  const [few, many] = one.size <= other.size ? [one, other] : [other, one]
  if (few.size === 0) return 0
  let shared = 0
  for (const word of few) if (many.has(word)) shared++
  const contained = shared / few.size
  const jaccard = shared / (few.size + many.size - shared)
  // A handful of words is contained in anything: what is short must be alike as a whole.
  const trust = Math.min(1, few.size / 6)
  return trust * (0.7 * contained + 0.3 * jaccard) + (1 - trust) * jaccard
}

const sameWords = (a: string, b: string) => a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim()

function sharedElements(a: readonly string[], b: readonly string[]): number {
  const [one, other] = [a, b].map((list) => new Set(list.map((each) => normaliseElement(each) ?? each)))
  return [...one!].filter((element) => other!.has(element)).length
}

const isNumbered = (known: ReadPoint, read: ReadPoint): boolean =>
  read.number !== '' && read.number.toLowerCase() === known.number.toLowerCase()

function matchOf(read: ReadPoint, known: KnownPoint): Match | null {
  const called = [known.text, ...(known.otherWords ?? [])]
  if (read.text.trim() !== '' && called.some((words) => sameWords(read.text, words))) {
    return { point: known, likeness: 1, certain: true, why: 'the words are the same' }
  }
  const words = likeness(read.text, known.text)
  const elements = sharedElements(read.elements, known.elements)
  const number = isNumbered(known, read)
  const score = Math.min(0.99, words + (elements > 0 ? 0.15 : 0) + (number ? 0.08 : 0))
  // The very same elements say more than the words do, where a council has put the point into words of its own.
  const reworded =
    elements > 0 && elements >= known.elements.length && elements >= read.elements.length && words >= 0.12
  if (!reworded && (score < 0.45 || words < 0.3)) return null
  const reasons = [
    `${Math.round(words * 100)}% of the telling words`,
    ...(elements > 0 ? [elements === 1 ? 'an element' : `${elements} elements`] : []),
    ...(number ? ['the number'] : []),
  ]
  return { point: known, likeness: score, certain: score >= 0.85, why: `shared: ${reasons.join(', ')}` }
}

/**
 * For each point that was read, the one it most likely is, or null. Two lines of a document may be one point of ours
 * (a row that was split), so a known point can be named twice.
 */
export function matchPoints(read: readonly ReadPoint[], known: readonly KnownPoint[]): (Match | null)[] {
  return read.map((point) =>
    known.reduce<Match | null>((best, each) => {
      const match = matchOf(point, each)
      if (match === null) return best
      const better =
        best === null ||
        match.likeness > best.likeness ||
        (match.likeness === best.likeness && each.state === 'open' && best.point.state === 'closed')
      return better ? match : best
    }, null),
  )
}

/** Every known point that a line may be, the likeliest first; each once, and the one in whose place it stands now. */
export function matchesOf(read: ReadPoint, known: readonly KnownPoint[]): Match[] {
  const byId = new Map(known.map((point) => [point.id, point]))
  const standing = (point: KnownPoint, seen = new Set<string>()): KnownPoint => {
    const next = point.supersededById == null || seen.has(point.id) ? undefined : byId.get(point.supersededById)
    return next === undefined ? point : standing(next, seen.add(point.id))
  }
  const found = known
    .flatMap((point) => matchOf(read, point) ?? [])
    .sort(
      (a, b) =>
        b.likeness - a.likeness ||
        Number(a.point.state === 'closed') - Number(b.point.state === 'closed') ||
        // Two rows of a tracker may have the same words: their numbers tell them apart.
        Number(isNumbered(b.point, read)) - Number(isNumbered(a.point, read)),
    )
    .map((match) => ({ ...match, point: standing(match.point) }))
  return found.filter((match, index) => found.findIndex(({ point }) => point.id === match.point.id) === index)
}

/** The parts of a list of actions (or of anything with words) that we do not have yet. */
export const notYetAmong = <T extends { text: string }>(read: readonly T[], known: readonly { text: string }[]): T[] =>
  read.filter(
    (each) => !known.some((other) => sameWords(each.text, other.text) || likeness(each.text, other.text) >= 0.9),
  )
