/**
 * Trackers as different councils keep them, made at random: what they say, how their columns are called and ordered,
 * one row for each point or for each action, with or without numbers, categories, colours. What was put in is kept
 * beside the rows, so that reading can be held against it.
 */
import fc from 'fast-check'

export type MadeAction = { text: string; owners: string[]; date: string | null }
export type MadePoint = {
  number: string
  words: string
  elements: string[]
  actions: MadeAction[]
  evidence: string
  category: number
  colour: string
  holder: string
  earlier: string
}
export type Style = {
  headings: Record<Column, string>
  order: Column[]
  asAt: { text: string; iso: string } | null
  rows: 'one for each point' | 'one for each action'
  numbers: 'plain' | 'dotted' | 'letters' | 'references'
  marks: 'numbers' | 'bullets' | 'lines'
  joint: string
  above: string[][]
  /** "12 June 2026" stands in the row above the table, and not in a heading. */
  toldAbove: { text: string; iso: string } | null
  /** Headings of groups over the headings of columns. */
  groups: boolean
  /** A row with only the name of a group, before each third point. */
  sections: boolean
  /** The number and the words stand again in each row of a point. */
  repeated: boolean
  headingsAgain: boolean
}
export const columns = [
  'number',
  'words',
  'elements',
  'actions',
  'owners',
  'date',
  'evidence',
  'category',
  'colour',
  'holder',
  'earlier',
] as const
export type Column = (typeof columns)[number]
export type MadeTracker = { points: MadePoint[]; style: Style; rows: string[][] }

const verbs = 'Publish Review Agree Train Write Test Invite Record Measure Simplify'.split(' ')
const things = [
  'opening hours for every office',
  'the letters that people find hard',
  'a shared list of local groups',
  'the questions asked after each call',
  'short guides for new colleagues',
  'the time taken to answer a first mail',
  'a rota for the busiest mornings',
  'plain signs at the main entrance',
  'the way in which complaints are passed on',
  'results by ward and by age',
]
const ends = [
  'with the partners concerned',
  'before the busiest season',
  'and tell residents why',
  'in all areas',
  'once a term',
]
const people = ['A Larch', 'B Rowan', 'C Hazel', 'D Alder', 'Erin Maple', 'Farid Aspen', 'Head of Housing', 'Web Team']
const holders = ['Cllr Birch', 'High', 'Cllr Willow']
const dates = [
  'to be in place by the end of June 2026',
  'Mar26',
  'June 2026',
  '3 April 2027',
  '30/09/2026',
  'Nov25 – Jan26',
  'Ongoing',
  'TBA',
  'Q3 2026/27',
  'September 2026',
]
const evidence = [
  'A first draft went to the steering group and was well liked.',
  'Two of four sessions were held; the rest follow.',
  'Not begun, because the post was vacant.',
  'Finished and shown on the site.',
  'The supplier was late with the new forms.',
]
const elements = ['1.1.3', '1.2.2', '2.1.6', '2.2.1', '3.4.2', '4.1.2', '4.3.3', '5.2.4', '5.3.2']

const headings: Record<Column, string[]> = {
  number: ['No.', 'Number', 'Ref', 'Ref no.', '#', 'Rec no', 'Item'],
  words: [
    'Recommendation',
    'Area for development',
    'Issue',
    'Finding',
    'Area for improvement',
    'Recommendation from the review',
  ],
  elements: ['Element', 'CSE element', 'Elements'],
  actions: ['Proposed actions', 'Action', 'Action required', 'Agreed action', 'Planned actions', 'Tasks'],
  owners: ['Responsibility', 'Lead officer', 'Owner', 'Responsible officer', 'Lead', 'By whom', 'Who'],
  date: [
    'Target date',
    'Anticipated completion date',
    'Deadline',
    'By when',
    'Due date',
    'Timescale',
    'Completion date',
  ],
  evidence: ['Evidence of progress', 'Progress', 'Update', 'Progress update', 'Comments', 'Latest position'],
  category: ['Category', 'Assessment of progress (categories 1-4)', 'Progress category'],
  colour: ['RAG', 'RAG status', 'Status'],
  holder: ['Portfolio holder', 'Priority', 'Cabinet member', 'Directorate'],
  earlier: ['Update December 2025', 'Progress as at 31/12/2025'],
}
const colours = ['Green', 'Amber', 'Red', 'On track', 'Delayed', 'Complete']

const NAMES = 'one two three four five six seven eight nine'.split(' ')

const sentence = fc
  .tuple(fc.constantFrom(...verbs), fc.constantFrom(...things), fc.constantFrom(...ends))
  .map(([verb, thing, end]) => `${verb} ${thing} ${end}`)

const action: fc.Arbitrary<MadeAction> = fc.record({
  text: sentence,
  owners: fc.uniqueArray(fc.constantFrom(...people), { minLength: 1, maxLength: 2 }),
  date: fc.constantFrom(...dates),
})

const points = fc
  .array(
    fc.record({
      words: sentence,
      elements: fc.uniqueArray(fc.constantFrom(...elements), { maxLength: 3 }),
      actions: fc.array(action, { minLength: 1, maxLength: 4 }),
      evidence: fc.constantFrom(...evidence),
      category: fc.integer({ min: 1, max: 4 }),
      colour: fc.constantFrom(...colours),
      holder: fc.constantFrom(...holders),
      earlier: fc.constantFrom(...evidence),
      named: fc.boolean(),
    }),
    { minLength: 3, maxLength: 9 },
  )
  // Points are told apart by their words, as in any plan; so are the actions of one point.
  .map((all) =>
    all.map(({ named, ...point }, index) => ({
      ...point,
      words: `${point.words}, point ${NAMES[index]}${named && point.elements.length > 0 ? ` (${point.elements.join(', ')})` : ''}`,
      actions: point.actions.map((each, at) => ({ ...each, text: `${each.text}, step ${NAMES[at]}` })),
    })),
  )

