import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { compareLevels, levels, type Level } from '~/domain/compliance'
import { compareWithAwarded } from '~/domain/award-comparison'
import type { ElementRating, LevelQuery, OpenPoint, ReadinessFacts, RiskCode } from '~/domain/element-readiness'
import { consequences, decideReadiness, whatIf, type Verdict } from '~/domain/readiness'
import { customerServiceExcellence as cse, elementsOf } from '~/domain/standard'

const numbers = elementsOf(cse).map((element) => element.number)
const lastVisit = '2026-02-10'

type Exceptions = Record<string, Level | null>
const ratings = (exceptions: Exceptions = {}): ElementRating[] =>
  numbers.flatMap((element) => {
    const level = element in exceptions ? exceptions[element] : 'full'
    return level ? [{ element, level, ratedOn: lastVisit }] : []
  })
const facts = (exceptions: Exceptions = {}, more: Partial<ReadinessFacts> = {}): ReadinessFacts => ({
  asAt: '2026-10-01',
  lastVisitOn: lastVisit,
  nextVisitOn: '2026-12-08',
  ratings: ratings(exceptions),
  selfAssessments: [],
  queries: [],
  openPoints: [],
  evidence: [],
  owners: [],
  ...more,
})
const point = (elements: string[], more: Partial<OpenPoint> = {}): OpenPoint => ({
  number: '3',
  elements,
  category: 2,
  dueOn: '2026-11-30',
  workDone: false,
  who: 'Priya Nair',
  ...more,
})
const query = (elements: string[], readings: Level[]): LevelQuery => ({
  elements,
  readings,
  who: 'Sam Cole',
})
const self = (element: string, level: Level, assessedOn = '2026-06-01') => ({
  element,
  level,
  assessedOn,
  who: 'Ann Lee',
})
const verdict = (given: ReadinessFacts) => decideReadiness(cse, given).verdict
const of = (given: ReadinessFacts, number: string) =>
  decideReadiness(cse, given).elements.find((each) => each.element === number)!
const codes = (given: ReadinessFacts, number: string) => of(given, number).risks.map((risk) => risk.code)

