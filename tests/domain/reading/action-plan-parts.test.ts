import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actionsIn } from '~/domain/reading/action-plan-actions'
import { mapColumns } from '~/domain/reading/action-plan-columns'
import { dateEntriesIn } from '~/domain/reading/action-plan-dates'
import { fieldOfHeading } from '~/domain/reading/action-plan-fields'
import { pairEntries } from '~/domain/reading/action-plan-pairing'
import { categoryOf } from '~/domain/reading/action-plan-records'

describe('what a heading says', () => {
  test.each<[string, string | null]>([
    ['No.', 'number'],
    ['Ref', 'number'],
    ['Rec no', 'number'],
    ['Action ref', 'action-number'],
    ['Recommendation', 'recommendation'],
    ['Area for improvement (from the report)', 'recommendation'],
    ['CSE element', 'elements'],
    ['Proposed actions', 'actions'],
    ['Action required', 'actions'],
    ['What will we do?', 'actions'],
    ['Lead officer', 'responsibility'],
    ['By whom', 'responsibility'],
    ['Action owner', 'responsibility'],
    ['Target date', 'completion'],
    ['Anticipated Completion Date/ Completion Date', 'completion'],
    ['By when', 'completion'],
    ['Revised target date', 'revised'],
    ['Date completed', 'other'],
    ['Start date', 'other'],
    ['Evidence of progress 01/06/26', 'progress'],
    ['Update (June 2026)', 'progress'],
    ['Action taken to date', 'progress'],
    ['Assessment of progress (Categories 1-4)', 'category'],
    ['RAG', 'status'],
    ['Status', 'status'],
    ['Portfolio holder', 'other'],
    ['Last updated', 'as-at'],
    ['Where are we now?', 'progress'],
    ['What customers told us', 'recommendation'],
    ['Assessor’s comments', 'recommendation'],
    ['How will we know?', 'other'],
    ['Evidence required', 'other'],
    ['% complete', 'other'],
    ['Criteria', 'elements'],
    ['Proposed action / milestones', 'actions'],
    ['To be completed by', 'completion'],
    ['Done?', 'status'],
    ['Zebra', null],
    ['', null],
  ])('%j is %s', (heading, field) => expect(fieldOfHeading(heading)).toBe(field))
})

describe('the columns of a tracker', () => {
  const fields = (
    rows: string[][],
    ...more: Parameters<typeof mapColumns> extends [unknown, ...infer Rest] ? Rest : never
  ) => mapColumns(rows, ...more).columns.map(({ field }) => field)
  const body = [
    ['1', 'Answer the telephone sooner than we do', 'A Larch', 'June 2026', 'Amber'],
    ['2', 'Publish opening hours for every office', 'B Rowan', 'Mar27', 'Green'],
    ['3', 'Train everyone who meets residents at a desk', 'C Hazel / D Alder', 'Ongoing', 'Red'],
  ]

  test('without any headings, by what stands in them', () => {
    expect(mapColumns(body).headerRows).toEqual([])
    expect(fields(body)).toEqual(['number', 'recommendation', 'responsibility', 'completion', 'status'])
  })

  test('a heading that could be two things is settled by what stands under it', () => {
    const prose = 'Two of the four sessions were held and the others follow after the summer'
    expect(
      fields([
        ['Action', 'Who', 'Status'],
        ['Train the desk', 'A Larch', prose],
        ['Write to all', 'B Rowan', prose],
      ]),
    ).toEqual(['actions', 'responsibility', 'progress'])
    expect(
      fields([
        ['Action', 'Who', 'Progress'],
        ['Train the desk', 'A Larch', 'Amber'],
        ['Write to all', 'B Rowan', 'Green'],
      ]),
    ).toEqual(['actions', 'responsibility', 'status'])
  })

  test('headings in two rows: a group over columns, and dates under it', () => {
    const { headerRows, columns } = mapColumns([
      ['Improvement plan', '', '', '', ''],
      ['No', 'Action', 'Lead', 'Progress', ''],
      ['', '', '', 'March 2026', 'June 2026'],
      [
        '1',
        'Train the desk',
        'A Larch',
        'Begun with two teams at the end of winter',
        'All of the teams have been trained by now',
      ],
    ])
    expect(headerRows).toEqual([1, 2])
    expect(columns.map(({ field, asAt }) => [field, asAt])).toEqual([
      ['number', null],
      ['actions', null],
      ['responsibility', null],
      ['progress', '2026-03-31'],
      ['progress', '2026-06-30'],
    ])
  })

  test('a person’s choice stands, by heading or by place, and is found again under another date', () => {
    const rows = [
      ['Nr', 'Thing', 'Zebra', 'Update May 2026'],
      ['1', 'Train the desk', 'A Larch', 'Begun'],
    ]
    const chosen = [
      { heading: 'Zebra', field: 'responsibility' as const },
      { heading: 'Update January 2025', field: 'status' as const },
    ]
    const { columns } = mapColumns(rows, chosen)
    expect(columns.map(({ field, by }) => [field, by])).toEqual([
      ['number', 'heading'],
      ['other', 'nothing'],
      ['responsibility', 'person'],
      ['status', 'person'],
    ])
    expect(fields(body, [{ index: 4, field: 'other' }])[4]).toBe('other')
  })

  test('of two columns for one thing the more telling is kept', () => {
    const rows = [
      ['Issue', 'Recommendation', 'Action', 'Owner'],
      ['Slow', 'Be quicker', 'Train', 'A Larch'],
    ]
    expect(fields(rows)).toEqual(['other', 'recommendation', 'actions', 'responsibility'])
  })
})

