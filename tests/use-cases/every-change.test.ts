/**
 * Every use case that writes leaves exactly one entry for a change, in the transaction that makes it, with who, from where,
 * before and after; and none where nothing changed. A trigger that refuses entries at the commit shows that the change
 * cannot stand without its entry. A use case that writes and is neither here nor named with the test that holds it fails.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as make from '#db/factories'
import { imports } from '#db/schema'
import { makeScope, type CouncilScope } from '#db/in-council'
import { wholeAudit } from '~/domain/audit-search'
import { isAuditAction } from '~/domain/audit-words'
import { abandonDraft } from '~/use-cases/abandon-draft'
import { addAction } from '~/use-cases/add-action'
import { addPeople } from '~/use-cases/add-people'
import { addRecommendation } from '~/use-cases/add-recommendation'
import { addService } from '~/use-cases/add-service'
import { addSource } from '~/use-cases/add-source'
import { agreeVisit } from '~/use-cases/agree-visit'
import { assignOwners } from '~/use-cases/assign-owners'
import { changeAction } from '~/use-cases/change-action'
import { changeActionState } from '~/use-cases/change-action-state'
import { changeCouncil } from '~/use-cases/change-council'
import { changeOwnChoices } from '~/use-cases/change-own-choices'
import { changePerson } from '~/use-cases/change-person'
import { changeRequestDetails, changeRequestState } from '~/use-cases/change-request'
import { changeService } from '~/use-cases/change-service'
import { closeRecommendation } from '~/use-cases/close-recommendation'
import { decideDateRequest } from '~/use-cases/decide-date-request'
import { disablePerson } from '~/use-cases/disable-person'
import { enterRatings } from '~/use-cases/enter-ratings'
import { exportAudit } from '~/use-cases/export-audit'
import { holdReview } from '~/use-cases/hold-review'
import { inviteAgain } from '~/use-cases/invite-again'
import { linkElements } from '~/use-cases/link-elements'
import { linkEvidence } from '~/use-cases/link-evidence'
import { loadWording } from '~/use-cases/load-wording'
import { makeTeam } from '~/use-cases/make-team'
import { planDay } from '~/use-cases/plan-reminders'
import { planReview } from '~/use-cases/plan-review'
import { readAgainLater } from '~/use-cases/read-again-later'
import { pastedDocument, readDocumentIn } from '~/use-cases/read-document-in'
import { readWaitingDocument } from '~/use-cases/read-waiting-document'
import { recordProgress } from '~/use-cases/record-progress'
import { assignElement, recordSelfAssessment } from '~/use-cases/record-self-assessment'
import { releaseEvidence } from '~/use-cases/release-evidence'
import { reopenRecommendation } from '~/use-cases/reopen-recommendation'
import { requestPack } from '~/use-cases/request-pack'
import { resolveName } from '~/use-cases/resolve-name'
import { reviseDate } from '~/use-cases/revise-date'
import { saveCertification } from '~/use-cases/save-certification'
import { settleQuery } from '~/use-cases/settle-query'
import { useCouncilApp } from '#tests/support/council-app'

const app = useCouncilApp()
const now = new Date('2026-05-04T10:00:00Z')
const origin = '198.51.100.7'

type World = Awaited<ReturnType<typeof makeWorld>>
let world: World

/** One of each thing, for the use cases to change. */
async function makeWorld() {
  const { into } = app()
  const councilId = (await make.makeCouncil(into, { name: 'Everywhere' })).id
  const lead = await make.makePerson(into, { councilId, role: 'lead', name: 'Quentin Quick' })
  await make.makePerson(into, { councilId, role: 'administrator', name: 'Alma Admin' })
  const owner = await make.makePerson(into, { councilId, name: 'Olga Owner', email: 'olga.owner@everywhere.example' })
  const leaver = await make.makePerson(into, { councilId, name: 'Lars Leaver', email: 'lars@everywhere.example' })
  const olga = await make.makeOwner(into, { councilId, personId: owner.id })
  const service = await make.makeService(into, { councilId, name: 'Parks' })
  const source = await make.makeSource(into, { councilId, closesBy: 'lead' })
  const name = await make.nameNobodyYet(into, { councilId, name: 'O Ownar' })
  const point = async () =>
    (await make.makeRecommendation(into, { councilId, sourceId: source.id, owners: [olga.id, name.id] })).id
  const [open, toClose, dated] = [await point(), await point(), await point()]
  const action = await make.makeAction(into, { councilId, recommendationId: open, completion: '2026-09-30' })
  const later = await make.makeAction(into, { councilId, recommendationId: dated, completion: '2026-09-30' })
  const asked = await make.makeDateRequest(into, {
    councilId,
    recommendationId: dated,
    askedBy: owner.id,
    askedFor: '2026-12-31',
  })
  const certification = await make.makeCertification(into, { councilId, certificateOn: '2025-06-10' })
  const last = await make.makeReview(into, { councilId, certificationId: certification.id, heldFrom: '2025-06-03' })
  const coming = await make.makeReview(into, { councilId, certificationId: certification.id, kind: 'annual-1' })
  const request = await make.makeRequest(into, { councilId, reviewId: coming.id, dueOn: '2026-06-10' })
  const evidence = await make.makeEvidence(into, { councilId, createdBy: owner.id, personalData: 'yes' })
  const query = await make.makeQuery(into, { councilId, reviewId: last.id, decides: false, elements: [] })
  const scope = makeScope(councilId, { kind: 'person', personId: lead.id }, origin)
  const paper = await readDocumentIn(
    scope,
    pastedDocument('No\tAction\tLead\tTarget date\n1\tAnswer letters\tA Larch\tMar27')!,
  )
  if (!paper.ok) throw new Error('The document of this test cannot be read.')
  await into.update(imports).set({ state: 'failed' }).where(eq(imports.id, paper.value))
  return {
    councilId, lead, owner, leaver, olga, service, source, name, open, toClose, dated, action, later, asked, certification,
    last, paper: paper.value, coming, request, evidence, query, scope,
  } // prettier-ignore
}