describe('the verdict', () => {
  const twoPartials: Exceptions = { '2.1.1': 'partial', '2.1.2': 'partial' }
  const threePartials: Exceptions = { ...twoPartials, '2.2.1': 'partial' }
  const cases: [string, ReadinessFacts, Verdict][] = [
    ['all full', facts(), 'holds'],
    ['as many partials as criterion 2 bears', facts(twoPartials), 'holds'],
    ['one partial more', facts(threePartials), 'does-not-hold'],
    ['a non-compliance', facts({ '5.1.1': 'non' }), 'does-not-hold'],
    ['an element that was never rated', facts({ '3.1.1': null }), 'cannot-be-said'],
    [
      'an element never rated, even where we think it full',
      facts({ '3.1.1': null }, { selfAssessments: [self('3.1.1', 'full')] }),
      'cannot-be-said',
    ],
    [
      'an element never rated, whatever a query reads it as',
      facts({ '3.1.1': null }, { queries: [query(['3.1.1'], ['full'])] }),
      'cannot-be-said',
    ],
    [
      'a self-assessment of the day of the visit itself',
      facts(threePartials, { selfAssessments: [self('2.2.1', 'full', lastVisit)] }),
      'does-not-hold',
    ],
    ['nothing rated at all', facts({}, { ratings: [] }), 'cannot-be-said'],
    [
      'the third partial put at full by us, its point done',
      facts(threePartials, { selfAssessments: [self('2.2.1', 'full')] }),
      'holds',
    ],
    [
      'the third partial put at full by us, its point still open',
      facts(threePartials, { selfAssessments: [self('2.2.1', 'full')], openPoints: [point(['2.2.1'])] }),
      'holds-at-risk',
    ],
    [
      'a self-assessment from before the last visit',
      facts(threePartials, { selfAssessments: [self('2.2.1', 'full', '2026-02-09')] }),
      'does-not-hold',
    ],
    [
      'a self-assessment from after the day of the view',
      facts(threePartials, { selfAssessments: [self('2.2.1', 'full', '2026-10-02')] }),
      'does-not-hold',
    ],
    [
      'a disputed element that decides criterion 2',
      facts(twoPartials, { queries: [query(['2.1.6'], ['plus', 'partial'])] }),
      'cannot-be-said',
    ],
    [
      'a disputed element in a criterion with room for it',
      facts({}, { queries: [query(['2.1.6'], ['plus', 'partial'])] }),
      'holds',
    ],
    [
      'a dispute whose other reading nobody knows, on the edge',
      facts(twoPartials, { queries: [query(['2.1.6'], [])] }),
      'cannot-be-said',
    ],
    [
      'a deciding dispute that our own later view settles, which the assessor may not share',
      facts(twoPartials, {
        queries: [query(['2.1.6'], ['full', 'partial'])],
        selfAssessments: [self('2.1.6', 'full')],
      }),
      'holds-at-risk',
    ],
    [
      'a dispute where criterion 4 fails either way',
      facts({ '4.1.1': 'non' }, { queries: [query(['2.1.6'], ['plus', 'partial'])] }),
      'does-not-hold',
    ],
    [
      'two ratings of one day that differ, on the edge',
      facts(twoPartials, {
        ratings: [...ratings(twoPartials), { element: '2.2.1', level: 'partial', ratedOn: lastVisit }],
      }),
      'cannot-be-said',
    ],
    ['compliance plus without newer evidence', facts({ '1.1.1': 'plus' }), 'holds'],
  ]
  test.each(cases)('with %s', (_, given, expected) => expect(verdict(given)).toBe(expected))

  it('fails on three partials in one criterion with eight left of the eleven', () => {
    const { asExpected, verdict: given } = decideReadiness(cse, facts(threePartials))
    expect([given, asExpected.lowest.counts.partial]).toEqual(['does-not-hold', 3])
  })

  it('stands in a range of three', () => {
    const { asLastAssessed, asExpected, ifEveryRisk } = decideReadiness(
      cse,
      facts(threePartials, { selfAssessments: [self('2.2.1', 'full')], openPoints: [point(['2.2.1'])] }),
    )
    expect([asLastAssessed, asExpected, ifEveryRisk].map((each) => each.standing)).toEqual([
      'outside',
      'within',
      'outside',
    ])
  })

  it('is said in a sentence that names what decides', () => {
    const say = (given: ReadinessFacts) => decideReadiness(cse, given).sentence
    expect(say(facts())).toBe('The certificate holds, even if every risk comes true.')
    expect(say(facts(threePartials))).toBe('The certificate does not hold: criterion 2 fails.')
    expect(say(facts(twoPartials, { queries: [query(['2.1.6'], ['plus', 'partial'])] }))).toBe(
      'It cannot be said whether the certificate holds: it hangs on 2.1.6, which can be read two ways.',
    )
    expect(say(facts({ '3.1.1': null }))).toBe('It cannot be said whether the certificate holds: 3.1.1 has no rating.')
    expect(say(facts({}, { ratings: [] }))).toContain('57 elements have no rating')
  })

  it('is headed as our own view with its date', () => {
    expect(decideReadiness(cse, facts()).heading).toBe(
      'Our own view as at 1 October 2026; the certification body decides.',
    )
  })
})

