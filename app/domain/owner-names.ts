/**
 * Owners as they are written into one cell: people, posts and teams joined by "/", ",", ";", "&", "and" or line ends.
 * A service whose own name has an "and" in it stays whole. A written name is matched to a person only as a suggestion
 * with its certainty: somebody confirms it.
 */
const TITLES = /^(?:mr|mrs|ms|miss|mx|dr|prof(?:essor)?|cllr|councillor|sir|dame|lord|lady|rev)\b\.?\s+/i
const LABEL =
  /^(?:(?:lead|responsible|accountable|support(?:ing)?|joint) ?(?:officer|owner|person|service)?s?|owners?|officers?|leads?) ?:\s*/i
const NOBODY =
  /^(?:n\/?a|none|tb[acd]|to be (?:confirmed|agreed|advised|decided|appointed)|vacant|various|all|-+|\?+)?$/i
const POST =
  /\b(?:head|director|manager|officer|assistant|lead|leader|chief|executive|co-?ordinator|supervisor|advis[oe]r|administrator|analyst|clerk|member|champion|team|group|board|panel|reps?|representatives?|staff|services? leads?|committee)s?\b/i
const PERSON =
  /^(?:\p{Lu}\.? ?){1,3}(?:\p{Lu}\p{Ll}?[\p{L}'’-]+)$|^\p{Lu}[\p{L}'’-]+ (?:\p{Lu}\. ?)?\p{Lu}[\p{L}'’-]+$/u
/** Words of which services' names are made: two of them joined are one service, "Revenues and Benefits". */
const SERVICE_WORDS =
  /\b(?:revenues?|benefits?|health|safety|parks?|leisure|housing|planning|building|control|environment(?:al)?|waste|recycling|highways?|transport|adults?|children'?s?|families|education|skills|culture|libraries|museums?|finance|resources|legal|democratic|democracy|governance|customers?|services?|communications?|marketing|digital|information|technology|performance|policy|strategy|equality|diversity|inclusion|learning|development|economy|regeneration|growth|community|communities|neighbourhoods?|licensing|registration|bereavement|procurement|property|assets?|facilities|elections?|audit|risk|insurance|payroll|people|organisational|corporate|support|change|transformation|business|tourism|events|care|public|protection|trading|standards|street|scene|grounds)\b/i

const withoutTitle = (name: string) => name.trim().replace(TITLES, '')
const looksLikePerson = (name: string) => {
  const bare = withoutTitle(name)
  return PERSON.test(bare) && !SERVICE_WORDS.test(bare) && !POST.test(bare)
}

/** "Parks & Leisure", "Head of Housing and Benefits", "Health and Safety Manager": the "and" is inside the name. */
function belongTogether(left: string, right: string): boolean {
  if (looksLikePerson(left) || looksLikePerson(right)) return false
  if (POST.test(left) && POST.test(right)) return false
  return SERVICE_WORDS.test(left) && SERVICE_WORDS.test(right)
}

function splitAtAnd(text: string): string[] {
  const [first = '', ...others] = text.split(/\s*&\s*|\s+and\s+|\s*\+\s*/i)
  const names = [first]
  const joins = text.match(/\s*&\s*|\s+and\s+|\s*\+\s*/gi) ?? []
  others.forEach((name, index) => {
    const last = names.length - 1
    if (belongTogether(names[last]!, name)) names[last] += joins[index]! + name
    else names.push(name)
  })
  return names
}

const SEPARATOR = /[/;,\n\r\t|•]/

/** Separators inside brackets belong to what stands there; a bracket that is never closed holds nothing together. */
function splitOutsideBrackets(text: string): string[] {
  const lastClosing = text.lastIndexOf(')')
  const parts = ['']
  let depth = 0
  for (let index = 0; index < text.length; index++) {
    const letter = text.charAt(index)
    if (letter === '(' && index < lastClosing) depth++
    if (letter === ')' && depth > 0) depth--
    if (depth === 0 && SEPARATOR.test(letter)) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts
}

/** "Okafor, A" is one name. */
const SURNAME_FIRST = /^(\p{Lu}[\p{L}'’-]+), ?((?:\p{Lu}\.? ?){1,3})$/u

/** Each owner once, in the order of the cell; the first is the one who answers. Nobody ("TBC", "n/a") gives none. */
export function splitOwners(cell: string): string[] {
  const text = cell.normalize('NFC').trim()
  if (NOBODY.test(text)) return []
  const parts = SURNAME_FIRST.test(text)
    ? [text]
    : splitOutsideBrackets(text).flatMap((part) => splitAtAnd(part.trim()))
  const names = parts
    .map((part) =>
      part
        .trim()
        .replace(LABEL, '')
        .replace(/\s+/g, ' ')
        .replace(/^(?:and|&)\s+|[.:]+$/gi, '')
        .trim(),
    )
    .filter((name) => name !== '' && !NOBODY.test(name))
  const seen = new Set<string>()
  return names.filter((name) => {
    const key = normaliseName(name) || name
    return seen.has(key) ? false : seen.add(key)
  })
}

/**
 * Entries that a document ran together ("A Okafor B Marsh/ C Lind"), parted at each new initial and surname;
 * joint owners stay in one entry.
 */
export function splitRunTogether(text: string): string[] {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(?<![/,&;+]|\band|\bwith|(?:^|\s)\p{Lu}\.?)\s(?=(?:\p{Lu}\.? ?){1,2}\p{Lu}\p{Ll}[\p{L}'’-]*)/u)
    .filter((entry) => entry !== '')
}

/** For matching only: "A. Okafor", "Mr A Okafor" and "Okafor, A" become "a okafor". */
export function normaliseName(name: string): string {
  const bare = withoutTitle(name.replace(/\([^)]*\)/g, ' '))
  const reordered = bare.replace(/^(\p{L}[\p{L}'’-]+), *(\p{L}[\p{L}. ]*)$/u, '$2 $1')
  return reordered
    .normalize('NFD')
    .replace(/\p{M}|['’‘`]/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

export type KnownOwner = { id: string; name: string; post: string | null }
export type Certainty = 'certain' | 'likely' | 'possible'
export type OwnerSuggestion<Owner extends KnownOwner = KnownOwner> = { owner: Owner; certainty: Certainty; why: string }

/** One letter put in, left out, changed, or two neighbours swapped. */
function isOneSlipAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const [restA, restB] = [a.slice(start), b.slice(start)]
  if (restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1)) return true
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2)
}

const SURE: Record<Certainty, number> = { certain: 0, likely: 1, possible: 2 }

function compareName(written: string[], known: string[]): { certainty: Certainty; why: string } | null {
  const [surname, otherSurname] = [written.at(-1)!, known.at(-1)!]
  const [first, otherFirst] = [written[0]!, known[0]!]
  if (written.join(' ') === known.join(' ')) return { certainty: 'certain', why: 'the same name' }
  if (written.length === 1) {
    const alone = surname === otherSurname ? 'the same surname' : surname === otherFirst ? 'the same first name' : null
    return alone === null ? null : { certainty: 'possible', why: alone }
  }
  if (known.length === 1 || first[0] !== otherFirst[0]) return null
  const initialOnly = first.length <= 2 || otherFirst.length <= 2
  if (surname === otherSurname && (first === otherFirst || initialOnly)) {
    return {
      certainty: 'likely',
      why: first === otherFirst ? 'the same first name and surname' : 'the same initial and surname',
    }
  }
  const slipped = surname.length >= 5 && isOneSlipAway(surname, otherSurname) && (first === otherFirst || initialOnly)
  return slipped ? { certainty: 'possible', why: 'almost the same surname' } : null
}

function compareOwner<Owner extends KnownOwner>(written: string, owner: Owner): OwnerSuggestion<Owner> | null {
  const name = normaliseName(written)
  const known = normaliseName(owner.name)
  if (name === '' || known === '') return null
  if (owner.post !== null && name === normaliseName(owner.post)) {
    return { owner, certainty: 'likely', why: 'the same post' }
  }
  const match = compareName(name.split(' '), known.split(' '))
  return match && { owner, ...match }
}

/** The surest first. Two people whom the name fits equally well are each only possible. */
export function suggestOwners<Owner extends KnownOwner>(
  written: string,
  owners: readonly Owner[],
): OwnerSuggestion<Owner>[] {
  const found = owners.flatMap((owner) => compareOwner(written, owner) ?? [])
  const ranked = found.sort((a, b) => SURE[a.certainty] - SURE[b.certainty])
  const best = ranked[0]?.certainty
  const tied = ranked.filter(({ certainty }) => certainty === best).length > 1
  return ranked.map((suggestion) =>
    tied && suggestion.certainty === best ? { ...suggestion, certainty: 'possible' } : suggestion,
  )
}