type Done = { ok: boolean } | null | unknown
type Case = {
  name: string
  run: (w: World, scope: CouncilScope) => Promise<Done>
  /** One entry a thing changed, where one act changes several. */
  entries?: number
  /** Asking once more is an act of its own, and its entry says so. */
  isAct?: boolean
}
const none = { elements: [], requests: [], recommendations: [], actions: [] }
const facts = (w: World) => ({
  name: w.owner.name,
  email: w.owner.email,
  post: 'Head of parks',
  role: 'owner' as const,
  serviceId: w.service.id,
  limitedToService: false,
  deputyId: w.lead.id,
  awayFrom: null,
  awayUntil: null,
  mayBeNamed: false,
  mailFrequency: 'daily' as const,
})

/** In an order in which each finds what it needs. */
const cases: Case[] = [
  { name: 'addAction', run: (w, s) => addAction(s, { recommendationId: w.open, number: '', text: 'Ask', completion: 'March 2027', ownerIds: [w.olga.id] }, now) },
  { name: 'changeAction', run: (w, s) => changeAction(s, { recommendationId: w.open, actionId: w.action.id, number: '1', text: 'Ask twice', ownerIds: [w.olga.id] }, now) },
  { name: 'changeActionState', run: (w, s) => changeActionState(s, { recommendationId: w.open, actionId: w.action.id, state: 'under-way', doneOn: null, occurrence: null, why: '' }, now) },
  { name: 'reviseDate', run: (w, s) => reviseDate(s, { recommendationId: w.open, actionId: w.action.id, completion: '31 October 2026', kind: null, reason: 'Staff away', agreedBy: 'lead', minute: '' }, now) },
  { name: 'recordProgress', run: (w, s) => recordProgress(s, { recommendationId: w.open, asAt: '2026-05-01', category: 2, words: 'Well under way', newDue: null, reason: '', explanation: '', why: '' }, now) },
  { name: 'decideDateRequest', run: (w, s) => decideDateRequest(s, { requestId: w.asked.id, agree: false, why: 'Too late', minute: '' }, now) },
  { name: 'linkElements', run: (w, s) => linkElements(s, { recommendationId: w.open, elements: ['2.1.6', '4.1.2'] }) },
  { name: 'assignOwners', run: (w, s) => assignOwners(s, { recommendationId: w.toClose, keep: [w.olga.id], addPersonId: null, addTeamId: null, addName: '', answering: w.olga.id }, now) },
  { name: 'closeRecommendation', run: (w, s) => closeRecommendation(s, { recommendationId: w.toClose, way: 'withdrawn', closedOn: '2026-05-04', reason: 'No longer ours', minute: '', supersededBy: null }, now) },
  { name: 'reopenRecommendation', run: (w, s) => reopenRecommendation(s, { recommendationId: w.toClose, reason: 'It is ours after all' }, now) },
  { name: 'resolveName', run: (w, s) => resolveName(s, { nameId: w.name.id, personId: w.owner.id, teamId: null }) },
  { name: 'makeTeam', run: (w, s) => makeTeam(s, { name: 'Front desk', contactId: w.owner.id, mailbox: 'desk@everywhere.example' }) },
  { name: 'addSource', run: (_, s) => addSource(s, { title: 'A scrutiny review', kind: 'scrutiny-review', closesBy: 'lead', committee: '', datedOn: null }) },
  { name: 'addRecommendation', run: (w, s) => addRecommendation(s, { sourceId: w.source.id, kind: 'recommendation', number: '99', text: 'Answer letters', page: null, elements: [], serviceId: null, portfolioHolder: '', adviceOnly: false }) },
  { name: 'addService', run: (w, s) => addService(s, { name: 'Libraries', parentId: w.service.id, headId: w.lead.id }) },
  { name: 'changeService', run: (w, s) => changeService(s, { serviceId: w.service.id, facts: { name: 'Parks and trees', parentId: null, headId: w.owner.id } }) },
  { name: 'addPeople', entries: 2, run: (w, s) => addPeople(s, { people: ['new@everywhere.example', 'newer@everywhere.example'].map((email) => ({ ...facts(w), name: 'Nadia New', email })), invite: null }, now) },
  { name: 'changePerson', run: (w, s) => changePerson(s, { personId: w.owner.id, facts: facts(w) }) },
  { name: 'changeOwnChoices', run: (w, s) => changeOwnChoices(s, { mailFrequency: 'weekly', awayFrom: '2026-08-01', awayUntil: '2026-08-14', deputyId: w.owner.id }) },
  { name: 'inviteAgain', run: (w, s) => inviteAgain(s, { personId: w.owner.id, baseUrl: new URL('https://plans.example') }, now) },
  { name: 'disablePerson', run: (w, s) => disablePerson(s, { personId: w.leaver.id, toId: w.owner.id }, now) },
  { name: 'changeCouncil', run: (_, s) => changeCouncil(s, { nation: 'scotland', marking: 'OFFICIAL' }) },
  { name: 'saveCertification', run: (w, s) => saveCertification(s, { id: w.certification.id, name: 'The certificate', body: w.certification.body, certificateOn: '2025-06-10', decidedOn: null, expiresOn: '2028-06-10' }) },
  { name: 'planReview', run: (w, s) => planReview(s, { certificationId: w.certification.id, kind: 'annual-2', assessors: [], when: 'coming', from: '2027-06-01', to: null }, now) },
  { name: 'agreeVisit', run: (w, s) => agreeVisit(s, { reviewId: w.coming.id, state: 'agreed', from: '2026-07-15', to: null, documentReviewOn: null, reason: '' }, now) },
  { name: 'changeRequestDetails', run: (w, s) => changeRequestDetails(s, { requestId: w.request.id, owner: `owner:${w.olga.id}`, dueOn: '2026-06-01', periodFrom: null, periodTo: null }) },
  { name: 'changeRequestState', run: (w, s) => changeRequestState(s, { requestId: w.request.id, to: 'nothing-to-supply', why: 'No such report', mayCheck: true }, '2026-05-04') },
  { name: 'linkEvidence', run: (w, s) => linkEvidence(s, { itemId: w.evidence.id, add: { ...none, elements: ['1.1.1'] }, remove: none }, now) },
  { name: 'releaseEvidence', run: (w, s) => releaseEvidence(s, { itemId: w.evidence.id, why: 'They agreed' }) },
  { name: 'recordSelfAssessment', run: (w, s) => recordSelfAssessment(s, { certificationId: w.certification.id, element: '1.1.1', level: 'full', words: 'All of it', asAt: '2026-05-01' }, now) },
  { name: 'assignElement', run: (w, s) => assignElement(s, { certificationId: w.certification.id, element: '1.1.1', owner: `owner:${w.olga.id}` }) },
  { name: 'enterRatings', run: (w, s) => enterRatings(s, { reviewId: w.last.id, levels: new Map([['1.1.1', 'full']]), reason: '' }) },
  { name: 'settleQuery', run: (w, s) => settleQuery(s, { reviewId: w.last.id, queryId: w.query.id, chosen: new Map(), why: 'The list is right' }, now) },
  { name: 'requestPack', run: (w, s) => requestPack(s, { reviewId: w.coming.id }, now) },
  { name: 'holdReview', run: (w, s) => holdReview(s, { reviewId: w.coming.id, from: '2026-05-01', to: null, planNext: false }, now) },
  { name: 'loadWording', run: (w, s) => loadWording(s, { standardId: w.certification.standardId, origin: 'wording.json', wordings: [{ element: '1.1.1', text: 'Words' }] }) },
  { name: 'readDocumentIn', run: (_, s) => readDocumentIn(s, pastedDocument('1. Answer letters sooner')!) },
  { name: 'readAgainLater', isAct: true, run: (w, s) => readAgainLater(s, w.paper, now) },
  { name: 'readWaitingDocument', run: (w, s) => readWaitingDocument(s, { importId: w.paper }) },
  { name: 'abandonDraft', run: (w, s) => abandonDraft(s, w.paper) },
  { name: 'planDay', run: (_, s) => planDay(s, { day: '2026-05-04', domain: 'plans.example' }, now) },
  { name: 'exportAudit', isAct: true, run: (_, s) => exportAudit(s, { search: wholeAudit, form: 'json' }).then((body) => new Response(body).text()) },
] // prettier-ignore

