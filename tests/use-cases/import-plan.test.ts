/** A tracker comes in, is confirmed, and comes in again: the plan has each point once. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDatabase, connect, openDatabase, type Client } from '#db/client'
import { makeCouncil, makePerson, ownerDatabase } from '#db/factories'
import { makeScope, type CouncilScope } from '#db/in-council'
import { useTestDatabase as testDatabase } from '#tests/support/test-database'
import { tmpdir } from 'node:os'
import type { ImportChoices } from '~/domain/import-choices'
import { folderStorage } from '~/storage/folder-storage'
import { openStorage } from '~/storage/storage'
import { abandonDraft } from '~/use-cases/abandon-draft'
import { changeDraft } from '~/use-cases/change-draft'
import { confirmImport } from '~/use-cases/confirm-import'
import { readDocumentAgain } from '~/use-cases/read-document-again'
import { pastedDocument, readDocumentIn } from '~/use-cases/read-document-in'
import { readImport } from '~/use-cases/read-import'
import { readImportSection } from '~/use-cases/read-import-section'

const database = testDatabase()
const now = new Date('2026-11-20T09:00:00Z')
let owner: Client
let folder: string
let one: CouncilScope
let other: CouncilScope

beforeAll(async () => {
  owner = connect(database().ownerOptions, 'owner', 2)
  openDatabase(database().appOptions, 4)
  folder = mkdtempSync(join(tmpdir(), 'holdfast-import-'))
  openStorage(folderStorage(folder))
  const into = ownerDatabase(owner)
  const scopeOf = async () => {
    const council = await makeCouncil(into, {})
    const person = await makePerson(into, { councilId: council.id, role: 'lead' })
    return makeScope(council.id, { kind: 'person', personId: person.id }, 'test')
  }
  one = await scopeOf()
  other = await scopeOf()
})
afterAll(async () => {
  await closeDatabase()
  await owner.end()
  rmSync(folder, { recursive: true, force: true })
})

const count = async (table: string, scope = one): Promise<number> => {
  const [row] = await owner`select count(*)::int as rows from ${owner(table)} where council_id = ${scope.councilId}`
  return row!.rows as number
}
const source = (title: string) => ({
  title,
  kind: 'scrutiny-review' as const,
  closesBy: 'committee' as const,
  committee: null,
  datedOn: null,
})
/** As a person does it: the points looked at, what they chose, the source named. */
const confirm = async (scope: CouncilScope, importId: string, title: string, lines: ImportChoices['lines'] = {}) => {
  const choices = { lines, sources: { plan: source(title) } }
  const looked = await changeDraft(scope, { importId, section: 'points', choices }, now)
  return looked === null || !looked.ok ? looked : confirmImport(scope, importId, now)
}
const choicesOf = async (scope: CouncilScope, id: string) =>
  (await readImportSection(scope, id, 'points'))!.points!.lines.map(({ number, chosen }) => [
    number,
    chosen.split(':')[0],
  ])
