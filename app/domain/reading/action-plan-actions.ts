/**
 * The actions in a cell. Several are told apart by their numbers, bullets or lines; one paragraph of prose is one. Where
 * a document lost the marks, sentences are taken for actions only as far as dates or owners count as many.
 */
export type PlanAction = { number: string | null; text: string }
export type CellActions = {
  actions: PlanAction[]
  /** Words before the first numbered action that begin nowhere: what stood before them was lost. */
  fragment: boolean
  /** "The work covers:" before a list of actions. */
  introduction: string | null
  /** How many actions there could be where the marks were lost; null where the marks say it. */
  open: OpenActions | null
}
export type OpenActions = {
  /** As many as there are lines; as many as there surely are, once line breaks were lost; and at most. */
  lines: number
  least: number
  most: number
  split(count: number): PlanAction[]
}

const MARK = /^(?:\(?(\d{1,2}|[a-z]|[ivx]{1,4})[.)]|[•●○◦▪▫■□➢➤►▸‣⁃·✓✔]|[-–—*](?=\s))\s*(?=\S)/iu

export function actionsIn(text: string): CellActions {
  const lines = mergedLines(text)
  if (lines.length === 0) return { actions: [], fragment: false, introduction: null, open: null }
  const marked = lines.some((line) => MARK.test(line))
  const items = marked ? markedItems(lines) : lines.map((line) => ({ number: null, text: line }))
  const actions = items.flatMap(splitAtNumbers)
  const first = actions[0]!
  if (!marked && actions.every(({ number }) => number === null))
    return { actions, fragment: isFragment(first.text), introduction: null, open: openActions(lines) }
  const numbered = actions.length > 1 && first.number === null && actions[1]!.number !== null
  const introduction = numbered && /:$/.test(first.text) ? first.text : null
  return {
    actions: introduction === null ? actions : actions.slice(1),
    fragment: numbered && introduction === null && (beginsNowhere(first.text) || actions[1]!.number !== '2'),
    introduction,
    open: null,
  }
}

/** Lines that begin in the middle of a sentence belong to the line above. */
function mergedLines(text: string): string[] {
  const lines: string[] = []
  for (const line of text.split('\n').map((each) => each.trim())) {
    const above = lines.at(-1)
    if (line === '') continue
    const goesOn = above !== undefined && !MARK.test(line) && (/^[\p{Ll}(&]/u.test(line) || /\w-$/.test(above))
    if (goesOn) lines[lines.length - 1] = /\w-$/.test(above) ? above + line : `${above} ${line}`
    else lines.push(line)
  }
  return lines
}

function markedItems(lines: string[]): PlanAction[] {
  const items: PlanAction[] = []
  for (const line of lines) {
    const mark = MARK.exec(line)
    const last = items.at(-1)
    if (mark !== null) items.push({ number: mark[1] ?? null, text: line.slice(mark[0].length) })
    else if (
      last !== undefined &&
      items.length > 0 &&
      (last.number !== null || items.some(({ number }) => number !== null))
    )
      last.text += ` ${line}`
    else items.push({ number: null, text: line })
  }
  return items
}

/** "1. Ask them. 2. Tell them." in one line: numbers that count on from one another. */
function splitAtNumbers(item: PlanAction): PlanAction[] {
  const marks = [...item.text.matchAll(/(?:^|\s)(\d{1,2})[.)]\s+(?=\S)/g)].map((match) => ({
    number: Number(match[1]),
    start: match.index,
    end: match.index + match[0].length,
  }))
  const run = countingRun(marks, item)
  if (run.length === 0) return [item]
  const parts: PlanAction[] = []
  const before = item.text.slice(0, run[0]!.start).trim()
  if (before !== '') parts.push({ number: item.number, text: before })
  run.forEach(({ number, end }, index) => {
    parts.push({ number: String(number), text: item.text.slice(end, run[index + 1]?.start).trim() })
  })
  return parts
}

type NumberMark = { number: number; start: number; end: number }

function countingRun(marks: NumberMark[], { number, text }: PlanAction): NumberMark[] {
  const wanted = number !== null && /^\d+$/.test(number) ? Number(number) + 1 : null
  for (const [index, first] of marks.entries()) {
    const begins = first.start === 0 || first.number === 1 || first.number === wanted || beginsNowhere(text)
    if (!begins) continue
    const run = [first]
    for (const mark of marks.slice(index + 1)) if (mark.number === run.at(-1)!.number + 1) run.push(mark)
    if (run.length > 1 || first.start === 0 || first.number === wanted) return run
  }
  return []
}

/** In the middle of a sentence: lower case, or the dots that stand for what is missing. */
const beginsNowhere = (text: string): boolean => /^(?:…|\.{2,}|\p{Ll})/u.test(text.trim())

/** Words alone, without numbers after them, are torn only where no thought begins so: some write all in small letters. */
const isFragment = (text: string): boolean =>
  /^(?:…|\.{2,}|(?:and|or|of|to|with|by|for|from|through|in|on|at|as|which|that|than|via|including|per|into)\b)/.test(
    text.trim(),
  )

