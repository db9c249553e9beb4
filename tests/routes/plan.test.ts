import { beforeAll, describe, expect, it } from 'vitest'
import * as make from '#db/factories'
import { readCsv } from '~/documents/read-csv'
import { loader as planLoader } from '~/routes/plan/route'
import { loader as csvLoader } from '~/routes/plan[.]csv/route'
import { loader as recommendationLoader } from '~/routes/recommendations.$id._index/route'
import { loader as historyLoader } from '~/routes/recommendations.$id.history/route'
import { action as ownersAction, loader as ownersLoader } from '~/routes/recommendations.$id.owners/route'
import { action as elementsAction, loader as elementsLoader } from '~/routes/recommendations.$id.elements/route'
import { action as newActionAction, loader as newActionLoader } from '~/routes/recommendations.$id.actions.new/route'
import {
  action as actionAction,
  loader as actionLoader,
} from '~/routes/recommendations.$id.actions.$actionId._index/route'
import {
  action as stateAction,
  loader as stateLoader,
} from '~/routes/recommendations.$id.actions.$actionId.state/route'
import { action as dateAction, loader as dateLoader } from '~/routes/recommendations.$id.actions.$actionId.date/route'
import { action as closeAction, loader as closeLoader } from '~/routes/recommendations.$id.close/route'
import { action as reopenAction, loader as reopenLoader } from '~/routes/recommendations.$id.reopen/route'
import { action as requestAction, loader as requestLoader } from '~/routes/date-requests.$id/route'
import { action as nameAction, loader as nameLoader } from '~/routes/names.$id/route'
import { loader as namesLoader } from '~/routes/names._index/route'
import { action as progressAction, loader as progressLoader } from '~/routes/recommendations.$id.progress/route'
import { useCouncilApp, type Asked, type RouteArgs } from '#tests/support/council-app'

const app = useCouncilApp()
let councilId: string
let lead: string
let owner: string
let member: string
let limited: string
let foreignLead: string
let point: string
let hidden: string
let actionId: string
let requestId: string
let nameId: string

beforeAll(async () => {
  const { into } = app()
  councilId = (await make.makeCouncil(into, { name: 'Larkshire' })).id
  const housing = await make.makeService(into, { councilId, name: 'Housing' })
  const parks = await make.makeService(into, { councilId, name: 'Parks' })
  const person = async (values: object) => (await make.makePerson(into, { councilId, ...values })).id
  lead = await person({ role: 'lead' })
  owner = await person({ name: 'Olive Owner' })
  member = await person({ role: 'member' })
  limited = await person({ serviceId: housing.id, limitedToService: true })
  foreignLead = (await make.makePerson(into, { councilId: (await make.makeCouncil(into)).id, role: 'lead' })).id
  const olive = await make.makeOwner(into, { councilId, personId: owner })
  const name = await make.nameNobodyYet(into, { councilId, name: 'O Ownar' })
  nameId = name.id
  const made = await make.makeRecommendation(into, {
    councilId,
    text: '=Publish "standards", and keep them',
    owners: [olive.id, name.id],
    elements: ['2.1.6'],
    serviceId: housing.id,
  })
  point = made.id
  actionId = (await make.makeAction(into, { councilId, recommendationId: point, completion: '2020-01-31' })).id
  requestId = (await make.makeDateRequest(into, { councilId, recommendationId: point, askedBy: owner })).id
  hidden = (await make.makeRecommendation(into, { councilId, serviceId: parks.id })).id
})

type Run = (args: never) => Promise<unknown>
const run = async (route: Run, personId: string | null, path: string, options?: Asked): Promise<unknown> => {
  const args: RouteArgs = await app().ask(personId, path, options)
  return route(args as never).catch((thrown: unknown) => thrown)
}
const statusOf = (answer: unknown) =>
  answer instanceof Response
    ? answer.status
    : ((answer as { init?: { status?: number } | null } | null)?.init?.status ?? 200)
const dataOf = <T>(answer: unknown) => answer as T

