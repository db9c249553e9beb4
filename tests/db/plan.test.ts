import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import * as make from '#db/factories'
import { forCouncil, readInCouncil, type CouncilScope } from '#db/in-council'
import { countPlan, listPlan, walkPlan, type PlanLimit, type PlanRow } from '#db/queries/plan'
import { CATEGORIES } from '~/domain/progress'
import { PLAN_SORTS, PLAN_STATES, wholePlan, type PlanFilter, type PlanSearch } from '~/domain/plan-search'
import { useCouncilApp } from '#tests/support/council-app'

const app = useCouncilApp()
const today = '2026-06-01'
const elements = ['1.1.1', '1.2.3', '2.1.6', '4.1.2']
const words = ['publish the standards', 'train every clerk', 'a 100% rise_in answers', 'ask customers twice']

/** What the test put in, to be read again by brute force. */
type Known = {
  id: string
  number: string
  text: string
  sourceId: string
  source: string
  position: number
  serviceId: string | null
  owners: { id: string; name: string; personId: string }[]
  elements: string[]
  dueOn: string | null
  state: 'open' | 'closed'
  category: 1 | 2 | 3 | 4 | null
  lastAnswerOn: string | null
}

let scope: CouncilScope
let other: CouncilScope
const known: Known[] = []
const sources: { id: string; title: string }[] = []
const services: { id: string; parent: string | null }[] = []
const owners: { id: string; name: string; personId: string }[] = []

const pick = <T>(all: readonly T[], seed: number): T => all[seed % all.length]!

beforeAll(async () => {
  const { into } = app()
  const council = await make.makeCouncil(into)
  scope = forCouncil(council.id, 'test')
  const elsewhere = await make.makeCouncil(into)
  other = forCouncil(elsewhere.id, 'test')
  await make.makeRecommendation(into, { councilId: elsewhere.id, text: words[0]! })
  for (const title of ['alpha review', 'beta audit', 'gamma report'])
    sources.push(await make.makeSource(into, { councilId: council.id, title }))
  for (let i = 0; i < 4; i++) {
    const parent: string | null = i === 3 ? services[0]!.id : null
    const service = await make.makeService(into, { councilId: council.id, parentId: parent })
    services.push({ id: service.id, parent })
  }
  for (const name of ['ann', 'bob', 'cat', 'dan']) {
    const owner = await make.makeOwner(into, { councilId: council.id, name })
    owners.push({ id: owner.id, name, personId: owner.personId! })
  }
  let seed = 20260601
  const random = (most: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % most
  for (let i = 0; i < 160; i++) {
    const source = pick(sources, random(3))
    const given = [...owners].sort(() => random(3) - 1).slice(0, random(4))
    const closed = random(5) === 0
    const mine = elements.filter(() => random(3) === 0)
    const position = i
    const dueOn = random(6) === 0 ? null : `2026-${String(1 + random(12)).padStart(2, '0')}-1${random(3)}`
    const category = random(4) === 0 ? null : pick(CATEGORIES, random(4))
    const lastAnswerOn = random(4) === 0 ? null : `2026-0${1 + random(5)}-0${1 + random(9)}`
    const serviceId = random(3) === 0 ? null : pick(services, random(4)).id
    const text = `${pick(words, random(4))} ${i}`
    const row = await make.makeRecommendation(into, {
      councilId: council.id,
      sourceId: source.id,
      position,
      number: String(i % 40),
      text,
      serviceId,
      dueOn,
      category,
      lastAnswerOn,
      ...(closed ? { state: 'closed' as const, closedWay: 'withdrawn' as const } : {}),
      elements: mine,
      owners: given.map(({ id }) => id),
    })
    known.push({
      id: row.id,
      number: row.number,
      text,
      sourceId: source.id,
      source: source.title,
      position,
      serviceId,
      owners: given,
      elements: mine,
      dueOn,
      state: closed ? 'closed' : 'open',
      category,
      lastAnswerOn,
    })
  }
}, 120_000)

const within = (serviceId: string | null) =>
  services.filter(({ id, parent }) => serviceId !== null && [id, parent].includes(serviceId)).map(({ id }) => id)

function matches(row: Known, filter: PlanFilter, limit: PlanLimit): boolean {
  const wanted = filter.words.toLowerCase()
  return [
    wanted === '' || row.text.toLowerCase().includes(wanted) || row.number.toLowerCase() === wanted,
    filter.sourceId === null || row.sourceId === filter.sourceId,
    filter.serviceId === null || row.serviceId === filter.serviceId,
    filter.element === null || row.elements.includes(filter.element),
    filter.criterion === null || row.elements.some((element) => element.split('.')[0] === filter.criterion),
    filter.ownerId === null ||
      (filter.ownerId === 'none' ? row.owners.length === 0 : row.owners.some(({ id }) => id === filter.ownerId)),
    filter.categories.length === 0 || filter.categories.includes(row.category ?? 'none'),
    !filter.overdue || (row.state === 'open' && row.dueOn !== null && row.dueOn < today),
    filter.state === 'all' || row.state === filter.state,
    limit === null ||
      row.owners.some(({ personId }) => personId === limit.personId) ||
      (row.serviceId !== null && within(limit.serviceId).includes(row.serviceId)),
  ].every(Boolean)
}

type Key = string | number | null
const compare = (a: Key, b: Key, descending: boolean, nullsFirst = false): number => {
  if (a === b) return 0
  if (a === null) return nullsFirst ? -1 : 1
  if (b === null) return nullsFirst ? 1 : -1
  return (a < b ? -1 : 1) * (descending ? -1 : 1)
}

function inOrder(rows: Known[], { sort, descending }: PlanSearch): Known[] {
  const due = (a: Known, b: Known) => compare(a.dueOn, b.dueOn, false) || compare(a.id, b.id, false)
  const orders: Record<PlanSearch['sort'], (a: Known, b: Known) => number> = {
    due: (a, b) => compare(a.dueOn, b.dueOn, descending) || compare(a.id, b.id, false),
    number: (a, b) => compare(a.position, b.position, descending),
    source: (a, b) => compare(a.source, b.source, descending) || compare(a.position, b.position, false),
    owner: (a, b) => compare(a.owners[0]?.name ?? null, b.owners[0]?.name ?? null, descending) || due(a, b),
    category: (a, b) => compare(a.category, b.category, descending) || due(a, b),
    answered: (a, b) => compare(a.lastAnswerOn, b.lastAnswerOn, descending, !descending) || due(a, b),
  }
  return [...rows].sort(orders[sort])
}

const searches = fc.record<PlanSearch>({
  words: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, fc.constantFrom('STANDARDS', '100%', '7', '_in', "o'n")),
  sourceId: fc.option(
    fc.nat(2).map((index) => sources[index]!.id),
    { freq: 2 },
  ),
  criterion: fc.option(fc.constantFrom('1', '2', '4', '5'), { freq: 2 }),
  element: fc.option(fc.constantFrom(...elements), { freq: 2 }),
  serviceId: fc.option(
    fc.nat(3).map((index) => services[index]!.id),
    { freq: 2 },
  ),
  ownerId: fc.option(
    fc.oneof(
      fc.constant('none'),
      fc.nat(3).map((index) => owners[index]!.id),
    ),
  ),
  categories: fc.subarray([...CATEGORIES, 'none' as const]),
  overdue: fc.boolean(),
  state: fc.constantFrom(...PLAN_STATES),
  sort: fc.constantFrom(...PLAN_SORTS),
  descending: fc.boolean(),
  page: fc.constant(1),
})
const limits = fc.option(
  fc.record({
    personId: fc.nat(3).map((index) => owners[index]!.personId),
    serviceId: fc.option(fc.nat(3).map((index) => services[index]!.id)),
  }),
  { freq: 2 },
)
const read = (search: PlanSearch, limit: PlanLimit, page = { limit: 1000, offset: 0 }, of = scope) =>
  readInCouncil(of, (tx) =>
    Promise.all([listPlan(of, tx, { search, limit, today }, page), countPlan(of, tx, { search, limit, today })]),
  )
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)

