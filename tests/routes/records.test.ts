/** The pages of records and information requests: the administrator's alone, refusing with what was typed. */
import { beforeAll, describe, expect, it } from 'vitest'
import { makeCouncil, makePerson, makeRecommendation } from '#db/factories'
import { action as openRequest, loader as requestForm } from '~/routes/information-requests.new/route'
import { action as step, loader as readRequest } from '~/routes/information-requests.$id._index/route'
import { loader as requests } from '~/routes/information-requests._index/route'
import { loader as zip } from '~/routes/information-requests.$id.$form[.]zip/route'
import { loader as records } from '~/routes/settings.records._index/route'
import { action as changeRule, loader as readRule } from '~/routes/settings.records.rules.$kind/route'
import { action as placeHold } from '~/routes/settings.records.holds.new/route'
import { action as liftHold, loader as readHold } from '~/routes/settings.records.holds.$id/route'
import { action as decide, loader as names } from '~/routes/settings.records.names/route'
import { useCouncilApp, type Asked } from '#tests/support/council-app'

const app = useCouncilApp()
let administrator: string
let lead: string
let elsewhere: string

beforeAll(async () => {
  const { id: councilId } = await makeCouncil(app().into)
  administrator = (await makePerson(app().into, { councilId, role: 'administrator' })).id
  lead = (await makePerson(app().into, { councilId, role: 'lead' })).id
  await makeRecommendation(app().into, { councilId, text: 'The lighthouse' })
  const other = await makeCouncil(app().into)
  elsewhere = (await makePerson(app().into, { councilId: other.id, role: 'administrator' })).id
})

type Handler = (args: never) => Promise<unknown>
type Shown = { status: number; location: string | null; data: Record<string, never> }
async function call(handler: Handler, person: string, asked: Asked = {}): Promise<Shown> {
  const args = (await app().ask(person, '/settings/records', asked)) as never
  const answer = await handler(args).catch((thrown: unknown) => thrown)
  if (answer instanceof Response) return { status: answer.status, location: answer.headers.get('Location'), data: {} }
  const { data, init } = answer as { data?: Record<string, never>; init?: ResponseInit | null }
  return { status: init?.status ?? 200, location: null, data: data ?? (answer as Record<string, never>) }
}
const nobody = '00000000-0000-4000-8000-00000000dead'

describe('records', () => {
  it('are the administrator’s alone', async () => {
    const all: [Handler, Asked][] = [
      [records, {}],
      [readRule, { params: { kind: 'mails' } }],
      [changeRule, { params: { kind: 'mails' }, form: {} }],
      [placeHold, { form: {} }],
      [readHold, { params: { id: nobody } }],
      [liftHold, { params: { id: nobody }, form: {} }],
      [names, {}],
      [decide, { form: {} }],
      [requests, {}],
      [requestForm, {}],
      [openRequest, { form: {} }],
      [readRequest, { params: { id: nobody } }],
      [step, { params: { id: nobody }, form: {} }],
      [zip, { params: { id: nobody, form: 'as-recorded' } }],
    ]
    for (const [handler, asked] of all) expect((await call(handler, lead, asked)).status).toBe(403)
  })

  it('answer what is not there with a 404', async () => {
    expect((await call(readRule, administrator, { params: { kind: 'everything' } })).status).toBe(404)
    expect((await call(readHold, administrator, { params: { id: nobody } })).status).toBe(404)
    expect((await call(liftHold, administrator, { params: { id: nobody }, form: { why: 'x' } })).status).toBe(404)
    expect((await call(decide, administrator, { form: { mention: nobody, do: 'left' } })).status).toBe(404)
    expect((await call(zip, administrator, { params: { id: nobody, form: 'as-recorded' } })).status).toBe(404)
  })

  it('refuse a rule that is none, and keep what was typed', async () => {
    for (const months of ['', '0', '601', '1.5', 'ten']) {
      const form = { months, reason: 'Because' }
      const answer = await call(changeRule, administrator, { params: { kind: 'mails' }, form })
      expect(answer).toMatchObject({ status: 400, data: { typed: form, refusals: [{ field: 'months' }] } })
    }
    const form = { months: '24', reason: 'Our schedule' }
    expect((await call(changeRule, administrator, { params: { kind: 'mails' }, form })).location).toBe(
      '/settings/records',
    )
  })

  it('refuse a hold on nothing', async () => {
    const refused: Record<string, string>[] = [
      { about: 'words', words: 'ab', why: 'x' },
      { about: 'person', person: '', why: 'x' },
      { why: 'x' },
    ]
    for (const form of refused) expect((await call(placeHold, administrator, { form })).status).toBe(400)
    const there = await call(placeHold, administrator, { form: { about: 'person', person: elsewhere, why: 'x' } })
    expect(there.status).toBe(400)
    expect((await call(placeHold, administrator, { form: { about: 'words', words: 'light', why: 'x' } })).status).toBe(
      302,
    )
  })
})

