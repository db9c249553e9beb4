/**
 * Totals in a sentence: "Of the 19 elements reviewed, 2 were found to be Compliance Plus, 16 Compliant and 1 Partially
 * Compliant". A sentence about another year or an earlier review, or about one criterion, counts something else.
 */
import type { Level, LevelCounts } from './draft'
import { sentencesOf } from './report-claims'
import { countOfAll, noCounts } from './report-totals'
import { readLevel } from './report-words'

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')
const COUNT = `\\d{1,2}|${NUMBERS.join('|')}|none|zero|nil`
const LEVEL =
  'non[\\s-]*compl\\w+|not met|partial(?:ly)?(?:[\\s-]+(?:compl\\w+|met))?|(?:full|fully)(?:[\\s-]+(?:compl\\w+|met))?|compl[ai]+n\\w+[\\s-]+plus|compl[ai]+n(?:t|ce)(?!\\s*\\+)'
const BETWEEN =
  '(?:\\s+(?:elements?|of|the|these|them|which|that|were|are|was|is|have|has|been|rated|found|to|be|as|being|awarded|assessed|judged|at|areas?|with|scored|achieved|considered|deemed|a|an|rating))*'
const PAIR = new RegExp(`\\b(${COUNT})\\b${BETWEEN}\\s+["“‘']?(${LEVEL})\\b`, 'gi')
const ANOTHER =
  /\b(?:19|20)\d\d\b|\b(?:previous(?:ly)?|last|earlier|initial(?:ly)?|prior|before|formerly|criteri(?:on|a)|maximum|allowed|up to|at most|from)\b/i
const FEWEST_IN_ALL = 5

/** The counts of the first such sentence of a text; null where it has none. */
export function readTotalsSaid(text: string): LevelCounts | null {
  for (const sentence of sentencesOf(text)) {
    const counts = ANOTHER.test(sentence) ? null : countsIn(sentence)
    if (counts !== null) return counts
  }
  return null
}

/** Three levels at least, or two of which one is full: less is a remark. */
function countsIn(sentence: string): LevelCounts | null {
  const said = new Map<Level, number>()
  for (const [, count = '', words = ''] of sentence.matchAll(PAIR)) {
    const level = readLevel(words)
    if (level === null || said.has(level)) return null
    said.set(level, numberOf(count.toLowerCase()))
  }
  if (said.size < 2 || (said.size === 2 && !said.has('full'))) return null
  const counts = { ...noCounts(), ...Object.fromEntries(said) }
  return countOfAll(counts) < FEWEST_IN_ALL ? null : counts
}

const numberOf = (text: string): number => (/\d/.test(text) ? Number(text) : Math.max(0, NUMBERS.indexOf(text)))