/** Those whose start is a file, a link, a session or a code: the test that holds the entry of each. */
const elsewhere: Record<string, string> = {
  'add-evidence': 'tests/use-cases/evidence.test.ts',
  'add-evidence-version': 'tests/use-cases/evidence.test.ts',
  'change-evidence': 'tests/use-cases/evidence.test.ts',
  'scan-files': 'tests/use-cases/evidence.test.ts',
  'change-retention': 'tests/use-cases/retention.test.ts',
  'decide-mention': 'tests/use-cases/retention.test.ts',
  'lift-hold': 'tests/use-cases/retention.test.ts',
  'place-hold': 'tests/use-cases/retention.test.ts',
  'run-retention': 'tests/use-cases/retention.test.ts',
  'open-information-request': 'tests/use-cases/information-requests.test.ts',
  'decide-hits': 'tests/use-cases/information-requests.test.ts',
  'export-information-request': 'tests/use-cases/information-requests.test.ts',
  'close-information-request': 'tests/use-cases/information-requests.test.ts',
  'import-council': 'tests/use-cases/council-archive.test.ts',
  'export-council': 'tests/use-cases/council-archive.test.ts',
  'fetch-export': 'tests/routes/everything-out.test.ts',
  'request-export': 'tests/routes/everything-out.test.ts',
  'remove-exports': 'tests/routes/everything-out.test.ts',
  'build-pack': 'tests/use-cases/packs.test.ts',
  'make-pack-link': 'tests/use-cases/packs.test.ts',
  'open-pack': 'tests/use-cases/packs.test.ts',
  'revoke-pack-link': 'tests/use-cases/packs.test.ts',
  'change-draft': 'tests/use-cases/import-plan.test.ts',
  'confirm-import': 'tests/use-cases/import-plan.test.ts',
  'read-document-again': 'tests/use-cases/import-plan.test.ts',
  'record-link-answer': 'tests/routes/answer-link.test.ts',
  'undo-link-answer': 'tests/routes/answer-link.test.ts',
  'choose-council': 'tests/routes/account.test.ts',
  'end-session': 'tests/routes/sign-in.test.ts',
  'end-sessions': 'tests/routes/account.test.ts',
  'start-session': 'tests/routes/sign-in.test.ts',
  'enable-person': 'tests/routes/people.test.ts',
  'give-second-factor': 'tests/routes/second-factor.test.ts',
  'remove-second-factor': 'tests/routes/second-factor.test.ts',
  'set-up-second-factor': 'tests/routes/second-factor.test.ts',
}
/** Delivery of what a change has queued: the mailbox keeps each mail with its state, and the change has its entry. */
const noChange = ['send-notices']