describe('an element', () => {
  it('keeps its last rating where the last review did not look at it, and says so', () => {
    const older = { element: '3.2.1', level: 'partial' as const, ratedOn: '2025-02-01' }
    const given = facts({ '3.2.1': null }, { ratings: [...ratings({ '3.2.1': null }), older] })
    expect(of(given, '3.2.1')).toMatchObject({ rating: 'partial', notLookedAt: true, expected: ['partial'] })
    expect(of(given, '3.2.2').notLookedAt).toBe(false)
  })

  it('is moved by a later self-assessment and by nothing else', () => {
    const done = point(['4.1.2'], { category: 1, workDone: true })
    const evidence = [{ element: '4.1.2', asAt: '2026-09-01' }]
    expect(of(facts({ '4.1.2': 'partial' }, { openPoints: [done], evidence }), '4.1.2').expected).toEqual(['partial'])
    const assessed = facts({ '4.1.2': 'partial' }, { selfAssessments: [self('4.1.2', 'full')] })
    expect(of(assessed, '4.1.2')).toMatchObject({ rating: 'partial', expected: ['full'] })
  })

  it('takes the more cautious of two self-assessments of one day', () => {
    const selfAssessments = [self('1.1.1', 'plus'), self('1.1.1', 'partial')]
    expect(of(facts({}, { selfAssessments }), '1.1.1').expected).toEqual(['partial'])
  })

  test.each<[string, RiskCode[], ReadinessFacts]>([
    ['never rated', ['never-rated'], facts({ '4.1.2': null })],
    ['full', [], facts()],
    ['partial with nothing planned', ['nothing-planned'], facts({ '4.1.2': 'partial' })],
    ['partial with an open point', ['point-open'], facts({ '4.1.2': 'partial' }, { openPoints: [point(['4.1.2'])] })],
    [
      'partial, slipped, although its actions are done',
      ['point-slipped'],
      facts({ '4.1.2': 'partial' }, { openPoints: [point(['4.1.2'], { category: 3, workDone: true })] }),
    ],
    [
      'partial, not achieved',
      ['point-not-achieved'],
      facts({ '4.1.2': 'partial' }, { openPoints: [point(['4.1.2'], { category: 4 })] }),
    ],
    [
      'partial, due after the visit',
      ['point-due-after-visit'],
      facts({ '4.1.2': 'partial' }, { openPoints: [point(['4.1.2'], { dueOn: '2026-12-09' })] }),
    ],
    [
      'partial, achieved and waiting for sign-off',
      [],
      facts({ '4.1.2': 'partial' }, { openPoints: [point(['4.1.2'], { category: 1 })] }),
    ],
    ['put lower by us', ['self-assessed-lower'], facts({}, { selfAssessments: [self('4.1.2', 'partial')] })],
    ['disputed', ['query-open'], facts({}, { queries: [query(['4.1.2'], ['partial'])] })],
    ['plus without evidence', ['plus-evidence-old'], facts({ '4.1.2': 'plus' })],
    [
      'plus with evidence of the day of the visit',
      ['plus-evidence-old'],
      facts({ '4.1.2': 'plus' }, { evidence: [{ element: '4.1.2', asAt: lastVisit }] }),
    ],
    [
      'plus with evidence nobody dated',
      ['plus-evidence-old'],
      facts({ '4.1.2': 'plus' }, { evidence: [{ element: '4.1.2', asAt: null }] }),
    ],
    [
      'plus with newer evidence',
      [],
      facts({ '4.1.2': 'plus' }, { evidence: [{ element: '4.1.2', asAt: '2026-02-11' }] }),
    ],
  ])('that is %s carries %j', (_, expected, given) => expect(codes(given, '4.1.2')).toEqual(expected))

  it('states each risk as a sentence with its element and who can act', () => {
    const given = facts(
      { '4.1.2': 'partial', '1.1.1': 'plus' },
      {
        openPoints: [point(['4.1.2'], { category: 3 })],
        owners: [{ element: '1.1.1', who: 'Jo Park' }],
        selfAssessments: [self('5.1.1', 'partial')],
      },
    )
    expect(decideReadiness(cse, given).risks.map(({ element, who, sentence }) => [element, who, sentence])).toEqual([
      ['1.1.1', 'Jo Park', '1.1.1 is compliance plus without evidence newer than the last visit: it may fall to full.'],
      ['4.1.2', 'Priya Nair', '4.1.2 is partial, and point 3 has slipped.'],
      ['5.1.1', 'Ann Lee', 'We put 5.1.1 at partial compliance on 1 June 2026; the assessor gave full compliance.'],
    ])
  })

  it('states the age of its evidence against the last visit', () => {
    const say = (asAt: (string | null)[]) =>
      of(facts({}, { evidence: asAt.map((date) => ({ element: '1.1.1', asAt: date })) }), '1.1.1').evidence.sentence
    expect(say([])).toBe('No evidence is linked.')
    expect(say([null])).toBe('Evidence is linked, but no document has a date.')
    expect(say(['2025-05-03', '2026-05-03', null])).toBe(
      'The newest evidence is of 3 May 2026, newer than the last visit (10 February 2026).',
    )
    expect(say(['2025-05-03'])).toBe(
      'The newest evidence is of 3 May 2025, no newer than the last visit (10 February 2026).',
    )
  })
})

describe('prompts', () => {
  const prompts = (given: ReadinessFacts) => decideReadiness(cse, given).prompts.map((prompt) => prompt.sentence)
  const done = { category: 1 as const, workDone: true }
  it('ask whether a partial is full now, once all work on it is done', () => {
    expect(prompts(facts({ '4.1.2': 'partial' }, { openPoints: [point(['4.1.2'], done)] }))).toEqual([
      'Work done on 4.1.2: is it full now, on what evidence?',
    ])
  })
  it('do not ask while any of the work is open, nor once somebody has answered', () => {
    const openPoints = [point(['4.1.2'], done), point(['4.1.2'], { number: '4' })]
    expect(prompts(facts({ '4.1.2': 'partial' }, { openPoints }))).toEqual([])
    const selfAssessments = [self('4.1.2', 'full')]
    expect(prompts(facts({ '4.1.2': 'partial' }, { openPoints: [openPoints[0]!], selfAssessments }))).toEqual([])
  })
})

