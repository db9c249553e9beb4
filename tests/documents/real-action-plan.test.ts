import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDocument } from '~/documents/read-document'
import type { DraftRecommendation } from '~/domain/reading/draft'
import { readDraft } from '~/domain/reading/read-draft'

const folder = new URL('../../../shared/documents/', import.meta.url)
const there = existsSync(new URL('stockton-2009-action-plan.txt', folder))
if (!there) console.log('The real action plan is not in ../shared/documents: this suite is skipped.')

async function read(form: string) {
  const name = `stockton-2009-action-plan.${form}`
  const reading = await readDocument(new Uint8Array(readFileSync(new URL(name, folder))), name)
  if (!reading.ok) throw new Error(reading.reason)
  return readDraft(reading.document.blocks)
}

const dates = ({ actions }: DraftRecommendation) => actions.map(({ completion }) => completion?.text ?? null)
const initials = (names: string[]) =>
  names.map((name) =>
    name
      .split(' ')
      .map((word) => word[0])
      .join(''),
  )

describe.skipIf(!there).each(['xlsx', 'txt'])('the select committee’s plan of 2009, as %s', (form) => {
  const point = async (number: string) => (await read(form)).recommendations.find((each) => each.number === number)!

  test('is a plan of eleven recommendations with their categories as at 1 June 2009', async () => {
    const draft = await read(form)
    expect(draft.layout).toBe('action-plan')
    expect(draft.organisation).toMatch(/^Stockton/)
    expect(draft.recommendations.map(({ number }) => number)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
      '11',
    ])
    expect(
      draft.recommendations.map(({ progress }) =>
        progress.map(({ asAt, category, status }) => [asAt, category, status]),
      ),
    ).toEqual([2, 1, 2, 1, 3, 1, 2, 1, 3, 3, 1].map((category) => [['2009-06-01', category, null]]))
  })

  test('asks exactly two questions', async () => {
    const asked = (await read(form)).queries.map(({ code, review, recommendations }) => ({
      code,
      review,
      recommendations,
    }))
    expect(asked).toEqual([
      { code: 'words-missing', review: null, recommendations: ['1', '8'] },
      { code: 'category-after-date', review: null, recommendations: ['3'] },
    ])
  })

  test('has as many actions as the plan had, or one where it is prose', async () => {
    const counts = (await read(form)).recommendations.map(({ actions }) => actions.length)
    expect(counts).toEqual([5, 2, 3, 2, 5, 3, 4, 2, 3, 1, 3])
  })

  test('keeps the fragment before the seventh action of the first, and what cannot be paired there', async () => {
    const first = await point('1')
    expect(first.actions.map(({ number }) => number)).toEqual(['1', '7', '8', '9', '10'])
    expect(first.actions.every(({ owners, completion }) => owners.length === 0 && completion === null)).toBe(true)
    expect(initials(first.responsibility)).toEqual(['DH', 'KH', 'JR', 'sr'])
    expect(first.completions.map(({ kind, indicative }) => (indicative ? `${kind} *` : kind))).toEqual([
      'month',
      'period',
      'month',
      'month',
      'unknown',
      'ongoing',
      'period *',
      'month *',
      'period *',
      'month *',
    ])
    expect(first.notes).toHaveLength(1)
    expect(first.notes[0]).toMatch(/^Indicative dates/)
  })

  test('pairs owners and dates with actions where they are as many', async () => {
    const fifth = await point('5')
    expect(fifth.actions.map(({ owners }) => initials(owners).join('+'))).toEqual(['DH', 'JR', 'JR+SS', 'KH+JR', 'JR'])
    expect(
      fifth.actions.map(({ completion }) => [
        completion!.kind,
        completion!.from,
        completion!.to,
        completion!.everyMonths,
      ]),
    ).toEqual([
      ['period', '2008-12-01', '2009-01-31', null],
      ['month', '2009-02-01', '2009-02-28', null],
      ['start', '2009-02-01', null, null],
      ['ongoing', '2009-01-01', null, null],
      ['recurring', '2009-04-01', null, 6],
    ])
    expect(fifth.completions).toEqual([])
    expect((await point('6')).actions.map(({ owners }) => initials(owners).join('+'))).toEqual(['JR', 'JR', 'JR+SS'])
    expect(dates(await point('3'))).toEqual(['Apr09', 'May09', 'Ongoing'])
    expect(dates(await point('4'))).toEqual(['Jan09', 'Ongoing'])
    expect(dates(await point('9'))).toEqual(['Nov08', 'Jan09 – Feb09', 'Mar09'])
  })

  test('leaves owners and dates with the recommendation where they are not', async () => {
    const seventh = await point('7')
    expect(dates(seventh)).toEqual([null, null, null, null])
    expect(seventh.completions.map(({ text }) => text)).toEqual(['Dec09'])
    for (const number of ['2', '3', '9', '11'])
      expect((await point(number)).actions.every(({ owners }) => owners.length === 0)).toBe(true)
    expect(initials((await point('3')).responsibility)).toEqual(['JR', 'KH'])
    expect(initials((await point('9')).responsibility)).toEqual(['KH'])
  })

  test('finds the two revised dates in the prose, and no other', async () => {
    const revised = (await read(form)).recommendations.map(({ progress }) => progress[0]!.revisedCompletion)
    expect(revised.map((each) => each?.text ?? null)).toEqual([
      null,
      null,
      null,
      null,
      'October 2009',
      null,
      null,
      null,
      'September 2009',
      null,
      null,
    ])
    expect(revised[4]).toMatchObject({ from: '2009-10-01', to: '2009-10-31' })
  })

  test('says where each point stands, in its own words', async () => {
    for (const { source, text } of (await read(form)).recommendations) {
      expect(source.line).toBeGreaterThan(0)
      expect(source.quote).not.toBeNull()
      expect(source.quote!.replace(/\s+/g, ' ')).toContain(text.slice(0, 40))
      if (form === 'xlsx') expect(source).toMatchObject({ sheet: 'Action plan', cell: `B${source.line}` })
    }
  })
})

describe.skipIf(!there)('the two forms of the plan of 2009', () => {
  test('only the text has lost its line breaks, and says what was inferred; its stray letter is for a person', async () => {
    const [book, text] = [await read('xlsx'), await read('txt')]
    expect(book.recommendations.flatMap(({ actions }) => actions).filter(({ inferred }) => inferred)).toEqual([])
    expect(text.recommendations[4]!.actions.every(({ inferred }) => inferred)).toBe(true)
    expect(book.notUnderstood).toEqual([])
    expect(text.notUnderstood.map((each) => [each.text, each.source.line])).toEqual([['Z', 29]])
    expect(book.title).toMatch(/^ACTION PLAN/)
  })

  test('say the same of every action', async () => {
    const plain = (words: string) => words.toLowerCase().replace(/[^a-z0-9]/g, '')
    const [book, text] = [await read('xlsx'), await read('txt')]
    const told = (draft: typeof book) =>
      draft.recommendations.map(({ actions, completions, responsibility }) => [
        actions.map(({ number, text: words, owners, completion }) => [number, plain(words), owners, completion]),
        completions,
        responsibility,
      ])
    expect(told(text)).toEqual(told(book))
  })
})