describe('the plan', () => {
  it('is what reading every recommendation by hand gives, for any filter, order and pair of eyes', async () => {
    await fc.assert(
      fc.asyncProperty(searches, limits, async (search, limit) => {
        const expected = inOrder(
          known.filter((row) => matches(row, search, limit)),
          search,
        )
        const [rows, count] = await read(search, limit)
        expect(ids(rows)).toEqual(ids(expected))
        expect(count).toBe(expected.length)
      }),
      { numRuns: 300 },
    )
  })

  it('shows each recommendation on exactly one page', async () => {
    const search = { ...wholePlan, state: 'all' as const, sort: 'category' as const }
    const [all] = await read(search, null)
    const pages: string[] = []
    for (let offset = 0; offset < known.length; offset += 50) {
      const [rows] = await read(search, null, { limit: 50, offset })
      pages.push(...ids(rows))
    }
    expect(pages).toEqual(ids(all))
    expect(new Set(pages).size).toBe(known.length)
  })

  it('says of each row who answers and how many own it', async () => {
    const [rows] = await read({ ...wholePlan, state: 'all' }, null)
    const facts = (row: PlanRow) => [row.number, row.source, row.answering, row.owners, row.dueOn, row.category]
    const byHand = known.map((row): [string, ...unknown[]] => [
      row.id,
      row.number,
      row.source,
      row.owners[0]?.name ?? null,
      row.owners.length,
      row.dueOn,
      row.category,
    ])
    expect(Object.fromEntries(rows.map((row) => [row.id, facts(row)]))).toEqual(
      Object.fromEntries(byHand.map(([id, ...rest]) => [id, rest])),
    )
  })

  it('is exported in the same order, whatever the size of a batch', async () => {
    const search = { ...wholePlan, state: 'all' as const, sort: 'source' as const }
    const [expected] = await read(search, null)
    const walked = await readInCouncil(scope, async (tx) => {
      const found: string[] = []
      for await (const rows of walkPlan(scope, tx, { search, limit: null, today }, 7)) found.push(...ids(rows))
      return found
    })
    expect(walked).toEqual(ids(expected))
  })

  it('shows another council nothing of it, even when asked by the ids', async () => {
    const [rows] = await read({ ...wholePlan, state: 'all' }, null, undefined, other)
    expect(rows).toHaveLength(1)
    for (const asked of [{ ownerId: owners[0]!.id }, { sourceId: sources[0]!.id }, { serviceId: services[0]!.id }]) {
      expect(await read({ ...wholePlan, state: 'all', ...asked }, null, undefined, other)).toEqual([[], 0])
    }
  })
})
