/**
 * What stands around a plan's tables: its title, whose it is, the date it is told for, and footnotes. The rest is not
 * understood, and a person looks at it.
 */
import type { IsoDate } from '../dates'
import type { Block, Source } from './blocks'
import { FOOTNOTE, type SortedRows } from './action-plan-records'
import { isGroupHeading, textsOf } from './action-plan-tables'
import type { Furniture } from './draft'
import { findDates } from './report-dates'

export type Surroundings = {
  title: string | null
  organisation: string | null
  asAt: IsoDate | null
  furniture: Furniture[]
  footnotes: { text: string; source: Source }[]
  notUnderstood: { text: string; source: Source }[]
}

type Words = { text: string; source: Source; heading: boolean }

export function readSurroundings(blocks: Block[], inPlans: Set<Block>, sorted: SortedRows[]): Surroundings {
  const above = new Set<Block>(sorted.flatMap((each) => each.above))
  const pages = blocks.filter((block) => block.kind === 'page-furniture')
  const around = blocks.filter((block) => block.kind !== 'page-furniture' && (!inPlans.has(block) || above.has(block)))
  const firstRow = blocks.findIndex((block) => inPlans.has(block) && !above.has(block))
  const words = around.map(wordsOf)
  const before = words.filter((_, index) => blocks.indexOf(around[index]!) < firstRow)
  const title = before.find(({ heading }) => heading) ?? before[0] ?? null
  const headings = words.filter((_, index) => isGroupHeading(around[index]!))
  const told = words.filter(
    (each) => each === title || headings.includes(each) || (before.includes(each) && tells(each.text)),
  )
  const notes = words.filter(({ text }) => FOOTNOTE.test(text) && !KEY.test(text))
  const keys = keyLines(words)
  const inRows = sorted.flatMap((each) => each.footnotes)
  const used = new Set([...told, ...notes, ...keys])
  const page = pages.map(wordsOf)
  return {
    title: title?.text ?? null,
    organisation: councilIn([...before, ...page].map(({ text }) => text)) ?? onlyCouncilIn(blocks),
    asAt: asAtIn([...told, ...page].map(({ text }) => text)),
    furniture: [
      ...page.map(({ source }): Furniture => ({ reason: 'page', source })),
      ...[...told, ...keys.filter((line) => !told.includes(line)), ...inRows.filter(({ text }) => KEY.test(text))].map(
        ({ source }): Furniture => ({ reason: 'boilerplate', source }),
      ),
    ],
    footnotes: [...notes, ...inRows.filter(({ text }) => !KEY.test(text))].map(({ text, source }) => ({
      text,
      source,
    })),
    notUnderstood: words.filter((each) => !used.has(each)).map(({ text, source }) => ({ text, source })),
  }
}

const wordsOf = (block: Block): Words =>
  block.kind === 'row'
    ? {
        text: textsOf(block)
          .filter((text) => text !== '')
          .join(' '),
        source: block.source,
        heading: false,
      }
    : { text: block.text, source: block.source, heading: block.kind === 'heading' }

/** What the colours and numbers of a plan stand for: a line that begins with "Key", and the short ones under it. */
const KEY = /^(?:(?:rag|status|colour|traffic light)(?: status| rating)? )?(?:key|legend)\b/i
const KEY_LINE =
  /^(?:(?:r|a|g|b|w|red|amber|green|blue|black|grey|white|yellow|[1-5]|[✓✔●■])\b\s*[-–=:]?\s|(?:complete|on (?:track|target)|at risk|off track|delayed|not started|in progress|overdue|slipped|ongoing)\b)/i

function keyLines(words: Words[]): Words[] {
  let inKey = false
  return words.filter(({ text }) => {
    inKey = (KEY.test(text) && text.length < 200) || (inKey && text.length < 80 && KEY_LINE.test(text))
    return inKey
  })
}

/** A line that only says whose plan it is, or for when. */
const tells = (text: string): boolean =>
  text.length < 120 && (AS_AT.test(text) || (councilIn([text]) !== null && !/[.;]\s/.test(text)))

const AS_AT =
  /\b(?:as at|as of|position at|updated?|update on|status at|progress (?:at|to)|monitoring date|date of (?:report|update)|last reviewed)\b/i

function asAtIn(texts: string[]): IsoDate | null {
  for (const text of texts) {
    const said = AS_AT.exec(text)
    const date = said === null ? undefined : findDates(text).find(({ start }) => start >= said.index)
    if (date !== undefined) return date.to
  }
  return null
}

const NAME = "[A-Z][\\p{L}'’]+(?:[- ](?:upon|on|and|of|in|the|under|le|with|[A-Z][\\p{L}'’]+))*?"
const COUNCIL = new RegExp(
  `\\b((?:London|Royal) Borough of ${NAME}(?= Council\\b|[.,;:)]|$)(?: Council)?|${NAME} (?:Metropolitan |London |County |City |Borough |District |Town |Parish |Combined )*(?:Council|Corporation|Authority)\\b)`,
  'u',
)
const NO_NAME = /^(?:the|our|this|a|each|every|all|city|county|borough|district|town|member of|members of)\b/i

function councilIn(texts: string[]): string | null {
  for (const text of texts) {
    const name = COUNCIL.exec(text)?.[1]
    if (name !== undefined && !NO_NAME.test(name)) return name
  }
  return null
}

const KIND_OF_COUNCIL = /\b(?:Borough|City|County|District|Metropolitan|London|Town|Parish|Combined)\b/

/** Where no title says whose plan it is, the one council that its words name in full. */
function onlyCouncilIn(blocks: Block[]): string | null {
  const texts = blocks.flatMap((block) => (block.kind === 'row' ? textsOf(block) : [block.text]))
  const names = new Set(
    texts.map((text) => councilIn([text])).filter((name) => name !== null && KIND_OF_COUNCIL.test(name)),
  )
  return names.size === 1 ? [...names][0]! : null
}
