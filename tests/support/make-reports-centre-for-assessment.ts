/**
 * Documents in the layout of the Centre for Assessment, made up from a seed: one to three filled forms in one document,
 * grids filled, blank or missing, partial and plus tables with their headings or without, broken over pages, elements
 * with their dots or without, earlier points repeated with the answer in, under or after them.
 */
import { addDays } from '~/domain/dates'
import type { Level, LevelCounts, ReviewKind } from '~/domain/reading/draft'
import { allCriteria, allElements, elementsOfCriterion } from '~/domain/reading/report-elements'
import {
  Sheet,
  chanceOf,
  countsOf,
  dateForm,
  inMonths,
  listForm,
  paragraph,
  sentence,
  someAssessors,
  someDate,
  someLevels,
  type Chance,
  type Expected,
  type MadeReport,
} from './make-reports'

const KINDS: ReviewKind[] = ['initial', 'annual-1', 'annual-2']
const LABELS: Record<ReviewKind, string> = {
  initial: 'Initial Assessment',
  'annual-1': '12-month Review',
  'annual-2': '24-month Review',
  recertification: 'Recertification',
}
const CRITERIA = ['Knowing People', 'A Habit of Service', 'Telling and Reaching', 'Delivery', 'Speed and Care']

type Style = {
  upper: boolean
  plainHeadings: boolean
  dotted: boolean
  grids: boolean
  losesTableHeadings: boolean
  breaks: boolean
  contents: boolean
  notes: boolean
  losesFormHeading: boolean
}

export type CentreSlip = 'none' | 'plus-lost' | 'grid'

type Made = Expected['reviews'][number]

/** `slip` plants one contradiction: a plus that the later review forgets, or a grid that counts one plus too many. */
export function makeCentreForAssessment(seed: number, slip: CentreSlip = 'none'): MadeReport {
  const chance = chanceOf(seed)
  const style: Style = {
    upper: chance.yes(0.3),
    plainHeadings: chance.yes(),
    dotted: chance.yes(),
    grids: chance.yes(0.8),
    losesTableHeadings: chance.yes(),
    breaks: chance.yes(),
    contents: chance.yes(0.7),
    notes: chance.yes(0.7),
    losesFormHeading: chance.yes(0.2),
  }
  const sheet = new Sheet()
  const organisation = `${chance.pick(['Northmoor', 'Eastvale', 'Longford'])} District Council`
  const count = slip === 'plus-lost' ? 2 : 1 + chance.whole(3)
  const kinds = KINDS.slice(0, count)
  const plans = plansOf(chance, kinds, slip)
  const narrative: string[] = []
  const say = (title: string) => (style.upper ? title.toUpperCase() : title)

  sheet.heading('Customer Service Excellence', style.plainHeadings)
  sheet.heading('Assessment Report', style.plainHeadings)
  sheet.heading('Name of Organisation', style.plainHeadings)
  sheet.paragraph(organisation)
  const titles = [
    say('Section A: Scoring Achievement by Criterion'),
    ...KINDS.map((kind, index) => say(`Section ${'BCD'[index]}: ${LABELS[kind]} Report`)),
    say('Section E: Notes'),
  ]
  if (style.contents) {
    sheet.heading(say('Contents'), style.plainHeadings)
    sheet.table()
    titles.forEach((title, index) => sheet.row(title, `Page ${index + 2}`))
  }
  sheet.paragraph(paragraph(chance))
  if (style.grids) {
    sheet.heading(titles[0]!, style.plainHeadings)
    KINDS.forEach((kind, index) => grid(sheet, chance, style, kind, plans[index]?.printed ?? null))
  }
  const reviews: Made[] = []
  kinds.forEach((kind, index) => {
    // The last form can lose its heading: the one after it would otherwise be taken for a part of it.
    const lost = style.losesFormHeading && index === count - 1 && index > 0
    if (!lost) sheet.heading(titles[index + 1]!, style.plainHeadings)
    reviews.push(form(sheet, chance, style, plans[index]!, reviews, narrative))
    sheet.furniture(`Page ${index + 4}`)
  })
  for (const [index, kind] of KINDS.entries()) if (index >= count) blankForm(sheet, titles[index + 1]!, kind, style)
  if (style.notes) notes(sheet, chance, titles[4]!, style)
  reviews[0]!.organisation = organisation
  return { blocks: sheet.blocks, expected: { reviews, queries: queriesOf(plans, style), inferred: [], narrative } }
}

