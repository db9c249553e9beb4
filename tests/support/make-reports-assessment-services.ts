/**
 * Reports in the layout of Assessment Services, made up from a seed: other numbering, case and headings, levels in a
 * closing table or a column, rows broken over pages, numbers lost, a totals box in several shapes, 19 elements or 57.
 */
import type { Level, LevelCounts, ReviewKind } from '~/domain/reading/draft'
import { allElements, sortedElements } from '~/domain/reading/report-elements'
import { kindAfter } from '~/domain/reading/report-words'
import {
  Sheet,
  chanceOf,
  countsOf,
  dateForm,
  elementsUnder,
  inMonths,
  listForm,
  monthOf,
  paragraph,
  parted,
  sentence,
  someAssessors,
  someDate,
  someLevels,
  subCriteria,
  type Chance,
  type MadeReport,
} from './make-reports'
import { addDays } from '~/domain/dates'

const KIND_WORDS: Record<ReviewKind, string[]> = {
  initial: ['Initial Assessment', 'Full Assessment'],
  'annual-1': ['Annual Review Year 1', 'Annual Review 1', 'Rolling Programme Year 1', 'First Annual Review'],
  'annual-2': ['Annual Review Year 2', 'ANNUAL REVIEW – YEAR TWO', 'Rolling Programme Year 2'],
  recertification: ['Recertification', 'Three Year Full Review', '3 Year Review'],
}
const LEVEL_WORDS: Record<Level, string[]> = {
  plus: ['Compliance plus', 'Compliant Plus', 'COMPLIANCE PLUS', 'Compliance Plus'],
  full: ['Compliance', 'Compliant', 'Full Compliance', 'Fully compliant'],
  partial: ['Partial Compliance', 'Partially Compliant', 'Partial'],
  non: ['Non-compliance', 'Non Compliant'],
}

type Style = {
  numbered: (number: number, title: string) => string
  plainHeadings: boolean
  contents: boolean
  levelsIn: 'table' | 'column'
  wordingApart: boolean
  breaks: boolean
  losesNumbers: boolean
  boxShape: 'down' | 'across' | 'lines' | 'none'
  repeatsHeaders: boolean
  losesTotalsHeading: boolean
}

function someStyle(chance: Chance): Style {
  const prefix = chance.pick(['%. ', '%.', 'Section %: ', '%) ', ''])
  const upper = chance.yes(0.3)
  const losesNumbers = chance.yes(0.4)
  return {
    numbered: (number, title) => `${prefix.replace('%', String(number))}${upper ? title.toUpperCase() : title}`,
    plainHeadings: chance.yes(),
    contents: chance.yes(0.7),
    levelsIn: chance.yes(0.75) ? 'table' : 'column',
    wordingApart: chance.yes(0.3),
    breaks: chance.yes(0.6),
    losesNumbers,
    boxShape: chance.pick(['down', 'across', 'lines', 'none'] as const),
    repeatsHeaders: chance.yes(0.3),
    losesTotalsHeading: chance.yes(),
  }
}

const TITLES = {
  key: ['Key Information'],
  background: ['Introduction and Background', 'Introduction', 'Background'],
  methodology: ['Methodology', 'Assessment Process'],
  strengths: ['Summary of Strengths', 'Key Strengths', 'Strengths'],
  areas: ['Areas for Continuous Improvement', 'Areas for Improvement', 'Areas of Development'],
  findings: ['Assessor Findings', 'Assessor’s Findings', 'Assessment Findings'],
  conclusion: ['Conclusion and Recommendations', 'Conclusions', 'Conclusion and Recommendation'],
  compliance: ['Compliance against the Customer Service Excellence Standard', 'Compliance table'],
}

export type Slip = 'none' | 'totals' | 'heading'