const heading = fc.record(
  Object.fromEntries(columns.map((column) => [column, fc.constantFrom(...headings[column])])) as Record<
    Column,
    fc.Arbitrary<string>
  >,
)

const style: fc.Arbitrary<Style> = fc.record({
  headings: heading,
  order: fc
    .tuple(
      fc.constantFrom<Column[]>(
        ['number', 'words'],
        ['number', 'elements', 'words'],
        ['words'],
        ['number', 'words', 'holder'],
        ['number'],
      ),
      fc.shuffledSubarray<Column>(['actions', 'owners', 'date'], { minLength: 3 }),
      fc.constantFrom<Column[]>(
        ['evidence', 'category'],
        ['evidence', 'colour'],
        ['evidence'],
        ['category', 'evidence'],
        ['colour', 'evidence'],
      ),
    )
    .map((parts) => parts.flat()),
  asAt: fc.constantFrom(null, { text: '01/06/2026', iso: '2026-06-01' }, { text: '31 March 2026', iso: '2026-03-31' }),
  rows: fc.constantFrom<Style['rows']>('one for each point', 'one for each action'),
  numbers: fc.constantFrom<Style['numbers']>('plain', 'dotted', 'letters', 'references'),
  marks: fc.constantFrom<Style['marks']>('numbers', 'bullets', 'lines'),
  joint: fc.constantFrom(' / ', ', ', ' & ', ' and '),
  toldAbove: fc.constantFrom(null, null, { text: '12 June 2026', iso: '2026-06-12' }),
  groups: fc.boolean(),
  sections: fc.boolean(),
  repeated: fc.boolean(),
  headingsAgain: fc.boolean(),
  above: fc.constantFrom<string[][]>(
    [],
    [['Improvement plan']],
    [['Improvement plan', ''], ['Updated by the programme office']],
  ),
})

const numberIn = (kind: Style['numbers'], index: number): string =>
  ({ plain: String(index + 1), dotted: `${index + 1}.`, letters: 'ABCDEFGHI'[index]!, references: `R${index + 1}` })[
    kind
  ]

export const madeTrackers: fc.Arbitrary<MadeTracker> = fc.tuple(points, style).map(([all, chosen]) => {
  // Where there is no column for the point's own words, each action is a point.
  const single = chosen.order.includes('words')
    ? all
    : all.map((point) => ({ ...point, actions: point.actions.slice(0, 1) }))
  const numbered = single.map((point, index) => ({ ...point, number: numberIn(chosen.numbers, index) }))
  return { points: numbered, style: chosen, rows: rowsOf(numbered, chosen) }
})

function rowsOf(all: MadePoint[], chosen: Style): string[][] {
  const titles = chosen.order.map((column) => {
    const dated = chosen.asAt !== null && column === 'evidence' ? ` ${chosen.asAt.text}` : ''
    return chosen.headings[column] + dated
  })
  const told = chosen.toldAbove === null ? [] : [[`Position as at ${chosen.toldAbove.text}`]]
  const body = all.flatMap((point, index) => [
    ...(chosen.sections && index % 3 === 0 ? [[`Criterion ${index / 3 + 1}: what we do about it`]] : []),
    ...(chosen.headingsAgain && index === 2 ? [titles] : []),
    ...pointRows(point, chosen),
  ])
  return [...chosen.above, ...told, ...(chosen.groups ? [groupsOver(chosen.order)] : []), titles, ...body]
}

/** "Plan" over the first columns, "Progress" over those that say how far. */
const groupsOver = (order: Column[]): string[] => {
  const how = order.findIndex((column) => ['evidence', 'category', 'colour', 'earlier'].includes(column))
  return order.map((_, index) => (index === 0 ? 'Action plan' : index === how ? 'Progress' : ''))
}

function pointRows(point: MadePoint, chosen: Style): string[][] {
  if (chosen.rows === 'one for each point') {
    const texts = (actions: MadeAction[], column: Column) => cell(column, point, actions, chosen)
    return [chosen.order.map((column) => texts(point.actions, column))]
  }
  return point.actions.map((each, index) =>
    chosen.order.map((column) => {
      const own = column === 'actions' || column === 'owners' || column === 'date'
      return own
        ? cell(column, point, [each], { ...chosen, marks: 'lines' })
        : index === 0
          ? cell(column, point, [], chosen)
          : ''
    }),
  )
}

function cell(column: Column, point: MadePoint, actions: MadeAction[], { marks, joint }: Style): string {
  switch (column) {
    case 'number':
      return point.number
    case 'words':
      return point.words
    case 'elements':
      return point.elements.join(', ')
    case 'actions':
      return actions.map(({ text }, index) => mark(marks, index, actions.length) + text).join('\n')
    case 'owners':
      return actions.map(({ owners }) => owners.join(joint)).join('\n')
    case 'date':
      return actions.map(({ date }) => date).join('\n')
    case 'evidence':
      return point.evidence
    case 'category':
      return String(point.category)
    case 'colour':
      return point.colour
    case 'holder':
      return point.holder
    case 'earlier':
      return point.earlier
  }
}

const mark = (kind: Style['marks'], index: number, count: number): string =>
  count === 1 || kind === 'lines' ? '' : kind === 'numbers' ? `${index + 1}. ` : '• '
