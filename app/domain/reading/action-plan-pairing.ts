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

/** The texts of the cells; and their lines as they stand on the page, where the reader took some together. */
export type PlanTexts = { actions: string; owners: string; dates: string; ownerLines?: string[]; dateLines?: string[] }
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
  const dates = withPageLines(dateEntriesIn(texts.dates), texts.dateLines)
  // A row that broke over lines broke its names as well: "Complaints" and "Officer" are one.
  const lines = options.flattened ? wholeNames(ownerLines(texts.owners)) : ownerLines(texts.owners)
  const readings = ownerReadings(lines, texts.ownerLines)
  const counted = countActions(cell, dates, readings, options)
  const { actions } = counted
  const owners = ownersFor(readings, actions.length, options)
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
    owners: everyOwner(owners.entries ?? lines),
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
  owners: string[][],
  { flattened, rowIsAction }: PairingOptions,
): Counted {
  const { open } = cell
  if (open === null || rowIsAction) return { actions: cell.actions, inferred: false }
  const byDates = new Set(dates.readings.map((entries) => entries.length))
  const byOwners = new Set(owners.map((entries) => entries.length))
  const fits = (count: number) => (byDates.has(count) ? 1 : 0) + (byOwners.has(count) ? 1 : 0)
  const least = flattened ? Math.max(open.lines, open.least) : open.lines
  const possible = Array.from({ length: open.most - least + 1 }, (_, index) => least + index)
  const best = possible.reduce((kept, count) => (fits(count) >= fits(kept) ? count : kept), least)
  if (fits(best) > 0) return best === open.lines ? whole(cell) : { actions: open.split(best), inferred: true }
  if (!flattened) return whole(cell)
  const most = open.split(open.most)
  if (showsNumber(most)) return { actions: most, inferred: true }
  return least > open.lines ? { actions: open.split(least), inferred: true } : whole(cell)
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
      const joins =
        lines.length > 0 && (/(?:[/&,]|\b(?:and|of|for|the))$/i.test(lines.at(-1)!) || /^(?:[/&]|and\b)/i.test(line))
      if (joins) lines[lines.length - 1] += ` ${line}`
      else lines.push(line)
      return lines
    }, [])

/** The lines as they are, as they stand on the page, and each parted where names ran together. */
function ownerReadings(lines: string[], pageLines: string[] = []): string[][] {
  if (lines.length === 0) return []
  const others = [wholeNames(ownerLines(pageLines.join('\n'))), lines.flatMap(splitRunTogether)]
  return [lines, ...others.filter((reading) => reading.length > lines.length)]
}

/** Lines of which one ends, or the next begins, with half a name ("Head of" and "Housing") are one entry. */
function wholeNames(lines: string[]): string[] {
  const isHalf = (name: string | undefined) =>
    (name?.trim().split(/\s+/).length ?? 0) < 2 && !/^\p{Lu}{2,4}$/u.test(name?.trim() ?? '')
  const whole: string[] = []
  for (const line of lines) {
    const above = whole.at(-1)
    const last = above?.split(SEPARATOR).at(-1)
    const first = line.split(SEPARATOR)[0]!
    const torn =
      above !== undefined &&
      (isHalf(last) || isHalf(first) || /\b(?:of|for|the)$/i.test(above) || /^\p{Ll}/u.test(line))
    if (torn) whole[whole.length - 1] += ` ${line}`
    else whole.push(line)
  }
  return whole
}
const SEPARATOR = /\s*[/,;&]\s*|\s+and\s+/

function withPageLines(dates: DateEntries, pageLines: string[] = []): DateEntries {
  const { readings } = dateEntriesIn(pageLines.join('\n'))
  return { ...dates, readings: [...dates.readings, ...readings.filter((entries) => entries.length > dates.printed)] }
}

/** The reading with as many entries as there are actions; names that ran together are parted even so. */
function ownersFor(
  readings: string[][],
  count: number,
  { rowIsAction }: PairingOptions,
): { entries: string[] | null; parted: boolean } {
  const [printed] = readings
  if (count === 0 || printed === undefined) return { entries: null, parted: false }
  if (rowIsAction && count === 1) return { entries: [everyOwner(printed).join('\n')], parted: false }
  const parted = readings.slice(1).find((reading) => reading.length === count)
  if (parted !== undefined) return { entries: parted, parted: true }
  const ranTogether =
    readings.length > 1 &&
    readings.at(-1)!.length > printed.length &&
    splitRunTogether(printed.join('\n')).length > printed.length
  return printed.length === count && !ranTogether
    ? { entries: printed, parted: false }
    : { entries: null, parted: false }
}

const everyOwner = (lines: string[]): string[] => [
  ...new Set(
    lines
      .flatMap((line) => line.split('\n'))
      .flatMap(splitRunTogether)
      .flatMap(splitOwners),
  ),
]

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