/** `slip` plants one contradiction: a praised element that is partial and not counted so, or a wrong kind in a heading. */
export function makeAssessmentServices(seed: number, slip: Slip = 'none'): MadeReport {
  const chance = chanceOf(seed)
  const style = someStyle(chance)
  const sheet = new Sheet()
  const kind = chance.pick(['initial', 'annual-1', 'annual-2', 'recertification'] as const)
  const isRolling = kind.startsWith('annual') && chance.yes(0.3)
  const scope = isRolling ? sortedElements(allElements.filter(() => chance.yes(0.34))).slice(0, 19) : [...allElements]
  const levels = someLevels(chance, scope)
  const praised = scope.find((element) => levels.get(element) === 'partial')
  const slips = slip === 'totals' && praised !== undefined && style.boxShape !== 'none'
  const visit = someDate(chance)
  const dates = {
    documentReview: addDays(visit, -2 - chance.whole(16)),
    visits: [visit, addDays(visit, 1)].slice(0, 1 + chance.whole(2)),
    report: addDays(visit, 2 + chance.whole(9)),
  }
  const organisation = `${chance.pick(['Northmoor', 'Eastvale', 'Longford'])} District Council`
  const assessors = someAssessors(chance)
  const kindText = chance.pick(KIND_WORDS[kind])
  const project = `PN${1000 + chance.whole(9000)}`
  const client = `C${100 + chance.whole(900)}`
  const narrative: string[] = []
  let number = 0
  const titles = Object.fromEntries(
    Object.entries(TITLES).map(([name, forms]) => [name, chance.pick(forms)]),
  ) as Record<keyof typeof TITLES, string>
  const open = (name: keyof typeof TITLES, tail = '') =>
    sheet.heading(`${style.numbered(++number, titles[name])}${tail}`, style.plainHeadings)
  const tell = () => {
    const text = paragraph(chance)
    narrative.push(text)
    sheet.paragraph(text)
  }

  cover(sheet, { organisation, assessors, kindText })
  if (style.contents) contents(sheet, Object.values(titles), style)
  open('key')
  keyInformation(sheet, chance, { assessors, kindText, project, client, dates })
  open('background')
  tell()
  tell()
  open('methodology')
  tell()

  open('strengths')
  sheet.paragraph('What follows shows where the service is strong, with its element in brackets:')
  const good = scope.filter((element) => levels.get(element) === 'plus' || levels.get(element) === 'full')
  const strengths = points(chance, good, 1 + chance.whole(5))
  if (slips) strengths.push({ text: `${sentence(chance)} (${praised})`, elements: [praised] })
  for (const { text } of strengths) broken(sheet, chance, text, style)

  open('areas')
  const areas = points(chance, scope, 1 + chance.whole(4)).map(({ text, elements }, index) => ({
    number: String(index + 1),
    text,
    elements,
    response: null as string | null,
  }))
  if (chance.yes())
    areas.push({
      number: String(areas.length + 1),
      text: `It would help if ${sentence(chance).toLowerCase()}`,
      elements: [],
      response: null,
    })
  for (const { text } of areas) broken(sheet, chance, text, style)
  if (chance.yes()) {
    const text = `Since the visit before, ${chance.pick(good)} and ${chance.pick(good)} have improved. ${sentence(chance)}`
    narrative.push(text)
    sheet.paragraph(text)
  }

  open('findings')
  const { ratings, inferred } = findings(sheet, chance, style, scope, levels, narrative)
  const counted = countsOf(levels.values())
  const printed: LevelCounts = slips ? { ...counted, partial: counted.partial - 1, plus: counted.plus + 1 } : counted
  totalsBox(sheet, style, printed)

  open('conclusion')
  const outcome = 'I am happy to recommend that this certification continue for the services named above.'
  sheet.paragraph(outcome)
  const nextKind = kindAfter(kind)
  const month = monthOf(inMonths(dates.report, 11))
  sheet.paragraph(`${KIND_WORDS[kind][0]} - ${monthOf(visit).text} ${KIND_WORDS[nextKind][0]} - ${month.text}`)
  tell()
  sheet.paragraph(
    `Name ${assessors[0]} Registered CSE Assessor for Assessment Services Ltd Date ${dateForm(chance, dates.report)}`,
  )

  const other: ReviewKind = kind === 'annual-2' ? 'annual-1' : 'annual-2'
  if (style.levelsIn === 'table') {
    open('compliance', slip === 'heading' ? ` ${KIND_WORDS[other][0]!.replace(/.*(year \d)/i, '$1')}` : '')
    closingTable(sheet, chance, style, scope, levels)
  }
  const isHeadingWrong = slip === 'heading' && style.levelsIn === 'table'
  return {
    blocks: sheet.blocks,
    expected: {
      reviews: [
        {
          kind,
          organisation,
          assessors,
          reportedOn: dates.report,
          documentReviewOn: dates.documentReview,
          visitDates: dates.visits,
          scope: isRolling ? scope : 'all',
          ratings,
          totals: style.boxShape === 'none' ? null : printed,
          totalsByCriterion: [],
          strengths,
          areasForDevelopment: areas,
          nextReview: { kind: nextKind, from: month.from, to: month.to },
          marks: null,
        },
      ],
      queries: [
        ...(slips
          ? [
              { code: 'totals-differ', review: 0, elements: [praised] },
              { code: 'narrative-differs', review: 0, elements: [praised] },
            ]
          : []),
        ...(isHeadingWrong ? [{ code: 'heading-differs', review: 0, elements: [] }] : []),
      ],
      inferred,
      narrative,
    },
  }
}