const take = async (scope: CouncilScope, document: { fileName: string; bytes: Uint8Array; sha256: string }) => {
  const read = await readDocumentIn(scope, document)
  if (!read.ok) throw new Error(read.refusals[0]!.message)
  return read.value
}
const fileFrom = (path: string) => {
  const bytes = new Uint8Array(readFileSync(path))
  return { fileName: path.split('/').at(-1)!, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

const tracker = `No.\tRecommendation\tLead officer\tAction\tTarget date\tUpdate
1\tPublish the results of every survey on the website within a month\tA Baker\tBuild a page for results\tMarch 2027\tThe page is designed.
2\tTrain all reception staff in handling complaints each year\tC Dunn / E Fox\tBook the trainer\tJune 2027\tDates are being found.
`

describe('a tracker', () => {
  it('is a draft until it is confirmed, and changes nothing before', async () => {
    const id = await take(one, pastedDocument(tracker)!)
    expect(await choicesOf(one, id)).toEqual([
      ['1', 'new'],
      ['2', 'new'],
    ])
    expect(await count('recommendations')).toBe(0)
  })

  it('adds its points once, however often it comes in', async () => {
    const id = await take(one, pastedDocument(tracker)!)
    const first = await confirm(one, id, 'Tracker')
    expect(first).toMatchObject({ ok: true, value: { added: 2, joined: 0 } })
    const before = [
      await count('recommendations'),
      await count('actions'),
      await count('progress_updates'),
      await count('sources'),
    ]
    const again = await take(one, pastedDocument(tracker)!)
    expect((await choicesOf(one, again)).map(([, choice]) => choice)).toEqual(['same', 'same'])
    const second = await confirm(one, again, 'Another title')
    expect(second).toMatchObject({ ok: true, value: { added: 0, joined: 0 } })
    expect([
      await count('recommendations'),
      await count('actions'),
      await count('progress_updates'),
      await count('sources'),
    ]).toEqual(before)
  })

  it('cannot be confirmed twice, and two confirmations at once write it once', async () => {
    const id = await take(one, pastedDocument(tracker.replaceAll('survey', 'consultation'))!)
    const lines = { t0: { do: 'new' as const }, t1: { do: 'leave' as const } }
    await changeDraft(
      one,
      { importId: id, section: 'points', choices: { lines, sources: { plan: source('Twice') } } },
      now,
    )
    const before = await count('recommendations')
    const outcomes = await Promise.all([confirmImport(one, id, now), confirmImport(one, id, now)])
    expect(outcomes.map((outcome) => outcome!.ok).sort()).toEqual([false, true])
    expect(await count('recommendations')).toBe(before + 1)
  })

  it('belongs to its council: another one does not find it', async () => {
    const id = await take(one, pastedDocument(tracker)!)
    expect(await readImportSection(other, id, 'points')).toBeNull()
    expect(await confirm(other, id, 'Stolen')).toBeNull()
    expect(await confirmImport(other, id, now)).toBeNull()
    expect(await count('recommendations', other)).toBe(0)
  })

  it('never joins a point of another council, whatever is sent', async () => {
    const id = await take(other, pastedDocument(tracker)!)
    const [theirs] = await owner`select id from recommendations where council_id = ${one.councilId} limit 1`
    const before = await count('actions')
    const outcome = await confirm(other, id, 'Mixed', { t0: { do: 'same' as const, id: theirs!.id as string } })
    expect(outcome).toMatchObject({ ok: true, value: { added: 2, joined: 0 } })
    expect(await count('actions')).toBe(before)
  })

  it('writes one audit entry for each step: reading, looking, confirming', async () => {
    const id = await take(other, pastedDocument(tracker)!)
    await confirm(other, id, 'Audited')
    const entries = await owner`select action from audit_entries where thing_id = ${id} order by id`
    expect(entries.map(({ action }) => action)).toEqual([
      'document read',
      'section of a document looked at',
      'document taken in',
    ])
  })

  it('says in a sentence what cannot be read', async () => {
    const outcome = await readDocumentIn(one, { fileName: 'empty.pdf', bytes: new Uint8Array(), sha256: 'none' })
    expect(outcome).toMatchObject({ ok: false, refusals: [{ field: 'file' }] })
  })
})

describe('a draft before it is confirmed', () => {
  const table = pastedDocument(`Ref\tWhat we will do\tRemark\tLead officer\tTarget date\tStatus
1\tPut clear signs at every entrance\tAsked for by visitors\tA Baker\tMarch 2027\tAmber
2\tAnswer letters within a week\tFrom the survey\tC Dunn\tJune 2027\tGreen
`)!
  let scope: CouncilScope
  beforeAll(async () => {
    const into = ownerDatabase(owner)
    const council = await makeCouncil(into, {})
    const person = await makePerson(into, { councilId: council.id, role: 'lead' })
    scope = makeScope(council.id, { kind: 'person', personId: person.id }, 'test')
  })
  const points = async (id: string) => (await readImportSection(scope, id, 'points'))!.points!.lines

  it('is read again with other columns from the file as it was kept, and the next file with those headings too', async () => {
    const id = await take(scope, table)
    const reading = {
      layout: null,
      sheet: null,
      columns: [{ heading: 'Remark', field: 'progress' as const }],
    }
    expect(await readDocumentAgain(scope, { importId: id, reading })).toMatchObject({ ok: true })
    expect((await points(id))[0]!.tracked!.progress[0]!.evidence).toContain('Asked for by visitors')
    const next = await take(scope, table)
    const mapped = (await readImportSection(scope, next, 'columns'))!.columns!.tables[0]!.columns
    expect(mapped.find(({ heading }) => heading === 'Remark')).toMatchObject({ field: 'progress', by: 'person' })
    expect(await readDocumentAgain(other, { importId: id, reading })).toBeNull()
  })

  it('takes the words for a state as categories only where a person says which', async () => {
    const id = await take(scope, table)
    expect((await points(id)).map(({ tracked }) => tracked!.progress[0]?.category ?? null)).toEqual([null, null])
    await changeDraft(
      scope,
      { importId: id, section: 'columns', choices: { statuses: { Amber: 3, Green: null } } },
      now,
    )
    expect((await points(id)).map(({ tracked }) => tracked!.progress[0]?.category ?? null)).toEqual([3, null])
  })

  it('is split and joined line by line, and what was chosen is kept for later', async () => {
    const id = await take(scope, table)
    const splits = { t0: ['Put signs at the front', 'Put signs at the back'] }
    await changeDraft(scope, { importId: id, section: 'points', isSeen: false, choices: { splits } }, now)
    await changeDraft(
      scope,
      { importId: id, section: 'points', isSeen: false, choices: { edits: { t0s1: { elements: ['2.2.1'] } } } },
      now,
    )
    await changeDraft(
      scope,
      {
        importId: id,
        section: 'points',
        choices: { lines: { t1: { do: 'merge', into: 't0' } } },
      },
      now,
    )
    expect((await points(id)).map(({ number, chosen, elements }) => [number, chosen, elements])).toEqual([
      ['1a', 'new', []],
      ['1b', 'new', ['2.2.1']],
      ['2', 'merge', []],
    ])
    expect(await confirmImport(scope, id, now)).toMatchObject({ ok: true, value: { added: 2, leftOut: 0 } })
    const written =
      await owner`select r.number, r.text, count(a.id)::int as actions from recommendations r left join actions a
      on a.council_id = r.council_id and a.recommendation_id = r.id where r.council_id = ${scope.councilId}
      group by r.id, r.number, r.text order by r.number`
    expect(written[0]!.text).toBe('Put signs at the front\n\nAnswer letters within a week')
    expect(written).toHaveLength(2)
  })

  it('can be read as what a person says it is, where nothing was recognised', async () => {
    const id = await take(scope, pastedDocument('Dear all,\n\nthe canteen closes early on Friday.')!)
    expect((await readImport(scope, id, now))!.tasks.map(({ section }) => section)).toEqual(['columns'])
    expect((await readImportSection(scope, id, 'columns'))!.columns!.isRecognised).toBe(false)
    const reading = { layout: 'centre-for-assessment' as const, sheet: null, columns: [] }
    expect(await readDocumentAgain(scope, { importId: id, reading })).toMatchObject({ ok: true })
    expect((await readImport(scope, id, now))!).toMatchObject({ layout: 'centre-for-assessment', mayConfirm: false })
    expect(await confirmImport(scope, id, now)).toMatchObject({ ok: false })
  })

  it('can be put aside, and then changes nothing any more', async () => {
    const id = await take(scope, table)
    expect(await abandonDraft(other, id)).toBeNull()
    expect(await abandonDraft(scope, id)).toMatchObject({ ok: true })
    expect(await confirmImport(scope, id, now)).toMatchObject({ ok: false })
    expect(await changeDraft(scope, { importId: id, section: 'points', choices: {} }, now)).toMatchObject({ ok: false })
  })
})

const workbook = resolve('../shared/documents/stockton-2009-action-plan.xlsx')

describe.skipIf(!existsSync(workbook))('the workbook of 2009 (left out where ../shared is not there)', () => {
  let scope: CouncilScope
  const rows = async <T>(query: (sql: Client) => Promise<T>) => query(owner)

  beforeAll(async () => {
    const into = ownerDatabase(owner)
    const council = await makeCouncil(into, {})
    const person = await makePerson(into, { councilId: council.id, role: 'lead' })
    scope = makeScope(council.id, { kind: 'person', personId: person.id }, 'test')
    const id = await take(scope, fileFrom(workbook))
    const outcome = await confirm(scope, id, 'Select committee')
    expect(outcome).toMatchObject({ ok: true, value: { added: 11 } })
  })

  it('becomes eleven recommendations with their categories as at 1 June 2009', async () => {
    const found = await rows(
      (sql) => sql`select number, category, category_as_at::text as "asAt" from recommendations
        where council_id = ${scope.councilId} order by position`,
    )
    expect(found.map(({ category }) => category)).toEqual([2, 1, 2, 1, 3, 1, 2, 1, 3, 3, 1])
    expect(new Set(found.map(({ asAt }) => asAt))).toEqual(new Set(['2009-06-01']))
  })

  it('keeps its actions, and the dates as they were written', async () => {
    const found = await rows(
      (sql) => sql`select r.number, count(a.id)::int as actions from recommendations r
        left join actions a on a.council_id = r.council_id and a.recommendation_id = r.id
        where r.council_id = ${scope.councilId} group by r.number, r.position order by r.position`,
    )
    const by = Object.fromEntries(found.map(({ number, actions }) => [number, actions]))
    expect(by).toMatchObject({ 2: 2, 3: 3, 5: 5, 7: 4, 9: 3, 8: 2, 11: 3 })
    const [spoken] = await rows(
      (
        sql,
      ) => sql`select completion_text as text, completion_kind as kind, completion_every_months as every from actions
        where council_id = ${scope.councilId} and completion_kind = 'recurring'`,
    )
    expect(spoken).toMatchObject({ kind: 'recurring', every: 6 })
  })

  it('has its owners as names that are nobody yet, each once', async () => {
    const found = await rows(
      (sql) => sql`select name, kind from owners where council_id = ${scope.councilId} order by name`,
    )
    expect(found.every(({ kind }) => kind === 'name')).toBe(true)
    expect(found.map(({ name }) => name)).toEqual([
      'D Hurwood',
      'J Robinson',
      'K Hornsey',
      'S Lee',
      'S Stoker',
      'service reps',
    ])
  })

  it('asks for the dates that its prose revises, and keeps its questions', async () => {
    const asked = await rows(
      (sql) => sql`select r.number, d.asked_for::text as day from date_requests d
        join recommendations r on r.council_id = d.council_id and r.id = d.recommendation_id
        where d.council_id = ${scope.councilId} order by r.position`,
    )
    expect([...asked]).toMatchObject([
      { number: '5', day: '2009-10-31' },
      { number: '9', day: '2009-09-30' },
    ])
    const codes = await rows((sql) => sql`select code from queries where council_id = ${scope.councilId} order by code`)
    expect(codes.map(({ code }) => code)).toEqual(['category-after-date', 'words-missing'])
  })

  it('adds nothing when it is taken in again', async () => {
    const tables = ['recommendations', 'actions', 'owners', 'progress_updates', 'queries', 'date_requests', 'sources']
    const before = await Promise.all(tables.map((table) => count(table, scope)))
    const again = await take(scope, fileFrom(workbook))
    const outcome = await confirm(scope, again, 'Select committee')
    expect(outcome).toMatchObject({ ok: true, value: { added: 0, joined: 0, leftOut: 0 } })
    expect(await Promise.all(tables.map((table) => count(table, scope)))).toEqual(before)
  })
})
