import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  compareLevels,
  countLevels,
  countsSentence,
  headroomSentence,
  highestLevel,
  isLevel,
  levels,
  lowestLevel,
  testSupplementary,
  testTolerance,
  toleranceSentence,
  type Level,
} from '~/domain/compliance'
import { criterionOf, customerServiceExcellence as cse, elementsOf, withSupplementary } from '~/domain/standard'

const numbers = elementsOf(cse).map((element) => element.number)
const allAt = (level: Level, exceptions: Record<string, Level | null> = {}) => {
  const given = new Map<string, Level>(numbers.map((number) => [number, level]))
  for (const [number, other] of Object.entries(exceptions)) {
    if (other === null) given.delete(number)
    else given.set(number, other)
  }
  return given
}
const partials = (...which: string[]) => Object.fromEntries(which.map((number) => [number, 'partial' as const]))
const anyLevels = fc
  .array(fc.option(fc.constantFrom(...levels), { freq: 8 }), { minLength: 57, maxLength: 57 })
  .map((given) => new Map(given.flatMap((level, i) => (level === null ? [] : [[numbers[i]!, level] as const]))))
/** At most as many partials as a criterion may bear, so that there is headroom to count. */
const fewPartials = fc
  .subarray(['1.1.1', '1.3.5', '2.1.6', '2.2.1', '3.1.1', '4.1.2', '4.3.1', '4.3.6', '5.2.1', '5.3.3'])
  .map((some) => allAt('full', partials(...some)))

describe('tolerance', () => {
  const most = partials(
    '1.1.1',
    '1.1.2',
    '2.1.1',
    '2.1.2',
    '3.1.1',
    '3.1.2',
    '4.1.1',
    '4.1.2',
    '4.1.3',
    '5.1.1',
    '5.1.2',
  )
  test.each([
    ['all full', {}, 'within'],
    ['eleven partials, as many as each criterion bears', most, 'within'],
    ['three partials in criterion 1 alone', partials('1.1.1', '1.2.1', '1.3.1'), 'outside'],
    ['three partials in criterion 4 alone', partials('4.1.1', '4.2.1', '4.3.1'), 'within'],
    ['four partials in criterion 4', partials('4.1.1', '4.2.1', '4.3.1', '4.3.2'), 'outside'],
    ['a single non-compliance', { '5.3.3': 'non' as const }, 'outside'],
    ['one element without a level', { '3.2.1': null }, 'unknown'],
    ['a failure beside an element without a level', { '3.2.1': null, '1.1.1': 'non' as const }, 'outside'],
  ])('with %s is %s', (_, exceptions, standing) =>
    expect(testTolerance(cse, allAt('full', exceptions)).standing).toBe(standing),
  )

  it('can fail in one criterion with a total far under eleven', () => {
    const { standing, counts } = testTolerance(cse, allAt('full', partials('2.1.1', '2.1.2', '2.2.1')))
    expect([standing, counts.partial]).toEqual(['outside', 3])
  })

  it('counts compliance plus as at least full', () => {
    expect(testTolerance(cse, allAt('plus')).standing).toBe('within')
  })

  it('never takes a missing level for full: nothing at all is unknown', () => {
    const { standing, unrated } = testTolerance(cse, new Map())
    expect(standing).toBe('unknown')
    expect(unrated).toEqual(numbers)
  })

  it('agrees with counting by hand, whatever the levels', () => {
    fc.assert(
      fc.property(anyLevels, (given) => {
        const { standing, counts, criteria } = testTolerance(cse, given)
        const inCriterion = (criterion: string, level: Level) =>
          numbers.filter((number) => criterionOf(number) === criterion && given.get(number) === level).length
        const fails = cse.criteria.some(
          ({ number, maxPartials }) => inCriterion(number, 'non') > 0 || inCriterion(number, 'partial') > maxPartials!,
        )
        expect(standing).toBe(fails ? 'outside' : given.size < 57 ? 'unknown' : 'within')
        expect(counts).toEqual(countLevels(given.values()))
        for (const each of criteria) expect(each.partials.length).toBe(inCriterion(each.criterion, 'partial'))
      }),
    )
  })

  it('is never lost by raising a level', () => {
    const rank = { outside: 0, unknown: 1, within: 2 }
    fc.assert(
      fc.property(anyLevels, fc.nat(56), fc.constantFrom(...levels), (given, index, level) => {
        const number = numbers[index]!
        const before = given.get(number)
        fc.pre(before !== undefined && compareLevels(level, before) >= 0)
        const raised = testTolerance(cse, new Map(given).set(number, level))
        expect(rank[raised.standing]).toBeGreaterThanOrEqual(rank[testTolerance(cse, given).standing])
      }),
    )
  })

  it('is failed by exactly headroom and one more partials', () => {
    fc.assert(
      fc.property(fewPartials, fc.constantFrom('1', '2', '3', '4', '5'), (given, criterion) => {
        const before = testTolerance(cse, given).criteria.find((each) => each.criterion === criterion)!
        fc.pre(before.headroom !== null && before.headroom >= 0)
        const above = numbers.filter((n) => criterionOf(n) === criterion && given.get(n) !== 'partial')
        const lowered = (count: number) => {
          const changed = new Map(given)
          for (const number of above.slice(0, count)) changed.set(number, 'partial')
          return testTolerance(cse, changed).criteria.find((each) => each.criterion === criterion)!.standing
        }
        expect(lowered(before.headroom!)).toBe('within')
        expect(lowered(before.headroom! + 1)).toBe('outside')
      }),
    )
  })
})

