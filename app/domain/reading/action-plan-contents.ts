/**
 * What stands in a column, whatever it is called: numbers, elements, names, dates, words for a state, or prose. It
 * settles headings that could be two things ("Status" over a page of prose is progress) and columns without a heading.
 */
import { parseCompletionDate } from '../completion-date'
import { splitOwners } from '../owner-names'
import { elementsIn } from './element-references'
import type { PlanField } from './action-plan-fields'

export type Contents = Readonly<
  Record<'number' | 'element' | 'date' | 'name' | 'category' | 'status', number> & { filled: number; length: number }
>

/** "7", "7.", "R3", "Rec 12", "(a)", "2.1", "AFI/4". */
export const numberPattern =
  /^\(?(?:(?:(?:[A-Z]{1,4}|rec(?:ommendation)?|action|no|item|ref)[ ./#-]*)?\d{1,4}(?:[./-]\d{1,3}){0,2}[a-z]?|[a-z]|[ivx]{1,5})[.):]?$/i
const CATEGORY = /^(?:cat(?:egory)?\.?\s*)?[1-4](?:\s*(?:[-–:(]|\()\s*[^\d]{0,40})?$/i
const STATUS =
  /^(?:r|a|g|b|red|amber|green|blue|black|grey|white|yellow|(?:not )?(?:yet )?(?:start|complet|clos|achiev|implement)\w*|done|open|on ?track|off ?track|on ?target|behind(?: schedule)?|delayed|slipped|late|overdue|at risk|in progress|under ?way|ongoing|pending|partially complete\w*|yes|no|n\/a|tbc|\d{1,3} ?%)(?: ?[-–/(].{0,30})?$/i
const NAME =
  /^(?:\p{Lu}\.? ?){1,2}\p{Lu}[\p{L}'’-]+$|^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){1,2}$|^\p{Lu}{2,3}$|\b(?:head|manager|director|officer|lead|team)\b/iu
const SAMPLE = 40

/** Each share is worked out when it is asked for: most columns are settled by their headings. */
export function contentsOf(cells: string[]): Contents {
  const texts = cells.filter((text) => text !== '').slice(0, SAMPLE)
  const known = new Map<string, number>()
  const share = (name: string, fits: (text: string) => boolean): number => {
    if (!known.has(name)) known.set(name, texts.length === 0 ? 0 : texts.filter(fits).length / texts.length)
    return known.get(name)!
  }
  return {
    filled: texts.length,
    length: texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length),
    get number() {
      return share('number', (text) => numberPattern.test(text))
    },
    get element() {
      return share('element', (text) => text.length < 60 && elementsIn(text).length > 0)
    },
    get date() {
      return share('date', isDateLike)
    },
    get name() {
      return share('name', isNameLike)
    },
    get category() {
      return share('category', (text) => CATEGORY.test(text))
    },
    get status() {
      return share('status', (text) => STATUS.test(text))
    },
  }
}

const isNameLike = (text: string): boolean =>
  text.length < 120 && text.split('\n').every((line) => splitOwners(line).some((name) => NAME.test(name)))

const isDateLike = (text: string): boolean =>
  text.length < 160 &&
  text.split('\n').some((line) => parseCompletionDate(line).kind !== 'unknown' || /^tb[acd]$/i.test(line.trim()))

/** What a heading says, corrected by what stands under it. */
export function corrected(field: PlanField, contents: Contents): PlanField {
  if (contents.filled === 0) return field
  const prose = contents.length > 45
  switch (field) {
    case 'number':
    case 'action-number':
      return contents.length > 25 && contents.number < 0.3 ? 'recommendation' : field
    case 'actions':
      // "Step" over "1.1": numbers of actions, and no actions.
      return contents.number >= 0.6 && contents.length < 8 ? 'action-number' : field
    case 'elements':
      return contents.element >= 0.2 ? field : 'other'
    case 'category':
      if (contents.category >= 0.5) return 'category'
      if (prose) return 'progress'
      // "Category" over "Digital" is a topic.
      return contents.status >= 0.5 ? 'status' : contents.category + contents.status > 0.1 ? 'category' : 'other'
    case 'status':
      return prose && contents.status < 0.5 ? 'progress' : 'status'
    case 'progress':
      if (contents.category === 1 && contents.filled > 2) return 'category'
      return contents.status >= 0.8 && contents.length < 20 ? 'status' : 'progress'
    case 'completion':
    case 'revised':
      return contents.length > 80 && contents.date < 0.2 ? 'other' : field
    case 'responsibility':
      return contents.date >= 0.6 && contents.name < 0.3 ? 'completion' : contents.length > 120 ? 'other' : field
    default:
      return field
  }
}

/** What a column without a telling heading is, by its contents alone; null where it could be anything. */
export function fieldOfContents(contents: Contents, isFirst: boolean): PlanField | null {
  if (contents.filled < 2 || contents.length > 120) return null
  if (isFirst && contents.number >= 0.6) return 'number'
  if (contents.element >= 0.6) return 'elements'
  if (contents.date >= 0.6 && contents.length < 60) return 'completion'
  if (contents.category >= 0.9 && !isFirst) return 'category'
  if (contents.status >= 0.7) return 'status'
  return contents.name >= 0.6 && contents.length < 60 ? 'responsibility' : null
}