describe('an information request', () => {
  const asked = {
    kind: 'freedom-of-information',
    askedBy: 'A resident',
    asked: 'The lighthouse',
    receivedOn: '1 April 2026',
    words: 'lighthouse',
  }

  it('needs to say what it is and what to search for', async () => {
    const nothing = await call(openRequest, administrator, { form: { ...asked, words: '' } })
    expect(nothing).toMatchObject({ status: 400, data: { refusals: [{ field: 'words' }] } })
    const own = await call(openRequest, administrator, { form: { ...asked, kind: 'own-data' } })
    expect(own).toMatchObject({ status: 400, data: { refusals: [{ field: 'person' }] } })
    const turned = await call(openRequest, administrator, {
      form: { ...asked, fromDay: '2 May 2026', toDay: '1 May 2026' },
    })
    expect(turned).toMatchObject({ status: 400, data: { refusals: [{ field: 'toDay' }] } })
  })

  it('goes from entering to its answer, and another council sees none of it', async () => {
    const { location } = await call(openRequest, administrator, { form: asked })
    const params = { id: location!.split('/').at(-1)! }
    const view = (await call(readRequest, administrator, { params })).data as unknown as {
      kinds: { hits: { id: string }[] }[]
    }
    const hits = view.kinds.flatMap((kind) => kind.hits.map(({ id }) => id))
    expect(hits).toHaveLength(1)
    const send = (form: Record<string, string | string[]>) => call(step, administrator, { params, form })
    expect(await send({ step: 'redact', hits, reason: '' })).toMatchObject({
      status: 400,
      data: { refusals: [{ field: 'reason' }] },
    })
    expect(await send({ step: 'disclose' })).toMatchObject({ status: 400, data: { refusals: [{ field: 'hits' }] } })
    expect((await send({ step: 'everything' })).status).toBe(400)
    expect((await call(zip, administrator, { params: { ...params, form: 'as-disclosed' } })).status).toBe(404)
    expect((await send({ step: 'redact', hits, reason: 'a name' })).status).toBe(302)
    expect(await send({ step: 'disclose', rest: 'yes' })).toMatchObject({
      status: 400,
      data: { refusals: [{ field: 'hits' }] },
    })
    expect((await send({ step: 'search' })).status).toBe(302)
    for (const form of ['as-recorded', 'as-disclosed'])
      expect((await call(zip, administrator, { params: { ...params, form } })).status).toBe(200)
    expect((await call(zip, administrator, { params: { ...params, form: 'as-wanted' } })).status).toBe(404)
    expect((await send({ step: 'close', outcome: 'partly-disclosed', words: '' })).status).toBe(302)
    expect((await call(readRequest, elsewhere, { params })).status).toBe(404)
    expect((await call(step, elsewhere, { params, form: { step: 'search' } })).status).toBe(404)
    expect((await call(zip, elsewhere, { params: { ...params, form: 'as-recorded' } })).status).toBe(404)
  })
})