type Plan = {
  kind: ReviewKind
  levels: Map<string, Level>
  /** Plus at the review before, and named again. */
  carried: string[]
  fresh: string[]
  forgotten: string[]
  printed: ({ criterion: string } & LevelCounts)[]
  report: string
  slip: CentreSlip
}

function plansOf(chance: Chance, kinds: readonly ReviewKind[], slip: CentreSlip): Plan[] {
  const plans: Plan[] = []
  let report = someDate(chance)
  for (const kind of kinds) {
    const before = plans.at(-1)
    const levels = before === undefined ? someLevels(chance, allElements) : laterLevels(chance, before.levels)
    const plus = allElements.filter((element) => levels.get(element) === 'plus')
    const was = allElements.filter((element) => before?.levels.get(element) === 'plus')
    const forgotten = before !== undefined && slip === 'plus-lost' ? was.slice(0, 2) : []
    const printed = gridOf(levels)
    for (const element of forgotten) levels.set(element, 'full')
    if (slip === 'grid' && before === undefined) {
      printed[4]!.plus++
      printed[4]!.full--
    }
    plans.push({
      kind,
      levels,
      carried: plus.filter((element) => was.includes(element) && !forgotten.includes(element)),
      fresh: plus.filter((element) => !was.includes(element)),
      forgotten,
      printed,
      report,
      slip,
    })
    report = inMonths(report, 11 + chance.whole(3))
  }
  return plans
}

const laterLevels = (chance: Chance, before: ReadonlyMap<string, Level>): Map<string, Level> =>
  new Map(
    [...before].map(([element, level]) => [
      element,
      level === 'full' && chance.yes(0.08) ? 'plus' : level === 'partial' && chance.yes() ? 'full' : level,
    ]),
  )

const gridOf = (levels: ReadonlyMap<string, Level>) =>
  allCriteria.map((criterion) => ({
    criterion,
    ...countsOf(elementsOfCriterion(criterion).map((element) => levels.get(element)!)),
  }))

const criterionTitle = (index: number, style: Style): string =>
  `Criterion ${index + 1} – ${style.upper ? CRITERIA[index]!.toUpperCase() : CRITERIA[index]}`

function grid(
  sheet: Sheet,
  chance: Chance,
  style: Style,
  kind: ReviewKind,
  printed: ({ criterion: string } & LevelCounts)[] | null,
): void {
  sheet.heading(LABELS[kind], style.plainHeadings)
  sheet.table()
  sheet.row('', ...CRITERIA.map((title, index) => `${index + 1}${chance.pick(['- ', ' – '])}${title}`))
  const rows: [string, Level][] = [
    ['Non-Compliance', 'non'],
    ['Partial Compliance', 'partial'],
    ['Full Compliance', 'full'],
    ['Compliance Plus', 'plus'],
  ]
  for (const [label, level] of rows)
    sheet.row(
      label,
      ...allCriteria.map((criterion) =>
        printed === null ? '' : String(printed.find((each) => each.criterion === criterion)![level]),
      ),
    )
}