describe('the plan page', () => {
  it('is what the address says, with words for each line', async () => {
    const plan = dataOf<{ lines: { number: string; owner: string; others: number; overdue: string }[]; count: number }>(
      await run(planLoader, lead, '/plan?overdue=yes&element=216'),
    )
    expect(plan.count).toBe(1)
    expect(plan.lines[0]).toMatchObject({
      owner: 'Olive Owner',
      others: 1,
      overdue: expect.stringMatching(/^Overdue by/),
    })
  })

  it('sends somebody who is not signed in to sign in, and back', async () => {
    const answer = await run(planLoader, null, '/plan?overdue=yes')
    expect(answer).toMatchObject({ status: 302 })
    expect((answer as Response).headers.get('Location')).toBe('/sign-in?next=%2Fplan%3Foverdue%3Dyes')
  })

  it('makes a form’s address short', async () => {
    const answer = (await run(planLoader, lead, '/plan?q=&owner=&element=2.1.6&state=open')) as Response
    expect(answer.headers.get('Location')).toBe('/plan?element=2.1.6')
  })

  it('shows an owner limited to a service that service and nothing else', async () => {
    const plan = dataOf<{ lines: { id: string }[] }>(await run(planLoader, limited, '/plan'))
    expect(plan.lines.map(({ id }) => id)).toEqual([point])
  })

  it('is downloaded as it is filtered, with no cell that a spreadsheet would run', async () => {
    const answer = (await run(csvLoader, member, '/plan.csv?element=2.1.6')) as Response
    expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment; filename="plan-\d{4}-\d\d-\d\d\.csv"$/)
    const text = await answer.text()
    expect(text).toContain(`"'=Publish ""standards"", and keep them"`)
    const rows = readCsv(text.replace(/^\uFEFF/, '')).blocks
    expect(rows).toHaveLength(2)
    expect(rows[1]!.kind === 'row' && rows[1]!.cells[1]!.text).toBe('=Publish "standards", and keep them')
  })
})

describe('pages of one recommendation', () => {
  const pages: [string, Run, () => { id: string; actionId?: string }][] = [
    ['itself', recommendationLoader, () => ({ id: point })],
    ['history', historyLoader, () => ({ id: point })],
    ['progress', progressLoader, () => ({ id: point })],
    ['owners', ownersLoader, () => ({ id: point })],
    ['elements', elementsLoader, () => ({ id: point })],
    ['new action', newActionLoader, () => ({ id: point })],
    ['action', actionLoader, () => ({ id: point, actionId })],
    ['state', stateLoader, () => ({ id: point, actionId })],
    ['date', dateLoader, () => ({ id: point, actionId })],
    ['closing', closeLoader, () => ({ id: point })],
    ['reopening', reopenLoader, () => ({ id: point })],
    ['date request', requestLoader, () => ({ id: requestId })],
    ['name', nameLoader, () => ({ id: nameId })],
  ]
  const open = ['itself', 'history']

  it.each(pages)('%s opens for the lead', async (_, loader, params) => {
    expect(statusOf(await run(loader, lead, '/x', { params: params() }))).toBe(200)
  })

  it.each(pages)('%s answers another council, an unknown id and a malformed one alike', async (_, loader, params) => {
    for (const [who, given] of [
      [foreignLead, params()],
      [lead, { ...params(), id: '00000000-0000-4000-8000-000000000000' }],
      [lead, { ...params(), id: "1' or 1=1" }],
    ] as const) {
      const answer = (await run(loader, who, '/x', { params: given })) as Response
      expect(answer.status).toBe(404)
      expect(await answer.text()).toBe('Page not found')
    }
  })

  it.each(pages)(
    '%s says to a councillor that their role does not allow it, or shows it to read',
    async (name, loader, params) => {
      expect(statusOf(await run(loader, member, '/x', { params: params() }))).toBe(open.includes(name) ? 200 : 403)
    },
  )

  it('are a 404 to an owner limited to another service', async () => {
    for (const loader of [recommendationLoader, historyLoader, progressLoader])
      expect(statusOf(await run(loader, limited, '/x', { params: { id: hidden } }))).toBe(404)
  })

  it('keep the list that somebody came from', async () => {
    const address = `/recommendations/${point}?plan=${encodeURIComponent('element=2.1.6&evil=%0d&sort=owner')}`
    const view = dataOf<{ plan: string }>(await run(recommendationLoader, lead, address, { params: { id: point } }))
    expect(view.plan).toBe('?element=2.1.6&sort=owner')
  })

  it('offer an owner to record progress on their own, and say why not on another’s', async () => {
    const may = async (id: string) =>
      dataOf<{ may: { record: boolean; change: boolean } }>(
        await run(recommendationLoader, owner, '/x', { params: { id } }),
      ).may
    expect(await may(point)).toMatchObject({ record: true, change: false })
    expect(await may(hidden)).toMatchObject({ record: false })
    const form = dataOf<{ hindrance: string }>(await run(progressLoader, owner, '/x', { params: { id: hidden } }))
    expect(form.hindrance).toMatch(/not yours/)
  })
})

