import { describe, expect, test } from 'vitest'
import { looksLikeActionPlan } from '~/domain/reading/action-plan'
import { nowhere, type Block } from '~/domain/reading/blocks'
import { readDraft } from '~/domain/reading/read-draft'

const at = (line: number, quote: string) => ({ ...nowhere, line, quote })
const paragraphs = (...texts: string[]): Block[] =>
  texts.map((text, index) =>
    text.startsWith('- ')
      ? { kind: 'list-item', level: 0, text: text.slice(2), source: at(index + 1, text) }
      : { kind: 'paragraph', text, source: at(index + 1, text) },
  )
const card = (table: number, ...rows: [string, string][]): Block[] =>
  rows.map((cells, index) => ({
    kind: 'row',
    table,
    header: false,
    cells: cells.map((text) => ({ text, source: at(index + 1, text) })),
    source: at(index + 1, cells.join('\t')),
  }))

const told = (blocks: Block[]) =>
  readDraft(blocks).recommendations.map(({ number, text, actions, progress }) => [
    number,
    text,
    ...actions.map((action) => `${action.text} / ${action.owners.join('+')} / ${action.completion?.text ?? ''}`),
    ...progress.map(({ evidence, status }) => evidence || status),
  ])

describe('a plan without columns', () => {
  test('points under their labels', () => {
    const blocks = paragraphs(
      'Improvement plan',
      'Recommendation 1: Answer the telephone sooner',
      'Action: Train the desk',
      'Lead: A Larch and B Rowan',
      'By when: June 2026',
      'Progress: Half of the team has been trained.',
      'Recommendation 2: Publish opening hours',
      'Actions:',
      '- Ask every office',
      '- Put them on the site',
      'Lead: C Hazel',
      'By when: Mar27',
      'Progress: Not begun',
      'A closing word.',
    )
    expect(told(blocks)).toEqual([
      [
        '1',
        'Answer the telephone sooner',
        'Train the desk / A Larch+B Rowan / June 2026',
        'Half of the team has been trained.',
      ],
      ['2', 'Publish opening hours', 'Ask every office /  / ', 'Put them on the site /  / ', 'Not begun'],
    ])
    expect(readDraft(blocks)).toMatchObject({ layout: 'action-plan', title: 'Improvement plan' })
    expect(readDraft(blocks).notUnderstood.map(({ text }) => text)).toEqual(['A closing word.'])
  })

  test('a small table for each point', () => {
    const blocks = [
      ...card(
        0,
        ['Ref', 'R1'],
        ['Area for improvement', 'Answer sooner'],
        ['Action', '1. Train the desk\n2. Tell them'],
        ['Lead officer', 'A Larch\nB Rowan'],
        ['Target date', 'Mar26\nOngoing'],
        ['RAG', 'Amber'],
      ),
      ...card(
        1,
        ['Ref', 'R2'],
        ['Area for improvement', 'Publish hours'],
        ['Action', 'Ask every office'],
        ['Lead officer', 'C Hazel'],
        ['Target date', 'May26'],
        ['RAG', 'Red'],
      ),
    ]
    expect(told(blocks)).toEqual([
      ['R1', 'Answer sooner', 'Train the desk / A Larch / Mar26', 'Tell them / B Rowan / Ongoing', 'Amber'],
      ['R2', 'Publish hours', 'Ask every office / C Hazel / May26', 'Red'],
    ])
  })

  test('one such point alone, or words with colons in them, are no plan', () => {
    expect(looksLikeActionPlan(paragraphs('Recommendation: Be quick', 'Lead: A Larch', 'By when: May26'))).toBe(0)
    expect(looksLikeActionPlan(paragraphs('Progress: good', 'Progress: better', 'Note: we met', 'Lead: A Larch'))).toBe(
      0,
    )
  })
})
