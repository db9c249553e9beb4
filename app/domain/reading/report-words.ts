/**
 * The few words that every assessor's report is built of, in each form that assessors write them: the four levels,
 * the kinds of review, the names of assessors.
 */
import { wordCount } from './report-lines'
import type { Level, ReviewKind } from './draft'

const LEVEL_CODES: Record<string, Level> = {
  'c+': 'plus',
  cp: 'plus',
  'cp+': 'plus',
  fc: 'full',
  f: 'full',
  c: 'full',
  p: 'partial',
  pc: 'partial',
  nc: 'non',
  n: 'non',
  'n/c': 'non',
}
const LONGEST_LEVEL_WORDS = 5

/** The level a cell or a label says, and nothing but a level: 'Compliant Plus', 'Partial', 'Non-\nCompliance', 'C+'. */
export function readLevel(text: string): Level | null {
  const words = text
    .toLowerCase()
    .replace(/[.:*]+$/g, '')
    .trim()
  const code = LEVEL_CODES[words]
  if (code !== undefined) return code
  if (words === '' || wordCount(words) > LONGEST_LEVEL_WORDS || /\d/.test(words)) return null
  if (!/^[a-z\s/&()+-]+$/.test(words)) return null
  if (/\bnon\b[\s-]*(?:compl|conform)|\bnot\s+(?:met|compliant)\b/.test(words) || words === 'non') return 'non'
  if (/\bpart(?:ial|ially|ly)?\b/.test(words)) return 'partial'
  if (/\bplus\b|compl\w*\s*\+/.test(words)) return 'plus'
  if (/^(?:full(?:y)?\s+)?compl[ai]+n(?:ce|t|cy)(?:\s+elements?)?$|^full(?:y)?(?:\s+met)?$|^met$/.test(words))
    return 'full'
  return null
}

/** The kind of review that a cover, a heading or a label names; null where it names none. */
export function readKind(text: string): ReviewKind | null {
  const words = text.toLowerCase().replace(/[\s–-]+/g, ' ')
  if (
    /\bre ?(?:certif|accredit|assess)|\b(?:3|three) ?year(?:ly)?\b|\bthird year\b|\byear ?(?:3|three)\b|\brp ?3\b|\bfull review\b|\b36 ?months?\b/.test(
      words,
    )
  )
    return 'recertification'
  if (
    /\b24 ?months?\b|\byear ?(?:2|two)\b|\bsecond (?:year|annual|review|surveillance)|\b2nd year\b|\brp ?2\b/.test(
      words,
    )
  )
    return 'annual-2'
  if (/\b(?:review|programme|surveillance|visit) (?:2|two)\b/.test(words)) return 'annual-2'
  if (/\b12 ?months?\b|\byear ?(?:1|one)\b|\bfirst (?:year|annual|surveillance)|\b1st year\b|\brp ?1\b/.test(words))
    return 'annual-1'
  if (/\b(?:review|programme|surveillance|visit) (?:1|one)\b|\bfirst review\b/.test(words)) return 'annual-1'
  if (/\binitial\b|\bfull assessment\b|\bcertification (?:assessment|review)\b/.test(words)) return 'initial'
  return null
}

export const kindWords: Record<ReviewKind, string> = {
  initial: 'initial assessment',
  'annual-1': 'first annual review',
  'annual-2': 'second annual review',
  recertification: 'three-year review',
}

const ORDER: ReviewKind[] = ['initial', 'annual-1', 'annual-2', 'recertification']
/** What comes next in the cycle; after a recertification it begins again with the first annual review. */
export const kindAfter = (kind: ReviewKind): ReviewKind =>
  kind === 'recertification' ? 'annual-1' : ORDER[ORDER.indexOf(kind) + 1]!

/** 'A Weaver/B Cole' are two. */
export const namesIn = (text: string): string[] =>
  text
    .split(/\s*(?:\/|,|;|&|\band\b)\s*/)
    .map((name) => name.replace(/^[\s:–-]+|[\s:–-]+$/g, ''))
    .filter((name) => /\p{L}{2}/u.test(name))

const NOTHING = /^(?:n\/?\s?a|none?|nil|not applicable|nothing(?: to report)?|no elements?|tbc|[-–—.\s]*)\.?$/i
/** A cell that says that there is nothing to say. */
export const saysNothing = (text: string): boolean => NOTHING.test(text.trim())