describe('changes', () => {
  const post = (action: Run, who: string, params: Record<string, string>, form: Record<string, string | string[]>) =>
    run(action, who, `/x?plan=${encodeURIComponent('sort=owner')}`, { params, form })
  const changes: [string, Run, () => Record<string, string>][] = [
    ['owners', ownersAction, () => ({ id: point })],
    ['elements', elementsAction, () => ({ id: point })],
    ['a new action', newActionAction, () => ({ id: point })],
    ['an action', actionAction, () => ({ id: point, actionId })],
    ['a state', stateAction, () => ({ id: point, actionId })],
    ['a date', dateAction, () => ({ id: point, actionId })],
    ['closing', closeAction, () => ({ id: point })],
    ['reopening', reopenAction, () => ({ id: point })],
    ['a date request', requestAction, () => ({ id: requestId })],
    ['a name', nameAction, () => ({ id: nameId })],
  ]

  it.each(changes)('of %s are the lead’s', async (_, action, params) => {
    for (const who of [owner, member]) expect(statusOf(await post(action, who, params(), {}))).toBe(403)
  })

  const whole: Record<string, Record<string, string | string[]>> = {
    elements: { 'elements[]': ['1.1.1'] },
    'a new action': { text: 'x' },
    'an action': { text: 'x' },
    'a state': { state: 'under-way' },
    'a date': { later: 'May 2027', reason: 'x', agreedBy: 'lead' },
    closing: { way: 'withdrawn', closedOn: '1 May 2026', reason: 'x', minute: '1' },
    reopening: { reason: 'x' },
    'a date request': { decision: 'refuse', why: 'x' },
    'a name': { who: 'person' },
  }
  it.each(changes)('of %s are a 404 for another council', async (name, action, params) => {
    expect(statusOf(await post(action, foreignLead, params(), whole[name] ?? {}))).toBe(404)
  })

  it('that are refused come back with status 400, the sentence and what was typed', async () => {
    const answer = await post(newActionAction, lead, { id: point }, { text: ' ', completion: 'soon' })
    expect(statusOf(answer)).toBe(400)
    expect(answer).toMatchObject({
      data: { refusals: [{ field: 'text', message: 'Enter what is proposed' }], typed: { completion: 'soon' } },
    })
  })

  it('go back to the recommendation, in the list that somebody came from', async () => {
    const answer = (await post(elementsAction, lead, { id: point }, { 'elements[]': ['2.1.6', '4.1.2'] })) as Response
    expect(answer.status).toBe(302)
    expect(answer.headers.get('Location')).toBe(`/recommendations/${point}?plan=sort%3Downer`)
  })

  it('of progress on another’s are refused with the sentence', async () => {
    const answer = await post(
      progressAction,
      owner,
      { id: hidden },
      { asAt: '1 May 2026', category: '1', words: 'Done' },
    )
    expect(statusOf(answer)).toBe(400)
    expect(answer).toMatchObject({ data: { refusals: [{ message: expect.stringMatching(/not yours/) }] } })
  })
})

describe('names that are nobody yet', () => {
  it('are listed with who they may be, and no longer once somebody said so', async () => {
    const list = async () =>
      dataOf<{ names: { id: string; suggestion: { words: string } | null }[] }>(await run(namesLoader, lead, '/names'))
        .names
    expect(await list()).toMatchObject([
      { id: nameId, suggestion: { words: 'Possibly Olive Owner: almost the same surname' } },
    ])
    const answer = (await run(nameAction, lead, '/x', { params: { id: nameId }, form: { who: owner } })) as Response
    expect(answer.headers.get('Location')).toBe('/names')
    expect(await list()).toEqual([])
    const view = dataOf<{ owners: { name: string; answering: boolean }[]; history: { sentence: string }[] }>(
      await run(recommendationLoader, lead, '/x', { params: { id: point } }),
    )
    expect(view.owners).toEqual([expect.objectContaining({ name: 'Olive Owner', answering: true })])
    expect(view.history[0]!.sentence).toMatch(/said that “O Ownar” is Olive Owner$/)
  })
})
