/** The document that the demo offers to read in. */
import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { samplePlan } from '#db/demo-council/sample-plan'
import { makeCouncil, makePerson } from '#db/factories'
import { imports } from '#db/schema'
import { readDocument } from '~/documents/read-document'
import { writeWordTable } from '~/documents/write-word-table'
import type { Draft } from '~/domain/reading/draft'
import { readDraft } from '~/domain/reading/read-draft'
import { env, setEnv } from '~/http/env'
import { action, loader } from '~/routes/demo.sample/route'
import { useCouncilApp } from '#tests/support/council-app'

const app = useCouncilApp()
let councilId: string
let lead: string
beforeAll(async () => {
  councilId = (await makeCouncil(app().into, { demo: true })).id
  lead = (await makePerson(app().into, { councilId, role: 'lead' })).id
})
const demoEnv = () => ({ ...env(), mode: 'demo' as const })
afterEach(() => void setEnv(demoEnv()))

describe('the sample of the demo', () => {
  it('is read in at once, with every point, action and owner, and one question', async () => {
    const answer = await action(await app().ask(lead, '/demo/sample', { form: {} }))
    const location = answer.headers.get('Location')!
    const [row] = await app()
      .into.select()
      .from(imports)
      .where(eq(imports.id, location.split('/').at(-1)!))
    expect(row).toMatchObject({ councilId, layout: 'action-plan', state: 'draft' })
    const draft = row!.draft as Draft
    expect(draft.recommendations.map(({ actions }) => actions.length)).toEqual([2, 2, 2, 2, 1])
    expect(draft.recommendations.map(({ responsibility }) => responsibility.length)).toEqual([2, 2, 1, 1, 1])
  })

  it.each(['2026-11-22', '2027-01-01', '2028-02-29', '2027-07-31'])(
    'asks, made on %s, about the one category that its date contradicts, and understands the rest',
    async (today) => {
      const plan = samplePlan(today)
      const reading = await readDocument(await writeWordTable(plan), plan.fileName)
      if (!reading.ok) throw new Error(reading.reason)
      const draft = readDraft(reading.document.blocks)
      expect(draft.queries.map(({ code }) => code)).toEqual(['category-after-date'])
      expect(draft.notUnderstood).toEqual([])
    },
  )

  it('can be downloaded as a Word file', async () => {
    const file = await loader(await app().ask(lead, '/demo/sample'))
    expect(file.headers.get('Content-Disposition')).toMatch(/^attachment; filename=".*\.docx"$/)
    const reading = await readDocument(new Uint8Array(await file.arrayBuffer()), 'sample.docx')
    expect(reading.ok).toBe(true)
  })

  it('does not exist in live, nor for those who take nothing in', async () => {
    const member = await makePerson(app().into, { councilId, role: 'member' })
    const args = await app().ask(member.id, '/demo/sample', { form: {} })
    await expect(action(args)).rejects.toMatchObject({ status: 403 })
    setEnv({ ...env(), mode: 'live' })
    const asked = await app().ask(lead, '/demo/sample', { form: {} })
    await expect(action(asked)).rejects.toMatchObject({ status: 404 })
    await expect(loader(asked)).rejects.toMatchObject({ status: 404 })
  })
})
