import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  certifiedCriteria,
  compareElements,
  criterionOf,
  customerServiceExcellence as cse,
  elementsOf,
  findCriterion,
  findElement,
  isElementNumber,
  maxPartialsInAll,
  normaliseElement,
  subCriterionOf,
  supplementaryCriteria,
  withSupplementary,
} from '~/domain/standard'

const realStandard = '../shared/documents/cse-standard.json'

describe('the standard that ships', () => {
  it('has five criteria, fifteen sub-criteria and fifty-seven elements', () => {
    expect(cse.criteria.map((criterion) => elementsOf(cse, criterion.number).length)).toEqual([11, 11, 12, 13, 10])
    expect(cse.criteria.flatMap((criterion) => criterion.subCriteria)).toHaveLength(15)
    expect(elementsOf(cse)).toHaveLength(57)
  })

  it('bears 2, 2, 2, 3 and 2 partials, 11 in all', () => {
    expect(cse.criteria.map((criterion) => criterion.maxPartials)).toEqual([2, 2, 2, 3, 2])
    expect(maxPartialsInAll(cse)).toBe(11)
  })

  it('numbers each element once, in natural order, and titles each differently in a few words', () => {
    const numbers = elementsOf(cse).map((element) => element.number)
    const titles = elementsOf(cse).map((element) => element.title)
    expect(new Set(numbers).size).toBe(57)
    expect(numbers).toEqual([...numbers].sort(compareElements))
    expect(new Set(titles).size).toBe(57)
    for (const title of titles) expect(title.split(' ').length).toBeLessThanOrEqual(6)
  })

  it('places every element in the criterion and the sub-criterion that its number names', () => {
    for (const criterion of cse.criteria)
      for (const sub of criterion.subCriteria)
        for (const { number } of sub.elements) {
          expect(criterionOf(number)).toBe(criterion.number)
          expect(subCriterionOf(number)).toBe(sub.number)
          expect(isElementNumber(number)).toBe(true)
        }
  })

  test.skipIf(!existsSync(realStandard))(
    'has the numbers of the published standard and none of its wording (skipped where ../shared is not there)',
    () => {
      const published = JSON.parse(readFileSync(realStandard, 'utf8')) as {
        criteria: {
          maxPartials: number
          subcriteria: { title: string; elements: { number: string; text: string }[] }[]
        }[]
      }
      const subs = published.criteria.flatMap((criterion) => criterion.subcriteria)
      const elements = subs.flatMap((sub) => sub.elements)
      expect(elementsOf(cse).map((element) => element.number)).toEqual(elements.map((element) => element.number))
      expect(published.criteria.map((criterion) => criterion.maxPartials)).toEqual([2, 2, 2, 3, 2])
      const words = (text: string) => text.toLowerCase().match(/[a-z]+/g) ?? []
      const threes = (text: string) =>
        words(text).flatMap((_, i, all) => (i < 2 ? [] : [all.slice(i - 2, i + 1).join(' ')]))
      const official = new Set(elements.flatMap((element) => threes(element.text)))
      const borrowed = elementsOf(cse).flatMap((element) =>
        threes(element.title).filter((three) => official.has(three)),
      )
      expect(borrowed).toEqual([])
    },
  )
})

describe('an element number', () => {
  test.each([
    ['1.1.2', '1.1.2'],
    ['112', '1.1.2'],
    [' 1.1.2 ', '1.1.2'],
    ['1. 1. 2', '1.1.2'],
    ['1.1.2.', '1.1.2'],
    ['(2.2.1)', '2.2.1'],
    ['5.3.3,', '5.3.3'],
    ['s1.1.4', 'S1.1.4'],
    ['1.2.10', '1.2.10'],
    ['1110', null],
    ['1.1', null],
    ['110', null],
    ['0.1.1', null],
    ['2019', null],
    ['', null],
    ['Criteria 4 and 5', null],
  ])('written %j is read as %j', (written, read) => expect(normaliseElement(written)).toBe(read))

  it('survives losing its dots, whatever the element', () => {
    for (const { number } of elementsOf(cse)) expect(normaliseElement(number.replaceAll('.', ''))).toBe(number)
  })

  it('is only ever changed to a number that is one, or to nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[S(]?[0-9. ]{1,9}[).,]?$/)), (text) => {
        const read = normaliseElement(text)
        expect(read === null || isElementNumber(read)).toBe(true)
        if (read !== null) expect(normaliseElement(read)).toBe(read)
      }),
    )
  })
})

describe('natural order', () => {
  const number = fc
    .tuple(fc.boolean(), fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 3 }))
    .map(([supplementary, parts]) => (supplementary ? 'S' : '') + parts.join('.'))

  test.each([
    ['1.2.9', '1.2.10'],
    ['1.2', '1.2.1'],
    ['2.1.1', '10.1.1'],
    ['5.3.3', 'S1.1.1'],
  ])('puts %s before %s', (first, second) => {
    expect(compareElements(first, second)).toBeLessThan(0)
    expect(compareElements(second, first)).toBeGreaterThan(0)
  })

  it('is an order: it agrees with itself whichever way it is asked', () => {
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        expect(Math.sign(compareElements(a, b))).toBe(-Math.sign(compareElements(b, a)) + 0)
        expect(compareElements(a, b) === 0).toBe(a === b)
        if (compareElements(a, b) < 0 && compareElements(b, c) < 0) expect(compareElements(a, c)).toBeLessThan(0)
      }),
    )
  })
})

describe('supplementary criteria', () => {
  const statements = ['Equal treatment', 'Equal reach', 'Equal voice', 'Equal work']
  const withEquality = withSupplementary(cse, [{ title: 'Equality', statements }])

  it('are numbered beside the standard and never counted among its elements', () => {
    expect(elementsOf(withEquality)).toHaveLength(57)
    expect(elementsOf(withEquality, 'S1').map((element) => element.number)).toEqual([
      'S1.1.1',
      'S1.1.2',
      'S1.1.3',
      'S1.1.4',
    ])
    expect(certifiedCriteria(withEquality)).toHaveLength(5)
    expect(findElement(withEquality, 'S1.1.3')?.title).toBe('Equal voice')
  })

  it('have no tolerance unless the council sets one', () => {
    expect(findCriterion(withEquality, 'S1')?.maxPartials).toBeNull()
    const more = withSupplementary(withEquality, [{ title: 'Climate', statements: ['Less paper'], maxPartials: 1 }])
    expect(supplementaryCriteria(more).map((each) => [each.number, each.maxPartials])).toEqual([
      ['S1', null],
      ['S2', 1],
    ])
    expect(maxPartialsInAll(more)).toBe(11)
  })

  it('leave the standard they are added to as it was', () => {
    expect(supplementaryCriteria(cse)).toEqual([])
    expect(findCriterion(cse, 'S1')).toBeUndefined()
  })
})

test('questions are answered for the edition that is given, whatever its size', () => {
  const small = { ...cse, criteria: cse.criteria.slice(0, 1).map((each) => ({ ...each, maxPartials: 1 })) }
  expect(elementsOf(small)).toHaveLength(11)
  expect(maxPartialsInAll(small)).toBe(1)
  expect(findElement(small, '2.1.1')).toBeUndefined()
})