describe('the actions in a cell', () => {
  const told = (text: string) => actionsIn(text).actions.map(({ number, text: words }) => `${number ?? '-'} ${words}`)

  test.each<[string, string[]]>([
    ['1. Ask them\n2. Tell them', ['1 Ask them', '2 Tell them']],
    ['1) Ask them 2) Tell them 3) Thank them', ['1 Ask them', '2 Tell them', '3 Thank them']],
    ['a) Ask them\nb) Tell them', ['a Ask them', 'b Tell them']],
    ['• Ask them\n• Tell them\nand thank them', ['- Ask them', '- Tell them and thank them']],
    ['Ask them\nTell them', ['- Ask them', '- Tell them']],
    ['Ask them what they\nthink of it', ['- Ask them what they think of it']],
    ['1. Issue a 6-\nmonthly letter', ['1 Issue a 6-monthly letter']],
    [
      'We met in stage 2. The next meeting is in May. Nothing follows.',
      ['- We met in stage 2. The next meeting is in May. Nothing follows.'],
    ],
    ['and so to the end. 7. Ask them 8. Tell them', ['- and so to the end.', '7 Ask them', '8 Tell them']],
    ['', []],
  ])('%j', (text, expected) => expect(told(text)).toEqual(expected))

  test('words that begin nowhere are a fragment; words that lead up to a list are none', () => {
    expect(actionsIn('… the rest. 4. Ask them 5. Tell them').fragment).toBe(true)
    expect(actionsIn('1. Ask them\n2. Tell them').fragment).toBe(false)
    const list = actionsIn('We will:\n1. Ask them\n2. Tell them')
    expect([list.fragment, list.introduction, list.actions.length]).toEqual([false, 'We will:', 2])
  })
})

describe('the dates in a cell', () => {
  test.each<[string, string[]]>([
    ['Nov08\nDec08 – Mar09\nTBA', ['Nov08', 'Dec08 – Mar09', 'TBA']],
    ['Nov08 Dec08 – Mar09 Jan09', ['Nov08', 'Dec08 – Mar09', 'Jan09']],
    [
      'Start Feb26 Jan26 Ongoing April 26 and six- monthly thereafter',
      ['Start Feb26', 'Jan26 Ongoing', 'April 26 and six-monthly thereafter'],
    ],
    ['1 April 2026 30/06/2026', ['1 April 2026', '30/06/2026']],
    ['Dec08 –\nMar09', ['Dec08 – Mar09']],
    ['to be in place by the end of June', ['to be in place by the end of June']],
    ['', []],
  ])('%j', (text, expected) => expect(dateEntriesIn(text).readings[0]).toEqual(expected))

  test('"Jan26 Ongoing" may be one entry or two', () => {
    expect(dateEntriesIn('Jan26 Ongoing').readings).toEqual([['Jan26 Ongoing'], ['Jan26', 'Ongoing']])
  })

  test('a footnote is none of them, with the line in which it goes on', () => {
    expect(dateEntriesIn('Aug10*\n* Subject to agreement\nwith the partners')).toMatchObject({
      readings: [['Aug10*']],
      footnotes: ['Subject to agreement with the partners'],
    })
  })
})