/** How surely an action begins there: a line, or a number; a word that begins a thought; no more than a sentence. */
type Sureness = 3 | 2 | 1
type Boundary = { at: number; sure: Sureness; number: string | null }

/**
 * Where actions could begin in a text without marks: after a sentence, which may as well be the next sentence of the
 * same action; or where no stop was but a word with a capital begins a new thought, which surely was a line of its own.
 */
function boundariesIn(text: string): Boundary[] {
  const found: Boundary[] = []
  for (const match of text.matchAll(/(\S+)(?:[ \t]+(?=(\d{1,2})[.)]\s|(\p{Lu}[\p{L}'’]*))|\n)/gu)) {
    const [whole, before, number, word] = match
    const at = match.index + whole.length
    if (whole.includes('\n')) {
      found.push({ at, sure: 3, number: null })
      continue
    }
    const stopped =
      /[.;]["')]?$/.test(before!) &&
      !/^\d{1,2}[.)]$/.test(before!) &&
      !/\b(?:e\.g|i\.e|eg|ie|no|approx)\.$/i.test(before!)
    if (number !== undefined) {
      if (stopped) found.push({ at, sure: 3, number })
    } else if (stopped) found.push({ at, sure: 1, number: null })
    else if (/[\p{L}\p{N})]$/u.test(before!) && !JOINS.test(before!) && beginsThought(word!))
      found.push({ at, sure: 2, number: null })
  }
  return found.slice(0, MOST_BOUNDARIES)
}

/** Verbs with which actions begin in plans, and words that never have a capital inside a sentence. */
const BEGINNINGS = new Set(
  `add address adopt advertise agree align allocate amend analyse appoint apply arrange ask assess assign attend audit
  benchmark brief bring build carry celebrate change check circulate clarify collate collect commission communicate
  compare compile complete conduct confirm consider consolidate consult contact continue convene co-ordinate coordinate
  create decide define deliver demonstrate deploy design determine develop devise discuss display distribute document
  draft embed enable encourage engage enhance ensure establish evaluate examine expand explore extend feed finalise
  find form formalise gather give hold identify implement improve include increase inform install instigate integrate
  introduce investigate invite issue keep launch learn liaise link look maintain make manage map measure meet monitor
  move negotiate obtain offer organise pilot place plan prepare present prioritise procure produce promote provide
  publicise publish pull purchase put raise recognise record recruit redesign reduce refresh reinforce refer remind remove replace report request
  research respond review revise roll run schedule secure seek select send set share show simplify strengthen submit
  support survey tell test track train transfer undertake update upgrade use validate visit work write
  the a an this these those all each any every it there we
  after before once when where while if as depending following subject based`.split(/\s+/),
)
const beginsThought = (word: string): boolean => BEGINNINGS.has(word.toLowerCase()) && !/^\p{Lu}{2,}$/u.test(word)

/** After these a word with a capital is a name. */
const JOINS =
  /^(?:a|an|the|and|or|of|for|to|in|on|at|by|with|from|as|via|per|our|their|its|each|all|any|new|next|under|into|through|between|within|against|including|regarding|re|is|are|be|was)$/i
const MOST_BOUNDARIES = 60

/** Longer than any list of actions; a page of prose is not searched for lost marks. */
const LONGEST = 6_000

function openActions(lines: string[]): OpenActions | null {
  const text = lines.join('\n')
  if (text.length > LONGEST) return null
  const boundaries = boundariesIn(text)
  if (boundaries.length === 0) return null
  const surer = (than: number) => boundaries.filter(({ sure }) => sure > than).length
  return {
    lines: lines.length,
    least: surer(1) + 1,
    most: boundaries.length + 1,
    split: (count) => splitAt(text, kept(text, boundaries, count)),
  }
}

/** So many boundaries that the actions are as many; the shortest sentence is the least likely to be one of its own. */
function kept(text: string, boundaries: Boundary[], count: number): Boundary[] {
  let left = boundaries
  while (left.length > count - 1) {
    const edges = [0, ...left.map(({ at }) => at), text.length]
    const shorter = left.map((_, index) =>
      Math.min(edges[index + 1]! - edges[index]!, edges[index + 2]! - edges[index + 1]!),
    )
    const weakest = left.reduce(
      (least, { sure }, index) => ((sure - left[least]!.sure || shorter[index]! - shorter[least]!) < 0 ? index : least),
      0,
    )
    left = left.filter((_, index) => index !== weakest)
  }
  return left
}

function splitAt(text: string, boundaries: Boundary[]): PlanAction[] {
  const edges = [{ at: 0, number: null as string | null }, ...boundaries]
  return edges.map(({ at, number }, index) => {
    const words = text.slice(at, edges[index + 1]?.at).trim()
    return { number, text: number === null ? words : words.replace(/^\d{1,2}[.)]\s+/, '') }
  })
}

/** Whether a lost list still shows one of its numbers, in the place where it would stand. */
export const showsNumber = (actions: PlanAction[]): boolean =>
  actions.some(({ number }, index) => number === String(index + 1))