const rows = async () => {
  const found = await app().into.execute<{ name: string }>(sql`
    select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
    where schemaname in ('public', 'identity') and tablename not in ('audit_entries', 'sessions', 'rate_limits') order by 1`)
  const each = found.map(
    ({ name }) =>
      sql`select ${name} as name, md5(coalesce(string_agg(t::text, E'\n' order by t::text), '')) as sum from ${sql.raw(name)} t`,
  )
  return JSON.stringify(await app().into.execute(sql`${sql.join(each, sql` union all `)} order by name`))
}
const entriesAfter = (id: number) =>
  app().into.query.auditEntries.findMany({
    where: (entries, { and, eq, gt }) => and(eq(entries.councilId, world.councilId), gt(entries.id, id)),
    orderBy: (entries, { asc }) => asc(entries.id),
  })
const lastEntry = async () => (await entriesAfter(0)).at(-1)?.id ?? 0
const refuseEntries = (on: boolean) =>
  app().into.execute(
    on
      ? sql`create constraint trigger no_entry after insert on audit_entries deferrable initially deferred
            for each row execute function refuse_entry()`
      : sql`drop trigger if exists no_entry on audit_entries`,
  )

beforeAll(async () => {
  await app().into.execute(sql`create function refuse_entry() returns trigger language plpgsql as
    $$ begin raise exception 'no entry today'; end $$`)
  world = await makeWorld()
})
afterEach(() => refuseEntries(false))

