/**
 * What the plan shows: which recommendations, in which order, which page. The whole of it is the address, so that a
 * list can be shared, reloaded and gone back to. What an address says that makes no sense is left out, never an error.
 */
import { CATEGORIES, type Category } from './progress'
import { normaliseElement } from './standard'

export const PLAN_SORTS = ['number', 'source', 'owner', 'due', 'category', 'answered'] as const
export type PlanSort = (typeof PLAN_SORTS)[number]
export const PLAN_STATES = ['open', 'closed', 'all'] as const
export type PlanState = (typeof PLAN_STATES)[number]

export type PlanFilter = {
  /** Found in the words of the recommendation, or its whole number. */
  words: string
  sourceId: string | null
  criterion: string | null
  element: string | null
  serviceId: string | null
  /** An owner's id; `none` for those that have no owner. */
  ownerId: string | null
  /** Any of these; `none` for those without a category yet. */
  categories: readonly (Category | 'none')[]
  overdue: boolean
  state: PlanState
}
export type PlanSearch = PlanFilter & { sort: PlanSort; descending: boolean; page: number }

export const planPageSize = 50
export const wholePlan: PlanSearch = {
  words: '',
  sourceId: null,
  criterion: null,
  element: null,
  serviceId: null,
  ownerId: null,
  categories: [],
  overdue: false,
  state: 'open',
  sort: 'due',
  descending: false,
  page: 1,
}

const longestWords = 200
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const CRITERION = /^S?[1-9]\d?$/
const idOf = (value: string | null) => (value !== null && ID.test(value) ? value : null)
const oneOf = <T extends string>(all: readonly T[], value: string | null): T | null =>
  all.find((each) => each === value) ?? null

function categoriesOf(values: readonly string[]): (Category | 'none')[] {
  const known = [...CATEGORIES, 'none' as const]
  return known.filter((category) => values.includes(String(category)))
}

/** Text that PostgreSQL can take: no NUL, and no half of a character. */
const wordsOf = (value: string | null) =>
  [...(value ?? '').replace(/\0/g, '').trim()].slice(0, longestWords).join('').trim()

export function parsePlanSearch(address: URLSearchParams): PlanSearch {
  const sort = address.get('sort') ?? ''
  const page = Number(address.get('page') ?? '1')
  const owner = address.get('owner')
  const criterion = address.get('criterion') ?? ''
  return {
    words: wordsOf(address.get('q')),
    sourceId: idOf(address.get('source')),
    criterion: CRITERION.test(criterion) ? criterion : null,
    element: normaliseElement(address.get('element') ?? ''),
    serviceId: idOf(address.get('service')),
    ownerId: owner === 'none' ? 'none' : idOf(owner),
    categories: categoriesOf(address.getAll('category')),
    overdue: address.get('overdue') === 'yes',
    state: oneOf(PLAN_STATES, address.get('state')) ?? wholePlan.state,
    sort: oneOf(PLAN_SORTS, sort.replace(/^-/, '')) ?? wholePlan.sort,
    descending: sort.startsWith('-'),
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
  }
}

/** "?owner=…&sort=-due", or nothing for the whole plan; it parses back to the same search. */
export function formatPlanSearch(search: PlanSearch): string {
  const address = new URLSearchParams()
  const put = (name: string, value: string | null) => value !== null && value !== '' && address.append(name, value)
  put('q', search.words)
  put('source', search.sourceId)
  put('criterion', search.criterion)
  put('element', search.element)
  put('service', search.serviceId)
  put('owner', search.ownerId)
  for (const category of search.categories) put('category', String(category))
  if (search.overdue) put('overdue', 'yes')
  if (search.state !== wholePlan.state) put('state', search.state)
  if (search.sort !== wholePlan.sort || search.descending) put('sort', `${search.descending ? '-' : ''}${search.sort}`)
  if (search.page > 1) put('page', String(search.page))
  const text = address.toString()
  return text === '' ? '' : `?${text}`
}

/** Whether anything is left out of the open plan. */
export const isFiltered = (search: PlanSearch): boolean =>
  formatPlanSearch({ ...search, state: 'open', sort: wholePlan.sort, descending: false, page: 1 }) !== ''