function form(sheet: Sheet, chance: Chance, style: Style, plan: Plan, before: Made[], narrative: string[]): Made {
  const { kind, report } = plan
  const assessors = someAssessors(chance)
  const isLater = before.length > 0
  const tell = (text: string, item = false) => {
    narrative.push(text)
    if (item) sheet.item(text)
    else sheet.paragraph(text)
  }
  const names = assessors.join(chance.pick(['/', ' and ', ' & ']))
  const day = dateForm(chance, report)
  if (chance.yes()) sheet.paragraph(`Assessor name ${names} Date of report ${day}`)
  else {
    sheet.table()
    sheet.row('Assessor name', names, 'Date of report', day)
  }
  const review: Made = {
    kind,
    assessors,
    reportedOn: report,
    documentReviewOn: null,
    visitDates: [],
    scope: 'all',
    ratings: [],
    totals: style.grids ? countsOf([]) : null,
    totalsByCriterion: style.grids ? plan.printed : [],
    strengths: [],
    areasForDevelopment: [],
    nextReview: null,
    marks: null,
  }
  if (style.grids)
    for (const counts of plan.printed)
      for (const level of ['plus', 'full', 'partial', 'non'] as const) review.totals![level] += counts[level]

  sheet.heading(isLater ? 'Changes in relation to the five criteria' : 'Context')
  tell(paragraph(chance))
  if (isLater)
    for (const [index] of CRITERIA.entries()) {
      sheet.heading(criterionTitle(index, style), style.plainHeadings)
      tell(sentence(chance), true)
      tell(sentence(chance), true)
    }
  else {
    sheet.heading('Key Strengths', style.plainHeadings)
    for (let index = 0; index < 3; index++) {
      const text = sentence(chance)
      review.strengths.push({ text, elements: [] })
      sheet.item(text)
    }
  }
  if (isLater) updates(sheet, chance, style, before.at(-1)!)
  newAreas(sheet, chance, style, review, isLater)
  const next = nextDate(chance, plan)
  review.nextReview = next.expected
  const printsNextFirst = !isLater
  if (printsNextFirst) nextLine(sheet, chance, next.label, next.text)
  const justified = isLater
    ? laterTables(sheet, chance, style, plan)
    : criterionTables(sheet, chance, style, plan, tell)
  if (isLater || chance.yes()) {
    sheet.heading('Use of Customer Service Excellence marks', style.plainHeadings)
    review.marks = 'The sign is shown at each front door and nowhere else'
    sheet.paragraph(review.marks)
  }
  if (!printsNextFirst) nextLine(sheet, chance, next.label, next.text)
  review.ratings = allElements.map((element) => {
    const level = plan.levels.get(element)!
    return { element, level, stated: level !== 'full', justification: justified.get(element) ?? null }
  })
  return review
}

function nextDate(chance: Chance, { kind, report }: Plan) {
  const first = inMonths(report, 11)
  const days = 1 + chance.whole(3)
  const last = addDays(first, days - 1)
  const text =
    days === 1
      ? dateForm(chance, first)
      : `${dateForm(chance, first)} ${days === 2 ? 'and' : 'to'} ${dateForm(chance, last)}`
  const next: ReviewKind = kind === 'initial' ? 'annual-1' : kind === 'annual-1' ? 'annual-2' : 'recertification'
  const label = `Provisional date for ${next === 'recertification' ? 'recertification' : LABELS[next].replace(' Review', ' review')} visit`
  return { text, label, expected: { kind: next, from: first, to: last } }
}

function nextLine(sheet: Sheet, chance: Chance, label: string, text: string): void {
  const shape = chance.whole(3)
  if (shape === 0) {
    sheet.table()
    sheet.row(label, text)
  } else if (shape === 1) sheet.paragraph(`${label}: ${text}`)
  else {
    sheet.paragraph(label)
    sheet.paragraph(text)
  }
}

function newAreas(sheet: Sheet, chance: Chance, style: Style, review: Made, isLater: boolean): void {
  sheet.heading(
    isLater ? chance.pick(['New areas for development', 'Further areas for development']) : 'Areas for Development',
    style.plainHeadings,
  )
  const count = 1 + chance.whole(6)
  for (let index = 0; index < count; index++) {
    const elements = chance.yes(0.3) ? [chance.pick(allElements)] : []
    const text = `Look again at point ${review.kind} ${'abcdefgh'[index]}: ${paragraph(chance, 2)}${elements.length === 0 ? '' : ` ${listForm(chance, elements)}`}`
    review.areasForDevelopment.push({ number: String(index + 1), text, elements, response: null })
    sheet.item(text)
  }
}

/** The earlier points again, with the answer in the same item, as a paragraph, as an item of its own, or none. */
function updates(sheet: Sheet, chance: Chance, style: Style, before: Made): void {
  sheet.heading(
    chance.pick(['Updates re areas for development', 'Progress on previous areas for development']),
    style.plainHeadings,
  )
  for (const area of before.areasForDevelopment) {
    const shape = chance.whole(5)
    const answer = shape === 0 ? null : `Seen: ${sentence(chance)}`
    area.response = answer
    const repeated = chance.yes(0.2) ? area.text.replace('Look again', 'Looking again') : area.text
    if (shape === 1) sheet.item(`${repeated} ${answer}`)
    else if (shape === 4 && style.breaks) {
      const words = repeated.split(' ')
      sheet.item(words.slice(0, 9).join(' '))
      sheet.paragraph(words.slice(9).join(' '))
      sheet.paragraph(answer!)
    } else {
      sheet.item(repeated)
      if (shape === 2) sheet.item(answer!)
      else if (answer !== null) sheet.paragraph(answer)
    }
  }
}