describe('owners and dates with their actions', () => {
  const pair = (actions: string, owners: string, dates: string, flattened = false) =>
    pairEntries({ actions, owners, dates }, { flattened, rowIsAction: false })
  const told = (paired: ReturnType<typeof pair>) =>
    paired.actions.map(({ number, owners, completion, inferred }) => [
      number,
      owners.join('+'),
      completion?.text ?? null,
      inferred,
    ])

  test('in order, when they are as many; joint owners in one entry', () => {
    const paired = pair('1. Ask\n2. Tell', 'A Larch\nB Rowan / C Hazel & reps', 'Mar26\nOngoing')
    expect(told(paired)).toEqual([
      ['1', 'A Larch', 'Mar26', false],
      ['2', 'B Rowan+C Hazel+reps', 'Ongoing', false],
    ])
    expect(paired.owners).toEqual(['A Larch', 'B Rowan', 'C Hazel', 'reps'])
  })

  test('by printed number, wherever they stand', () => {
    expect(told(pair('1. Ask\n2. Tell', '', '2. Mar26\n1. Jan26'))).toEqual([
      ['1', '', 'Jan26', false],
      ['2', '', 'Mar26', false],
    ])
  })

  test('with the recommendation, when they are not', () => {
    const paired = pair('1. Ask\n2. Tell\n3. Thank', 'A Larch\nB Rowan', 'Mar26')
    expect(told(paired)).toEqual([
      ['1', '', null, false],
      ['2', '', null, false],
      ['3', '', null, false],
    ])
    expect([paired.owners, paired.completions.map(({ text }) => text)]).toEqual([['A Larch', 'B Rowan'], ['Mar26']])
  })

  test('names and dates that ran together are parted in the way that fits, and marked', () => {
    const paired = pair('1. Ask\n2. Tell\n3. Thank', 'A Larch B Rowan/ C Hazel A Larch', 'Jan26 Ongoing Mar26')
    expect(told(paired)).toEqual([
      ['1', 'A Larch', 'Jan26', true],
      ['2', 'B Rowan+C Hazel', 'Ongoing', true],
      ['3', 'A Larch', 'Mar26', true],
    ])
    expect(told(pair('1. Ask\n2. Tell', '', 'Jan26 Ongoing Mar26')).map((each) => each[2])).toEqual([
      'Jan26 Ongoing',
      'Mar26',
    ])
  })

  test('actions that lost their marks are as many as their dates', () => {
    const text = 'Ask them in May. Then think it over. Tell the members Publish the answers on the site'
    expect(pair(text, '', 'May26 Jun26 Jul26', true).actions.map((action) => action.text)).toEqual([
      'Ask them in May. Then think it over.',
      'Tell the members',
      'Publish the answers on the site',
    ])
    expect(pair('Ask them in May. Then think it over.', '', 'May26', true).actions).toHaveLength(1)
  })
})

test.each<[string, number | null]>([
  ['2', 2],
  ['Category 3', 3],
  ['4 – Not achieved', 4],
  ['5', null],
  ['12', null],
  ['On track', null],
  ['', null],
])('category %j is %s', (text, category) => expect(categoryOf(text)).toBe(category))

describe('laws of the parts', () => {
  const cell = fc.string({
    unit: fc.constantFrom(...'aB1.,:;-–*/ &\n()', 'Jan26', 'Ongoing', '2. ', '• ', 'A Larch', 'and '),
  })

  test('no word of a cell is lost, whatever it holds, and nothing throws', () => {
    const words = (text: string) =>
      text
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)
        ?.join('') ?? ''
    fc.assert(
      fc.property(cell, cell, fc.boolean(), (actions, dates, flattened) => {
        const paired = pairEntries({ actions, owners: '', dates }, { flattened, rowIsAction: false })
        const texts = paired.actions.flatMap(({ number, text, completion }) => [number, text, completion?.text ?? ''])
        const all = words([...texts, ...paired.completions.map(({ text }) => text), ...paired.notes].join(' '))
        for (const word of `${actions} ${dates}`.toLowerCase().match(/[\p{L}]+/gu) ?? []) expect(all).toContain(word)
      }),
      { numRuns: 500 },
    )
  })
})