function cover(sheet: Sheet, facts: { organisation: string; assessors: string[]; kindText: string }): void {
  sheet.paragraph('Commercial in Confidence')
  sheet.table()
  sheet.row('Organisation / Service Assessed :', facts.organisation)
  sheet.row('Prepared by CSE Assessor:', facts.assessors.join(' / '))
  sheet.row('Report Type:', facts.kindText)
  sheet.furniture('Page 1')
}

function contents(sheet: Sheet, titles: string[], style: Style): void {
  sheet.heading('Contents')
  titles.forEach((title, index) => sheet.item(`${style.numbered(index + 1, title)} ......... ${index + 2}`))
}

type KeyFacts = {
  assessors: string[]
  kindText: string
  project: string
  client: string
  dates: { documentReview: string; visits: string[]; report: string }
}

function keyInformation(sheet: Sheet, chance: Chance, { assessors, kindText, project, client, dates }: KeyFacts): void {
  const visits =
    dates.visits.length === 1
      ? dateForm(chance, dates.visits[0]!)
      : dates.visits.map((day) => dateForm(chance, day)).join(' and ')
  const facts = [
    [chance.pick(['Assessor Name', 'Assessor(s)', 'Name of Assessor']), assessors.join(' / ')],
    [chance.pick(['Assessment Type', 'Type of assessment']), kindText],
    [chance.pick(['Project Number', 'Project No.']), project],
    [chance.pick(['Client ID', 'Client No']), client],
    [chance.pick(['Document Review Date', 'Date of document review']), dateForm(chance, dates.documentReview)],
    [chance.pick(['Visit Date', 'Site Visit Date(s)', 'Dates of visit']), visits],
  ] as const
  if (chance.yes(0.7)) {
    sheet.table()
    for (const [label, value] of facts) sheet.row(label, value)
  } else for (const [label, value] of facts) sheet.paragraph(`${label}: ${value}`)
}

function points(chance: Chance, elements: readonly string[], count: number): { text: string; elements: string[] }[] {
  return Array.from({ length: count }, () => {
    const about = sortedElements(
      [chance.pick(elements), chance.pick(elements), chance.pick(elements)].slice(0, 1 + chance.whole(3)),
    )
    return { text: `${paragraph(chance)} ${listForm(chance, about)}`, elements: about }
  })
}

/** A paragraph that a page has parted in the middle of a sentence. */
function broken(sheet: Sheet, chance: Chance, text: string, style: Style): void {
  const words = text.split(' ')
  const at = words.findIndex(
    (word, index) => index >= 8 && index < words.length - 2 && /^[a-z]/.test(word) && /[a-z]$/.test(words[index - 1]!),
  )
  if (!style.breaks || at < 0 || chance.yes(0.7)) return sheet.paragraph(text)
  sheet.paragraph(words.slice(0, at).join(' '))
  sheet.paragraph(words.slice(at).join(' '))
}

