import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CATEGORIES } from '~/domain/progress'
import {
  formatPlanSearch,
  isFiltered,
  parsePlanSearch,
  PLAN_SORTS,
  PLAN_STATES,
  wholePlan,
  type PlanSearch,
} from '~/domain/plan-search'

const parse = (address: string) => parsePlanSearch(new URLSearchParams(address))
const searches = fc.record<PlanSearch>({
  words: fc.string({ unit: 'grapheme', maxLength: 60 }).map((words) => words.replace(/\0/g, '').trim()),
  sourceId: fc.option(fc.uuid()),
  criterion: fc.option(fc.constantFrom('1', '5', 'S1')),
  element: fc.option(fc.constantFrom('1.1.1', 'S1.2.3')),
  serviceId: fc.option(fc.uuid()),
  ownerId: fc.option(fc.oneof(fc.constant('none'), fc.uuid())),
  categories: fc.subarray([...CATEGORIES, 'none' as const]),
  overdue: fc.boolean(),
  state: fc.constantFrom(...PLAN_STATES),
  sort: fc.constantFrom(...PLAN_SORTS),
  descending: fc.boolean(),
  page: fc.integer({ min: 1, max: 100_000 }),
})

describe('the plan’s address', () => {
  it('parses back to the search it was made from', () => {
    fc.assert(
      fc.property(searches, (search) => {
        expect(parse(formatPlanSearch(search))).toEqual(search)
      }),
    )
  })

  it('is empty for the whole open plan', () => {
    expect(formatPlanSearch(wholePlan)).toBe('')
    expect(parse('')).toEqual(wholePlan)
  })

  it('never fails, whatever somebody types into it', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.tuple(fc.string(), fc.string())), (text, pairs) => {
        parse(text)
        parsePlanSearch(new URLSearchParams(pairs))
      }),
    )
  })

  it.each([
    ['owner=1; drop table', wholePlan],
    ['page=0', wholePlan],
    ['page=1e9', wholePlan],
    ['page=2.5', wholePlan],
    ['sort=secret', wholePlan],
    ['state=gone', wholePlan],
    ['category=7&category=2', { ...wholePlan, categories: [2 as const] }],
    ['element=216', { ...wholePlan, element: '2.1.6' }],
    ['element=elephant', wholePlan],
    ['criterion=4.1', wholePlan],
    ['q=%00a%00', { ...wholePlan, words: 'a' }],
    ['overdue=perhaps', wholePlan],
    ['sort=-due', { ...wholePlan, descending: true }],
  ])('leaves out what makes no sense: %s', (address, expected) => {
    expect(parse(address)).toEqual(expected)
  })

  it('counts state, order and page as no filter', () => {
    expect(isFiltered({ ...wholePlan, state: 'all', sort: 'owner', page: 3 })).toBe(false)
    expect(isFiltered({ ...wholePlan, overdue: true })).toBe(true)
  })
})