describe('every change', () => {
  for (const { name, run, entries: expected = 1, isAct = false } of cases) {
    it(`of ${name} stands with its entry or not at all, and is one entry`, async () => {
      const [before, last] = [await rows(), await lastEntry()]
      await refuseEntries(true)
      await expect(run(world, world.scope), 'refused with its entry').rejects.toThrow()
      await refuseEntries(false)
      expect(await rows(), 'nothing stands without its entry').toBe(before)
      expect(await entriesAfter(last)).toEqual([])

      const outcome = await run(world, world.scope)
      if (typeof outcome === 'object') expect(outcome, JSON.stringify(outcome)).toMatchObject({ ok: true })
      const made = await entriesAfter(last)
      expect(
        made.map(({ action }) => action),
        'one entry',
      ).toHaveLength(expected)
      for (const entry of made) {
        expect(entry).toMatchObject({ actor: 'person', personId: world.lead.id, origin, refused: false })
        expect(isAuditAction(entry.action)).toBe(true)
        expect(entry.before ?? entry.after ?? entry.action === 'person invited again').toBeTruthy()
        for (const { name: theirs, email } of [world.lead, world.owner, world.leaver])
          for (const own of [theirs, email])
            expect(JSON.stringify([entry.before, entry.after]), 'people stand by id').not.toContain(own)
      }

      const [stands, newest] = [await rows(), await lastEntry()]
      await run(world, world.scope).catch(() => null)
      const again = await entriesAfter(newest)
      const changed = (await rows()) !== stands || isAct
      expect(again.length > 0, 'again: an entry where something changed, and none where nothing did').toBe(changed)
    })
  }

  it('is of a use case that is held here or by the test that is named', () => {
    const folder = 'app/use-cases'
    const writers = readdirSync(folder).filter((file) =>
      /(?<!read)\b(inCouncil|insertSession)\(/.test(readFileSync(`${folder}/${file}`, 'utf8')),
    )
    const here = readFileSync('tests/use-cases/every-change.test.ts', 'utf8')
    const held = (file: string) => {
      const name = file.replace('.ts', '')
      const isHere = here.includes(`'~/use-cases/${name}'`)
      const named = elsewhere[name]
      return isHere || noChange.includes(name) || (named !== undefined && existsSync(named))
    }
    expect(writers.length).toBeGreaterThan(50)
    expect(writers.filter((file) => !held(file))).toEqual([])
    for (const [name, test] of Object.entries(elsewhere))
      expect(readFileSync(test, 'utf8'), `${test} looks at the audit of ${name}`).toMatch(/audit/i)
  })
})