function findings(
  sheet: Sheet,
  chance: Chance,
  style: Style,
  scope: readonly string[],
  levels: Map<string, Level>,
  narrative: string[],
) {
  const ratings: MadeReport['expected']['reviews'][number]['ratings'] = []
  const inferred: string[] = []
  let criterion = ''
  for (const sub of subCriteria) {
    const elements = elementsUnder(sub, scope)
    if (elements.length === 0) continue
    if (sub[0] !== criterion)
      sheet.heading(
        `Criterion ${(criterion = sub[0]!)} ${chance.pick(['Knowing People', 'Service', 'Access'])}`,
        style.plainHeadings,
      )
    sheet.heading(`${sub} ${chance.pick(['How it is done', 'What is promised', 'Who is asked'])}`, style.plainHeadings)
    const header = [
      'Element',
      ...(style.wordingApart ? ['Requirement'] : []),
      chance.pick(['Assessor Report', 'Assessor Findings']),
      ...(style.levelsIn === 'column' ? ['Compliance level'] : []),
    ]
    sheet.table()
    sheet.row(...header)
    // A number may be lost where it is the only one that can be missing, and nothing else is broken there.
    const lost =
      style.losesNumbers && scope.length === allElements.length && chance.yes(0.3) ? chance.pick(elements) : null
    for (const element of elements) {
      const finding = paragraph(chance, 3)
      const wording = `We show ${sentence(chance).toLowerCase()}`
      const level = levels.get(element)!
      ratings.push({ element, level, stated: true, justification: finding })
      if (element === lost) {
        inferred.push(element)
        narrative.push('mended below')
      }
      const kept = element === lost ? `9 ${wording.slice(8)}` : wording
      if (element === lost) narrative[narrative.length - 1] = kept
      const [first, rest] =
        style.breaks && lost === null && chance.yes(0.25) ? brokenRow(chance, kept, finding) : [[kept, finding], null]
      const named =
        element === lost
          ? [...(style.wordingApart ? ['', first[0]!] : [first[0]!])]
          : style.wordingApart
            ? [element, first[0]!]
            : [`${element} ${first[0]}`]
      sheet.row(...named, first[1]!, ...(style.levelsIn === 'column' ? [chance.pick(LEVEL_WORDS[level])] : []))
      if (rest === null) continue
      if (style.repeatsHeaders) {
        sheet.table()
        sheet.row(...header)
      }
      sheet.row(
        ...(style.wordingApart ? ['', rest[0]!] : [rest[0]!]),
        rest[1]!,
        ...(style.levelsIn === 'column' ? [''] : []),
      )
    }
  }
  return { ratings, inferred }
}

function brokenRow(chance: Chance, wording: string, finding: string): [string[], string[] | null] {
  const [a, b] = chance.yes(0.6) ? parted(chance, wording) : [wording, '']
  const [c, d] = parted(chance, finding)
  return d === ''
    ? [[wording, finding], null]
    : [
        [a, c],
        [b, d],
      ]
}

function totalsBox(sheet: Sheet, style: Style, counts: LevelCounts): void {
  const pairs: [string, number][] = [
    ['Compliant Plus', counts.plus],
    ['Compliant', counts.full],
    ['Partial Compliant', counts.partial],
    ['Non Compliant', counts.non],
  ]
  if (style.boxShape === 'none') return
  if (style.boxShape !== 'lines') sheet.table()
  if (style.boxShape === 'down') {
    sheet.row(style.losesTotalsHeading ? '' : 'Totals', pairs[0]![0])
    pairs.forEach(([, count], index) => {
      sheet.row('', String(count))
      if (pairs[index + 1] !== undefined) sheet.row('', pairs[index + 1]![0])
    })
  } else if (style.boxShape === 'across') {
    sheet.row(style.losesTotalsHeading ? '' : 'Totals', ...pairs.map(([label]) => label))
    sheet.row('', ...pairs.map(([, count]) => String(count)))
  } else for (const [label, count] of pairs) sheet.paragraph(`${label}: ${count}`)
}

function closingTable(
  sheet: Sheet,
  chance: Chance,
  style: Style,
  scope: readonly string[],
  levels: Map<string, Level>,
): void {
  const withSub = chance.yes()
  const header = withSub
    ? ['', 'Element', 'Accreditation']
    : ['Element', chance.pick(['Accreditation', 'Compliance level'])]
  let criterion = ''
  let sub = ''
  for (const element of scope) {
    if (element[0] !== criterion) {
      criterion = element[0]!
      sheet.heading(`Criteria ${criterion}`, style.plainHeadings)
      sheet.table()
      sheet.row(...header)
    } else if (style.repeatsHeaders && chance.yes(0.1)) {
      sheet.table()
      sheet.row(...header)
    }
    const level = chance.pick(LEVEL_WORDS[levels.get(element)!])
    const first = element.slice(0, 3) === sub ? '' : (sub = element.slice(0, 3))
    sheet.row(...(withSub ? [first, element, level] : [element, level]))
  }
}