const write = (element: string, style: Style): string => (style.dotted ? element : element.replaceAll('.', ''))

function table(
  sheet: Sheet,
  chance: Chance,
  style: Style,
  elements: readonly string[],
  justified: Map<string, string>,
  statement: string | null = null,
): void {
  sheet.table()
  sheet.row('Element', 'Justification')
  if (statement !== null) sheet.row('', statement)
  if (elements.length === 0 && statement === null) sheet.row(chance.pick(['NA', 'N/A', 'None']), '')
  elements.forEach((element, index) => {
    const text = sentence(chance).slice(0, -1)
    justified.set(element, text)
    const words = text.split(' ')
    if (style.breaks && index > 0 && chance.yes(0.2)) sheet.table()
    if (style.breaks && chance.yes(0.2)) {
      const at = words.findIndex((word, place) => place > 2 && /^[a-z]/.test(word))
      sheet.row(write(element, style), words.slice(0, at).join(' '))
      sheet.table()
      sheet.row('', words.slice(at).join(' '))
    } else sheet.row(write(element, style), text)
  })
}

function criterionTables(
  sheet: Sheet,
  chance: Chance,
  style: Style,
  { levels }: Plan,
  tell: (text: string) => void,
): Map<string, string> {
  const justified = new Map<string, string>()
  allCriteria.forEach((criterion, index) => {
    sheet.heading(criterionTitle(index, style), style.plainHeadings)
    sheet.heading('Summary', style.plainHeadings)
    tell(paragraph(chance))
    const at = (level: Level) => elementsOfCriterion(criterion).filter((element) => levels.get(element) === level)
    sheet.heading('Partial Compliance Elements', style.plainHeadings)
    table(sheet, chance, style, at('partial'), justified)
    if (!style.losesTableHeadings) sheet.heading('Compliance Plus Elements', style.plainHeadings)
    table(sheet, chance, style, at('plus'), justified)
  })
  return justified
}

function laterTables(
  sheet: Sheet,
  chance: Chance,
  style: Style,
  { levels, carried, fresh }: Plan,
): Map<string, string> {
  const justified = new Map<string, string>()
  sheet.heading('Partial Compliance elements', style.plainHeadings)
  table(
    sheet,
    chance,
    style,
    allElements.filter((element) => levels.get(element) === 'partial'),
    justified,
  )
  if (!style.losesTableHeadings) sheet.heading('Compliance Plus elements', style.plainHeadings)
  const list = carried.map((element) => write(element, style)).join(chance.pick([',', ', ']))
  const statement = carried.length === 0 ? null : `Elements named as CP before (${list}) all remain so.`
  table(sheet, chance, style, fresh, justified, statement)
  return justified
}

function blankForm(sheet: Sheet, title: string, kind: ReviewKind, style: Style): void {
  sheet.heading(title, style.plainHeadings)
  sheet.table()
  sheet.row('Assessor name', '', 'Date of report', '')
  sheet.row('Partial Compliance Elements', '', '', '')
  sheet.row('Element', '', 'Justification', '')
  sheet.row(`Provisional date for the visit after the ${LABELS[kind].toLowerCase()}`, '', '', '')
}

function notes(sheet: Sheet, chance: Chance, title: string, style: Style): void {
  sheet.heading(title, style.plainHeadings)
  for (const section of ['Section A', 'Section B', 'Section C']) {
    sheet.heading(section)
    sheet.paragraph(paragraph(chance))
    sheet.item(sentence(chance))
  }
  sheet.table()
  sheet.row('', '1', '2', '3', '4', '5', 'Total')
  sheet.row('Elements in the criterion', '11', '11', '12', '13', '10', '57')
}

function queriesOf(plans: readonly Plan[], style: Style): Expected['queries'] {
  return plans.flatMap(({ forgotten, slip }, review) => {
    const grid =
      slip === 'grid' && style.grids && review === 0
        ? [{ code: 'totals-differ', review, elements: [] as string[] }]
        : []
    if (forgotten.length === 0) return grid
    const totals = style.grids ? [{ code: 'totals-differ', review, elements: forgotten }] : []
    return [...totals, { code: 'plus-not-carried', review, elements: forgotten }]
  })
}
