/**
 * Sentences that give levels without a table: "those found before (111, 113) all remain CP", "all remain, except
 * 2.2.1", and how many new ones are said to follow.
 */
import { elementsIn } from './element-references'
import { sentencesOf } from './report-claims'

export type Statement = {
  /** Named as keeping or getting the level. */
  elements: string[]
  /** Named as losing it. */
  lost: string[]
  /** Speaks of all that had the level before, without their numbers. */
  allBefore: boolean
  /** How many new ones it says there are. */
  announced: number | null
}

const KEEPS = /\b(?:remains?|retain\w*|continu\w*|still|maintain\w*|carr(?:y|ied) forward|confirmed|held|keeps?)\b/i
const LOSES =
  /\b(?:no longer|lost|removed|withdrawn|downgraded|not (?:been )?(?:retained|maintained|carried|confirmed))\b/i
const EXCEPT =
  /\b(?:except(?:ing)?(?: for)?|with the exception of|apart from|other than|excluding|but not|aside from)\b/i
const BEFORE = /\b(?:previous(?:ly)?|earlier|existing|initial(?:ly)?|last (?:year|time|visit)|already|before)\b/i
const LEVEL = /\b(?:CP|complian(?:ce|t)[\s-]+plus|partial(?:ly)?|non-?complian\w+|elements?)\b/i
const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const ANNOUNCED = new RegExp(
  `\\b(\\d{1,2}|${NUMBERS.join('|')})\\s+(?:additional|new|further|more|extra)\\b[^.]{0,40}\\b(?:CP|compliance plus|elements?)\\b`,
  'i',
)

/** Null for a text that gives no element a level in words. */
export function readStatement(text: string): Statement | null {
  const statement: Statement = { elements: [], lost: [], allBefore: false, announced: null }
  for (const sentence of sentencesOf(text)) readSentence(sentence, statement)
  const says =
    statement.elements.length > 0 || statement.lost.length > 0 || statement.allBefore || statement.announced !== null
  return says ? statement : null
}

function readSentence(sentence: string, statement: Statement): void {
  const announced = ANNOUNCED.exec(sentence)?.[1]?.toLowerCase()
  if (announced !== undefined && /\bfollow|\bbelow\b|\bidentified\b/i.test(sentence))
    statement.announced ??= NUMBERS.includes(announced) ? NUMBERS.indexOf(announced) + 1 : Number(announced)
  const [main = '', ...rest] = sentence.split(EXCEPT)
  if (LOSES.test(sentence) && rest.length === 0) {
    statement.lost.push(...elementsIn(sentence))
    return
  }
  if (!KEEPS.test(sentence) || !(LEVEL.test(sentence) || elementsIn(main).length > 1)) return
  const named = elementsIn(main)
  statement.elements.push(...named)
  statement.lost.push(...rest.flatMap((part) => elementsIn(withWord(part))))
  statement.allBefore ||= named.length === 0 && (BEFORE.test(main) || /\ball\b/i.test(main))
}

/** Numbers after 'except' are elements too, dots or none. */
const withWord = (part: string): string => `elements ${part.trim()}`
