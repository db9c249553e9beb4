/** Laws of what an import would do: nothing of the draft is lost, nothing comes twice, and each choice does just what it says. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ImportChoices, LineChoice } from '~/domain/import-choices'
import type { ImportFacts, PlannedLine, PointFacts } from '~/domain/import-facts'
import { importPlan } from '~/domain/import-plan'
import { nowhere, type Block } from '~/domain/reading/blocks'
import type { Draft } from '~/domain/reading/draft'
import { readDraft } from '~/domain/reading/read-draft'
import { madeTrackers } from '#tests/support/made-tracker'

const noFacts: ImportFacts = { points: [], certifications: [], reviews: [], elementOwners: [], openQueries: [] }
const blockOf = (cells: string[], line: number): Block => ({
  kind: 'row',
  table: 0,
  header: false,
  cells: cells.map((text) => ({ text, source: { ...nowhere, line, quote: text } })),
  source: { ...nowhere, line, quote: cells.join('\t') },
})
const drafts = madeTrackers.map(({ rows }) => readDraft(rows.map((cells, index) => blockOf(cells, index + 1))))
const planOf = (draft: Draft, choices: Partial<ImportChoices> = {}, facts = noFacts) =>
  importPlan(draft, { lines: {}, ...choices }, facts, 'tracker.csv')

const pointOf = (line: PlannedLine): PointFacts => ({
  id: `point of ${line.key}`,
  sourceId: 'a source',
  state: 'open',
  number: line.number,
  text: line.text,
  elements: line.elements,
  kind: line.kind,
  source: 'Our tracker',
  reviewId: null,
  closedBy: 'lead',
  unfinishedActions: 0,
  owner: null,
  service: null,
})
const isWritten = ({ choice }: PlannedLine) => choice.do !== 'leave' && choice.do !== 'merge'
const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** Any choices at all, for lines that are there and for one that is not. */
const chosen = drafts.chain((draft) => {
  const key = fc.constantFrom(...planOf(draft).lines.map((line) => line.key), 'no line')
  const choice: fc.Arbitrary<LineChoice> = fc.oneof(
    fc.constant<LineChoice>({ do: 'new' }),
    fc.constant<LineChoice>({ do: 'leave' }),
    key.map((into): LineChoice => ({ do: 'merge', into })),
    fc.constant<LineChoice>({ do: 'same', id: 'no point' }),
    key.map((id): LineChoice => ({ do: 'again', id })),
  )
  return fc.dictionary(key, choice, { maxKeys: 6 }).map((lines) => ({ draft, lines }))
})

describe('the plan of an import', () => {
  test('loses nothing: every line is written, left out by a person, or joined to a line that is written', () => {
    fc.assert(
      fc.property(chosen, ({ draft, lines }) => {
        const plan = planOf(draft, { lines })
        expect(plan.lines.map(({ tracked }) => tracked?.text)).toEqual(draft.recommendations.map(({ text }) => text))
        for (const { key, choice } of plan.lines) {
          if (choice.do === 'leave') expect(lines[key]).toEqual({ do: 'leave' })
          if (choice.do === 'merge')
            expect(plan.lines.filter((line) => line.key === choice.into && isWritten(line))).toHaveLength(1)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('has each line once', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const keys = planOf(draft).lines.map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
        expect(keys).toHaveLength(draft.recommendations.length)
      }),
    )
  })

  test('finds every point again when the document comes a second time, and makes none', () => {
    fc.assert(
      fc.property(drafts, fc.boolean(), (draft, backwards) => {
        const points = planOf(draft).lines.map(pointOf)
        const again = planOf(draft, {}, { ...noFacts, points: backwards ? points.reverse() : points })
        for (const { key, choice } of again.lines) expect(choice).toEqual({ do: 'same', id: `point of ${key}` })
      }),
      { numRuns: 100 },
    )
  })

  test('leaves out just the line that is left out', () => {
    fc.assert(
      fc.property(drafts, fc.nat(), (draft, at) => {
        const before = planOf(draft)
        const out = before.lines[at % before.lines.length]!.key
        const after = planOf(draft, { lines: { [out]: { do: 'leave' } } })
        for (const [index, line] of after.lines.entries()) {
          if (line.key === out) expect(line.choice).toEqual({ do: 'leave' })
          else expect(line).toEqual(before.lines[index])
        }
      }),
      { numRuns: 100 },
    )
  })

  test('keeps all words of a line that is split, and its actions and progress once', () => {
    fc.assert(
      fc.property(drafts, fc.nat(), fc.integer({ min: 2, max: 4 }), (draft, at, count) => {
        const line = planOf(draft).lines.at(at % draft.recommendations.length)!
        const all = line.text.split(' ')
        const size = Math.ceil(all.length / count)
        const parts = Array.from({ length: count }, (_, part) => all.slice(part * size, (part + 1) * size).join(' '))
        const after = planOf(draft, { splits: { [line.key]: parts } }).lines
        const own = after.filter(({ key, splitOf }) => key === line.key || splitOf === line.key)
        expect(own.flatMap(({ text }) => words(text))).toEqual(words(line.text))
        expect(own.flatMap(({ tracked }) => tracked!.actions)).toEqual(line.tracked!.actions)
        expect(own.flatMap(({ tracked }) => tracked!.progress)).toEqual(line.tracked!.progress)
        expect(after).toHaveLength(draft.recommendations.length + count - 1)
      }),
      { numRuns: 100 },
    )
  })

  test('joins lines in a ring to nothing, and a chain of them to its end', () => {
    const [draft] = fc.sample(drafts, { numRuns: 1, seed: 3 })
    const [a, b, c] = planOf(draft!).lines.map(({ key }) => key) as [string, string, string]
    const choiceOf = (lines: ImportChoices['lines']) => planOf(draft!, { lines }).lines.map(({ choice }) => choice)
    const into = (key: string): LineChoice => ({ do: 'merge', into: key })
    expect(choiceOf({ [a]: into(b), [b]: into(c) }).slice(0, 3)).toEqual([into(c), into(c), { do: 'new' }])
    expect(choiceOf({ [a]: into(b), [b]: into(a) }).slice(0, 2)).toEqual([{ do: 'new' }, { do: 'new' }])
    expect(choiceOf({ [a]: into(a) })[0]).toEqual({ do: 'new' })
    expect(choiceOf({ [a]: into(b), [b]: { do: 'leave' } }).slice(0, 2)).toEqual([{ do: 'new' }, { do: 'leave' }])
  })
})