describe('headroom and reasons', () => {
  it('says what each criterion can still bear', () => {
    const { headroom } = decideReadiness(cse, facts({ '2.1.1': 'partial', '2.1.2': 'partial' }))
    expect(headroom.map((each) => each.sentence)).toEqual([
      'Criterion 1 can bear 2 more partials.',
      'One more partial and criterion 2 fails.',
      'Criterion 3 can bear 2 more partials.',
      'Criterion 4 can bear 3 more partials.',
      'Criterion 5 can bear 2 more partials.',
    ])
  })

  it('orders reasons by what they would cost', () => {
    const given = facts(
      {
        '1.1.1': 'non',
        '2.1.1': 'partial',
        '2.1.2': 'partial',
        '3.1.1': 'partial',
        '3.1.2': 'partial',
        '4.1.1': 'plus',
        '5.1.1': 'partial',
      },
      {
        queries: [query(['2.1.6'], ['plus', 'partial'])],
        selfAssessments: [self('3.1.2', 'full'), self('3.2.1', 'partial')],
        openPoints: [point(['3.1.2']), point(['2.1.1', '2.1.2', '3.1.1', '5.1.1'], { number: '1' })],
      },
    )
    const { reasons } = decideReadiness(cse, given)
    const costs = reasons.map((reason) => consequences.indexOf(reason.consequence))
    expect(costs).toEqual([...costs].sort((a, b) => a - b))
    expect(reasons[0]).toMatchObject({ consequence: 'fails', criterion: '1', element: null })
    const cost = (element: string) => reasons.find((reason) => reason.element === element)?.consequence
    expect([cost('2.1.6'), cost('3.1.2'), cost('2.1.1'), cost('5.1.1'), cost('4.1.1')]).toEqual([
      'decides',
      'breaks',
      'together',
      'uses-headroom',
      'loses-plus',
    ])
  })
})

describe('what-if', () => {
  it('changes the verdict and nothing that was recorded', () => {
    const given = facts({ '2.1.1': 'partial', '2.1.2': 'partial', '2.2.1': 'partial' })
    expect(whatIf(cse, given, new Map([['2.2.1', 'full']])).verdict).toBe('holds')
    expect(whatIf(cse, given, new Map([['2.2.1', 'full']])).elements.find((e) => e.element === '2.2.1')?.rating).toBe(
      'partial',
    )
    expect(whatIf(cse, given, new Map()).verdict).toBe('does-not-hold')
    expect(whatIf(cse, facts({ '3.1.1': null }), new Map([['3.1.1', 'full']])).verdict).toBe('holds')
  })
})

describe('expected beside awarded', () => {
  it('says for each element whether it came as expected, and why where it fell', () => {
    const frozen = decideReadiness(cse, facts({ '1.1.1': 'plus', '2.1.1': 'partial', '3.1.1': null })).elements
    const awarded = new Map<string, Level>([
      ['1.1.1', 'full'],
      ['2.1.1', 'full'],
      ['2.1.2', 'full'],
      ['3.1.1', 'full'],
    ])
    const compared = compareWithAwarded(frozen, awarded)
    const outcome = (number: string) => compared.find((each) => each.element === number)?.outcome
    expect(['1.1.1', '2.1.1', '2.1.2', '3.1.1', '5.1.1'].map(outcome)).toEqual([
      'worse',
      'better',
      'as-expected',
      'no-view',
      'not-looked-at',
    ])
    expect(compared[0]!.sentence).toContain('without evidence newer than the last visit')
  })
})