describe('sentences', () => {
  const criterion = (number: string, exceptions: Record<string, Level | null>) =>
    testTolerance(cse, allAt('full', exceptions)).criteria.find((each) => each.criterion === number)!

  test.each([
    ['2', {}, 'Criterion 2 can bear 2 more partials.'],
    ['2', partials('2.1.1'), 'Criterion 2 can bear 1 more partial.'],
    ['2', partials('2.1.1', '2.1.6'), 'One more partial and criterion 2 fails.'],
    [
      '2',
      partials('2.1.1', '2.1.6', '2.2.1'),
      'Criterion 2 fails: 2.1.1, 2.1.6 and 2.2.1 are partial, and at most 2 may be.',
    ],
    ['5', { '5.1.1': 'non' as const }, 'Criterion 5 fails: 5.1.1 is non-compliant, and none is allowed.'],
    ['3', { '3.1.1': null, '3.1.2': null }, 'Nothing can be said about criterion 3: 3.1.1 and 3.1.2 have no level.'],
  ])('headroom of criterion %s', (number, exceptions, sentence) =>
    expect(headroomSentence(criterion(number, exceptions))).toBe(sentence),
  )

  test.each([
    [{}, 'Within tolerance in every criterion, with 0 partials.'],
    [partials('1.1.1', '1.1.2', '1.1.3'), 'Outside tolerance in criterion 1.'],
    [{ '1.1.1': 'non' as const, '2.1.1': 'non' as const }, 'Outside tolerance in criteria 1 and 2.'],
    [{ '4.1.2': null }, 'Cannot be said: 4.1.2 has no level.'],
  ])('tolerance with %j', (exceptions, sentence) =>
    expect(toleranceSentence(testTolerance(cse, allAt('full', exceptions)))).toBe(sentence),
  )

  test('counts', () => {
    expect(countsSentence({ plus: 5, full: 48, partial: 4, non: 0 })).toBe(
      '5 compliance plus, 48 full, 4 partial, no non-compliance',
    )
  })
})

describe('levels', () => {
  test('are in order, lowest first', () => {
    expect([...levels].sort(compareLevels)).toEqual(['non', 'partial', 'full', 'plus'])
    expect(lowestLevel('plus', 'partial', 'full')).toBe('partial')
    expect(highestLevel('non', 'partial', 'full')).toBe('full')
  })
  test.each(['', 'Full', null, 3, 'constructor'])('%j is none', (value) => expect(isLevel(value)).toBe(false))
})

describe('a council’s own criteria', () => {
  it('are tested only where it set a tolerance, and never move the certificate', () => {
    const own = withSupplementary(cse, [
      { title: 'Equality', statements: ['a', 'b'] },
      { title: 'Climate', statements: ['c', 'd'], maxPartials: 0 },
    ])
    const given = allAt('full').set('S1.1.1', 'non').set('S2.1.1', 'partial').set('S2.1.2', 'full')
    expect(testTolerance(own, given).standing).toBe('within')
    expect(testSupplementary(own, given).map((each) => [each.criterion, each.standing])).toEqual([['S2', 'outside']])
  })
})
