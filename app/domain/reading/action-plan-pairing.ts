/**
 * Owners and dates with their actions. A line of a cell is one entry; entries pair with the actions when they are as
 * many, by printed number or in order, and otherwise stay with the recommendation. What a document ran together is
 * parted in the way that fits the actions, and marked as inferred.
 */
import { parseCompletionDate } from '../completion-date'
import { splitOwners, splitRunTogether } from '../owner-names'
import { actionsIn, showsNumber, type CellActions, type PlanAction } from './action-plan-actions'
import { dateEntriesIn, type DateEntries } from './action-plan-dates'
import type { DraftAction, DraftCompletion } from './draft'

export type PlanTexts = { actions: string; owners: string; dates: string }
export type PairingOptions = {
  /** The document lost its line breaks: entries and actions may stand run together. */
  flattened: boolean
  /** One row, one action: whoever stands in the row is an owner of it. */
  rowIsAction: boolean
}
export type Paired = {
  actions: DraftAction[]
  owners: string[]
  completions: DraftCompletion[]
  notes: string[]
  fragment: boolean
}

export function pairEntries(texts: PlanTexts, options: PairingOptions): Paired {
  const cell = actionsIn(texts.actions)
  const dates = dateEntriesIn(texts.dates)
  const lines = ownerLines(texts.owners)
  const counted = countActions(cell, dates, lines, options)
  const { actions } = counted
  const owners = ownersFor(lines, actions.length, options)
  const completions = datesFor(dates, actions)
  const paired = actions.map((action, index): DraftAction => ({
    number: action.number ?? String(index + 1),
    text: action.text,
    owners: owners.entries === null ? [] : splitOwners(owners.entries[index]!),
    inferred:
      counted.inferred ||
      (owners.entries !== null && owners.parted) ||
      (completions.paired !== null && dates.printed !== actions.length),
    completion: completions.paired?.[index] ?? null,
  }))
  return {
    actions: paired,
    owners: everyOwner(lines),
    completions: completions.unpaired,
    notes: [...(cell.introduction === null ? [] : [cell.introduction]), ...dates.footnotes],
    fragment: cell.fragment,
  }
}

type Counted = { actions: PlanAction[]; inferred: boolean }

/** As many actions as the marks say; where the marks were lost, as many as dates and owners count. */
function countActions(
  cell: CellActions,
  dates: DateEntries,
  owners: string[],
  { flattened, rowIsAction }: PairingOptions,
): Counted {
  const { open } = cell
  if (open === null || rowIsAction) return { actions: cell.actions, inferred: false }
  const byDates = new Set(dates.readings.map((entries) => entries.length))
  const byOwners = ownerReadings(owners).map((entries) => entries.length)
  const fits = (count: number) => (byDates.has(count) ? 1 : 0) + (byOwners.includes(count) ? 1 : 0)
  const least = flattened ? open.least : 1
  const possible = Array.from({ length: open.most - least + 1 }, (_, index) => least + index)
  const best = possible.reduce((kept, count) => (fits(count) >= fits(kept) ? count : kept), least)
  if (fits(best) > 0) return best === 1 ? whole(cell) : { actions: open.split(best), inferred: true }
  if (!flattened) return whole(cell)
  const most = open.split(open.most)
  if (showsNumber(most)) return { actions: most, inferred: true }
  return open.least > 1 ? { actions: open.split(open.least), inferred: true } : whole(cell)
}

const whole = ({ actions }: CellActions): Counted => ({ actions, inferred: false })

/** Stray quotes and bullets are no part of a name. */
const ownerLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^[\s"'“”•·*\-–]+|[\s"'“”]+$/g, ''))
    .filter((line) => line !== '')
    .reduce<string[]>((lines, line) => {
      // "K Brown/" or "& others": joint owners whose entry broke over a line.
      const joins = lines.length > 0 && (/(?:[/&,]|\band)$/i.test(lines.at(-1)!) || /^(?:[/&]|and\b)/i.test(line))
      if (joins) lines[lines.length - 1] += ` ${line}`
      else lines.push(line)
      return lines
    }, [])

/** The lines as they are, and each parted where names ran together. */
function ownerReadings(lines: string[]): string[][] {
  const parted = lines.flatMap(splitRunTogether)
  return parted.length === lines.length ? [lines] : [lines, parted]
}

function ownersFor(
  lines: string[],
  count: number,
  { rowIsAction }: PairingOptions,
): { entries: string[] | null; parted: boolean } {
  if (count === 0 || lines.length === 0) return { entries: null, parted: false }
  if (rowIsAction && count === 1) return { entries: [everyOwner(lines).join('\n')], parted: false }
  const [asPrinted, parted] = ownerReadings(lines)
  if (parted !== undefined && parted.length === count) return { entries: parted, parted: true }
  return parted === undefined && asPrinted!.length === count
    ? { entries: asPrinted!, parted: false }
    : { entries: null, parted: false }
}

const everyOwner = (lines: string[]): string[] => [...new Set(lines.flatMap(splitRunTogether).flatMap(splitOwners))]

function datesFor(
  dates: DateEntries,
  actions: PlanAction[],
): { paired: DraftCompletion[] | null; unpaired: DraftCompletion[] } {
  const fitting = dates.readings.find((entries) => entries.length === actions.length && entries.length > 0)
  if (fitting !== undefined)
    return { paired: inOrderOf(actions, fitting).map((entry) => parseCompletionDate(entry)), unpaired: [] }
  return { paired: null, unpaired: dates.readings[0]!.map((entry) => parseCompletionDate(entry)) }
}

/** "2. March 2026" belongs to action 2, wherever it stands. */
function inOrderOf(actions: PlanAction[], entries: string[]): string[] {
  const numbered = entries.map((entry) => /^\(?(\d{1,2}|[a-z])[.)]\s+(.+)$/is.exec(entry))
  if (numbered.some((match) => match === null)) return entries
  const byNumber = new Map(numbered.map((match) => [match![1]!.toLowerCase(), match![2]!]))
  const ordered = actions.map(({ number }, index) => byNumber.get((number ?? String(index + 1)).toLowerCase()))
  return ordered.every((entry) => entry !== undefined) ? (ordered as string[]) : entries
}