describe('laws', () => {
  const element = fc.constantFrom(...numbers)
  const level = fc.constantFrom(...levels)
  const day = fc.constantFrom('2025-02-01', lastVisit, '2026-05-01', '2026-09-30')
  const name = fc.constantFrom('Ann Lee', 'Bo Ray')
  const most = fc
    .array(fc.oneof({ weight: 12, arbitrary: fc.constant('full' as const) }, { weight: 3, arbitrary: level }), {
      minLength: 57,
      maxLength: 57,
    })
    .map((given) => given.map((each, i) => ({ element: numbers[i]!, level: each, ratedOn: lastVisit })))
  const elementsSome = fc.uniqueArray(element, { maxLength: 3 })
  const anyFacts: fc.Arbitrary<ReadinessFacts> = fc.record({
    asAt: fc.constant('2026-10-01'),
    lastVisitOn: fc.constantFrom(lastVisit, null),
    nextVisitOn: fc.constantFrom('2026-12-08', null),
    ratings: fc
      .tuple(
        most,
        fc.subarray(numbers, { maxLength: 2 }),
        fc.array(fc.record({ element, level, ratedOn: day }), { maxLength: 4 }),
      )
      .map(([all, without, more]) => [...all.filter((each) => !without.includes(each.element)), ...more]),
    selfAssessments: fc.array(fc.record({ element, level, assessedOn: day, who: name }), { maxLength: 6 }),
    queries: fc.array(
      fc.record({
        elements: elementsSome,
        readings: fc.uniqueArray(level, { maxLength: 2 }),
        who: fc.option(name),
      }),
      { maxLength: 2 },
    ),
    openPoints: fc.array(
      fc.record({
        number: fc.constantFrom('1', '2', '10'),
        elements: elementsSome,
        category: fc.constantFrom(1, 2, 3, 4, null),
        dueOn: fc.constantFrom('2026-11-01', '2027-01-01', null),
        workDone: fc.boolean(),
        who: fc.option(name),
      }),
      { maxLength: 6 },
    ),
    evidence: fc.array(fc.record({ element, asAt: fc.option(day) }), { maxLength: 6 }),
    owners: fc.array(fc.record({ element, who: name }), { maxLength: 4 }),
  })
  const rank: Record<Verdict, number> = { 'does-not-hold': 0, 'cannot-be-said': 1, 'holds-at-risk': 2, holds: 3 }
  const shuffled = (given: ReadinessFacts): fc.Arbitrary<ReadinessFacts> => {
    const all = <T>(items: T[]) => fc.shuffledSubarray(items, { minLength: items.length })
    return fc
      .tuple(
        all(given.ratings),
        all(given.selfAssessments),
        all(given.queries),
        all(given.openPoints),
        all(given.evidence),
        all(given.owners),
      )
      .map(([ratingsOf, selfAssessments, queries, openPoints, evidence, owners]) => ({
        ...given,
        ratings: ratingsOf,
        selfAssessments,
        queries,
        openPoints,
        evidence,
        owners,
      }))
  }

  it('raising a rating never worsens the verdict', () => {
    fc.assert(
      fc.property(anyFacts, fc.nat(), level, (given, index, raisedTo) => {
        const at = index % given.ratings.length
        const rating = given.ratings[at]!
        fc.pre(compareLevels(raisedTo, rating.level) > 0)
        const raised = given.ratings.with(at, { ...rating, level: raisedTo })
        expect(rank[verdict({ ...given, ratings: raised })]).toBeGreaterThanOrEqual(rank[verdict(given)])
      }),
      { numRuns: 300 },
    )
  })

  it('raising a self-assessment, or a level by what-if, never worsens the verdict', () => {
    fc.assert(
      fc.property(anyFacts, element, level, level, (given, number, one, other) => {
        const [low, high] = compareLevels(one, other) < 0 ? [one, other] : [other, one]
        const changed = (to: Level) => whatIf(cse, given, new Map([[number, to]])).verdict
        expect(rank[changed(high)]).toBeGreaterThanOrEqual(rank[changed(low)])
        const assessed = (to: Level) =>
          verdict({ ...given, selfAssessments: [...given.selfAssessments, self(number, to, '2026-10-01')] })
        expect(rank[assessed(high)]).toBeGreaterThanOrEqual(rank[assessed(low)])
      }),
      { numRuns: 300 },
    )
  })

  it('missing data never counts as full: without a rating no verdict holds', () => {
    fc.assert(
      fc.property(anyFacts, element, (given, number) => {
        const without = { ...given, ratings: given.ratings.filter((rating) => rating.element !== number) }
        expect(['cannot-be-said', 'does-not-hold']).toContain(verdict(without))
        expect(of(without, number)).toMatchObject({ expected: [], worst: null })
      }),
    )
  })

  it('what is expected lies between the worst and the best reading, and no risk makes anything better', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const { asExpected, ifEveryRisk, elements } = decideReadiness(cse, given)
        for (const each of elements)
          if (each.worst !== null) expect(compareLevels(each.worst, each.expected[0]!)).toBeLessThanOrEqual(0)
        if (ifEveryRisk.standing === 'within') expect(asExpected.standing).toBe('within')
      }),
    )
  })

  it('the order in which facts arrive changes nothing', () => {
    fc.assert(
      fc.property(
        anyFacts.chain((given) => fc.tuple(fc.constant(given), shuffled(given))),
        ([given, mixed]) => {
          expect(decideReadiness(cse, mixed)).toEqual(decideReadiness(cse, given))
        },
      ),
    )
  })

  it('a verdict that is not a plain yes has a reason', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const { verdict: said, reasons } = decideReadiness(cse, given)
        if (said !== 'holds') expect(['fails', 'decides', 'breaks', 'together']).toContain(reasons[0]?.consequence)
      }),
      { numRuns: 300 },
    )
  })
})
