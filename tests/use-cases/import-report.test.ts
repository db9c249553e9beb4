/** An assessor's report comes in and becomes a plan, beside what was there: earlier reviews, trackers, the same report. */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDatabase, connect, openDatabase, type Client } from '#db/client'
import { makeAction, makeCouncil, makePerson, ownerDatabase } from '#db/factories'
import { makeScope, type CouncilScope } from '#db/in-council'
import { makeCsv, makeDocx, makePdf, makeXlsx } from '#tests/support/make-documents'
import { useTestDatabase as testDatabase } from '#tests/support/test-database'
import type { ImportChoices } from '~/domain/import-choices'
import { folderStorage } from '~/storage/folder-storage'
import { openStorage } from '~/storage/storage'
import { changeDraft } from '~/use-cases/change-draft'
import { confirmImport } from '~/use-cases/confirm-import'
import { pastedDocument, readDocumentIn } from '~/use-cases/read-document-in'
import { readImport } from '~/use-cases/read-import'
import { readImportSection } from '~/use-cases/read-import-section'
import { readReadiness } from '~/use-cases/read-readiness'

const database = testDatabase()
const now = new Date('2026-11-20T09:00:00Z')
const documents = resolve('../shared/documents')
const [melton, stockton] = ['melton-2017-review.pdf', 'stockton-2020-review.docx'].map((name) => join(documents, name))
let owner: Client
let folder: string

beforeAll(() => {
  owner = connect(database().ownerOptions, 'owner', 2)
  openDatabase(database().appOptions, 4)
  folder = mkdtempSync(join(tmpdir(), 'holdfast-import-'))
  openStorage(folderStorage(folder))
})
afterAll(async () => {
  await closeDatabase()
  await owner.end()
  rmSync(folder, { recursive: true, force: true })
})

async function newCouncil(): Promise<CouncilScope> {
  const into = ownerDatabase(owner)
  const council = await makeCouncil(into, {})
  const person = await makePerson(into, { councilId: council.id, role: 'lead' })
  return makeScope(council.id, { kind: 'person', personId: person.id }, 'test')
}
const fileFrom = (path: string) => {
  const bytes = new Uint8Array(readFileSync(path))
  return { fileName: path.split('/').at(-1)!, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}
async function take(scope: CouncilScope, document: { fileName: string; bytes: Uint8Array; sha256: string }) {
  const read = await readDocumentIn(scope, document)
  if (!read.ok) throw new Error(read.refusals[0]!.message)
  return read.value
}
/** Every section looked at as proposed, but for what is chosen. */
async function confirm(scope: CouncilScope, importId: string, choices: Partial<ImportChoices> = {}) {
  for (const section of ['facts', 'points', 'old-points'] as const)
    await changeDraft(scope, { importId, section, choices }, now)
  return confirmImport(scope, importId, now)
}
const rowsOf = async (scope: CouncilScope, table: string) =>
  owner`select * from ${owner(table)} where council_id = ${scope.councilId}`
const openPoints = async (scope: CouncilScope) => owner`
  select r.*, s.title as source, s.review_id, (select count(*)::int from actions a where a.council_id = r.council_id
    and a.recommendation_id = r.id) as actions
  from recommendations r join sources s on s.council_id = r.council_id and s.id = r.source_id
  where r.council_id = ${scope.councilId} and r.state = 'open' order by s.created_at, r.position`

describe.skipIf(!existsSync(melton!))('Melton’s report (left out where ../shared is not there)', () => {
  let scope: CouncilScope
  beforeAll(async () => {
    scope = await newCouncil()
    const id = await take(scope, fileFrom(melton!))
    expect(await confirmImport(scope, id, now)).toMatchObject({ ok: false })
    expect(await rowsOf(scope, 'reviews')).toHaveLength(0)
    expect(await confirm(scope, id)).toMatchObject({ ok: true, value: { added: 4, joined: 0, leftOut: 3 } })
  })

  it('gives a review that was held, with its 57 levels and its printed totals kept apart', async () => {
    const reviews = await rowsOf(scope, 'reviews')
    expect(reviews.map(({ kind, state }) => [kind, state])).toEqual([
      ['annual-1', 'held'],
      ['annual-2', 'planned'],
    ])
    expect(reviews[0]!.printed_totals).toEqual({ plus: 6, full: 48, partial: 3, non: 0 })
    const levels = await rowsOf(scope, 'ratings')
    const counted = (level: string) => levels.filter((rating) => rating.level === level).length
    expect([levels.length, counted('plus'), counted('full'), counted('partial')]).toEqual([57, 5, 48, 4])
  })

  it('makes an item of the one partial that no area covers', async () => {
    const points = await openPoints(scope)
    expect(points.map(({ kind, number }) => [kind, number])).toEqual([
      ['area-for-development', '1'],
      ['area-for-development', '2'],
      ['area-for-development', '3'],
      ['partial-compliance', '2.1.6'],
    ])
    expect(points.every(({ quote, page, review_id }) => quote && page && review_id)).toBe(true)
  })

  it('fills the wording that it prints, and names the file', async () => {
    const wordings = await rowsOf(scope, 'element_wordings')
    expect(wordings.length).toBeGreaterThan(50)
    expect(new Set(wordings.map(({ origin }) => origin))).toEqual(new Set(['melton-2017-review.pdf']))
  })

  it('keeps three questions, and counts 2.1.6 both ways until it is settled', async () => {
    const queries = await rowsOf(scope, 'queries')
    expect(queries.map(({ code }) => code).sort()).toEqual(['heading-differs', 'narrative-differs', 'totals-differ'])
    const readings = queries.find(({ code }) => code === 'totals-differ')!.alternatives
    expect(readings).toEqual([{ element: '2.1.6', level: 'plus' }])
    const readiness = await readReadiness(scope, { certificationId: null, changes: new Map() }, '2026-11-20')
    if (readiness === null || readiness.none) throw new Error('There is a certificate.')
    expect(readiness.reasons.some(({ sentence }) => sentence.includes('2.1.6'))).toBe(true)
    expect(readiness.range[0]!.counts).toMatch(/5 compliance plus.*4 partial.*or 6 compliance plus.*3 partial/)
  })

  it('adds nothing when it is taken in again', async () => {
    const tables = ['reviews', 'ratings', 'recommendations', 'actions', 'queries', 'sources', 'certifications']
    const before = await Promise.all(tables.map(async (table) => (await rowsOf(scope, table)).length))
    const id = await take(scope, fileFrom(melton!))
    expect(await confirm(scope, id)).toMatchObject({ ok: true, value: { added: 0, joined: 0, closed: 0 } })
    expect(await Promise.all(tables.map(async (table) => (await rowsOf(scope, table)).length))).toEqual(before)
  })

  it('is nothing to another council', async () => {
    const other = await newCouncil()
    const id = await take(scope, fileFrom(melton!))
    expect(await readImport(other, id, now)).toBeNull()
    expect(await readImportSection(other, id, 'ratings')).toBeNull()
    expect(await changeDraft(other, { importId: id, section: 'points', choices: {} }, now)).toBeNull()
    expect(await confirmImport(other, id, now)).toBeNull()
    expect(await rowsOf(other, 'reviews')).toHaveLength(0)
  })
})

describe.skipIf(!existsSync(melton!))('Melton’s report and a tracker made from it', () => {
  /** Reworded and renumbered, the first point in two rows, and one row of the council's own. */
  const tracker = pastedDocument(
    [
      ['Ref', 'Area for development', 'Lead officer', 'Action', 'Target date', 'Update'],
      [
        'A',
        'Offer more timely customer service training after induction, with frequent activities that keep staff focused on customer service',
        'A Baker',
        'Plan short training sessions',
        'March 2027',
        'Sessions are being planned.',
      ],
      [
        'B',
        'Regular training for staff in the complaints process and in dealing with difficult customers',
        'C Dunn',
        'Book complaints training',
        'May 2027',
        'A trainer is found.',
      ],
      [
        'C',
        'Performance against customer satisfaction targets and standards, such as telephone messages and emails, monitored, evaluated and published where not in line with expectations',
        'E Fox',
        'Publish results each quarter',
        'June 2027',
        'The first results are out.',
      ],
      [
        'D',
        'Keep the focus on customer service under the new CEO, so that staff feel it is driven from the top',
        'G Hill',
        'Chief executive to visit each team',
        'April 2027',
        'Visits are in the diary.',
      ],
      ['E', 'Paint the reception desk in the park lodge', 'I Jones', 'Choose a colour', 'July 2027', 'Not begun.'],
    ]
      .map((cells) => cells.join('\t'))
      .join('\n'),
  )!
  /** What a person sees to in either order: the rows are the same as the points, as proposed or as they say. */
  const whole = async (scope: CouncilScope) => {
    const points = await openPoints(scope)
    const actions = await owner`select a.text, r.number, r.state from actions a join recommendations r
      on r.council_id = a.council_id and r.id = a.recommendation_id where a.council_id = ${scope.councilId} order by a.text`
    const progress = await owner`select distinct p.evidence from progress_updates p join recommendations r
      on r.council_id = p.council_id and r.id = p.recommendation_id and r.state = 'open'
      where p.council_id = ${scope.councilId} order by 1`
    const owners =
      await owner`select distinct o.name from owners o join recommendation_owners ro on ro.council_id = o.council_id
      and ro.owner_id = o.id and ro.state = 'open' where o.council_id = ${scope.councilId} order by 1`
    return {
      points: points.map(({ kind, number }) => `${kind} ${number}`).sort(),
      actions: actions.map(({ text, number, state }) => `${number} ${state}: ${text}`),
      progress: progress.map(({ evidence }) => evidence),
      owners: owners.map(({ name }) => name),
    }
  }
  const expected = {
    points: [
      'area-for-development 1',
      'area-for-development 2',
      'area-for-development 3',
      'partial-compliance 2.1.6',
      'recommendation E',
    ],
    actions: [
      '1 open: Book complaints training',
      '3 open: Chief executive to visit each team',
      'E open: Choose a colour',
      '1 open: Plan short training sessions',
      '2 open: Publish results each quarter',
    ],
    progress: [
      'A trainer is found.',
      'Not begun.',
      'Sessions are being planned.',
      'The first results are out.',
      'Visits are in the diary.',
    ],
    owners: ['A Baker', 'C Dunn', 'E Fox', 'G Hill', 'I Jones'],
  }

  it('are one plan, the report first', async () => {
    const scope = await newCouncil()
    await confirm(scope, await take(scope, fileFrom(melton!)))
    const outcome = await confirm(scope, await take(scope, tracker))
    expect(outcome).toMatchObject({ ok: true, value: { added: 1, joined: 4 } })
    expect(await whole(scope)).toEqual(expected)
  })

  it('are one plan, the tracker first: the report gives words and number, and nothing is lost', async () => {
    const scope = await newCouncil()
    await confirm(scope, await take(scope, tracker))
    const outcome = await confirm(scope, await take(scope, fileFrom(melton!)))
    expect(outcome).toMatchObject({ ok: true, value: { added: 1, joined: 3 } })
    expect(await whole(scope)).toEqual(expected)
    const [first] = await openPoints(scope).then((points) => points.filter(({ number }) => number === '1'))
    expect(first!.notes.join()).toContain('Offer more timely customer service training')
    const again = await confirm(scope, await take(scope, tracker))
    expect(again).toMatchObject({ ok: true, value: { added: 0, joined: 0 } })
    expect(await whole(scope)).toEqual(expected)
  })
})

describe.skipIf(!existsSync(melton!))('Melton’s report and a tracker in quite other words', () => {
  /** In another order; elements only in some rows; the points said as a council says them to itself. */
  const rows = [
    ['Item', 'What we were told', 'CSE element', 'Owner', 'What we will do', 'By when', 'Where are we now?', 'RAG'],
    [
      'CS/4',
      'New chief executive must keep customer service in focus for staff, driven from the top',
      '',
      'G Hill',
      'Visit each team in spring',
      'April 2027',
      'Visits are in the diary.',
      'Green',
    ],
    ['CS/9', 'Paint the reception desk in the park lodge', '', 'I Jones', 'Choose a colour', 'July 2027', '', 'Red'],
    [
      'CS/2',
      'Publish why some services miss their targets for answering emails and telephone messages',
      '4.1.2, 5.3.2',
      'E Fox',
      'Quarterly page of results',
      'June 2027',
      'The first results are out.',
      'Amber',
    ],
    [
      'CS/1',
      'Refresh skills after induction: more frequent customer service training',
      '2.2.1, 4.3.3',
      'A Baker',
      'Short sessions each month',
      'March 2027',
      'Sessions are planned.',
      'Amber',
    ],
    [
      'CS/3',
      'All staff to have regular training on complaints and on difficult customers',
      '4.3.3',
      'C Dunn',
      'Book a trainer',
      'May 2027',
      'A trainer is found.',
      'Green',
    ],
  ]
  const files: [string, () => Promise<Uint8Array>][] = [
    ['csv', async () => makeCsv(rows, ';')],
    ['xlsx', () => makeXlsx([{ name: 'Tracker', rows }])],
    [
      'docx',
      () =>
        makeDocx([
          { kind: 'title', text: 'Our tracker' },
          { kind: 'table', rows },
        ]),
    ],
    ['pdf', () => makePdf([{ kind: 'table', rows, widths: [2, 6, 3, 2, 4, 3, 4, 2] }], { landscape: true, size: 9 })],
  ]
  const trackerAs = async (ending: string, make: () => Promise<Uint8Array>) => {
    const bytes = await make()
    return { fileName: `tracker.${ending}`, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
  }
  const points = async (scope: CouncilScope) =>
    (await openPoints(scope)).map(({ kind, number, actions }) => `${kind} ${number}: ${actions}`).sort()
  const expected = [
    'area-for-development 1: 2',
    'area-for-development 2: 1',
    'area-for-development 3: 1',
    'partial-compliance 2.1.6: 0',
    'recommendation CS/9: 1',
  ]

  it.each(files)('are one plan from %s, in either order', { timeout: 60_000 }, async (ending, make) => {
    const tracker = await trackerAs(ending, make)
    const reportFirst = await newCouncil()
    await confirm(reportFirst, await take(reportFirst, fileFrom(melton!)))
    await confirm(reportFirst, await take(reportFirst, tracker))
    expect(await points(reportFirst)).toEqual(expected)
    const trackerFirst = await newCouncil()
    await confirm(trackerFirst, await take(trackerFirst, tracker))
    await confirm(trackerFirst, await take(trackerFirst, fileFrom(melton!)))
    expect(await points(trackerFirst)).toEqual(expected)
    const again = await confirm(trackerFirst, await take(trackerFirst, tracker))
    expect(again).toMatchObject({ ok: true, value: { added: 0, joined: 0 } })
    expect(await points(trackerFirst)).toEqual(expected)
  })
})

describe.skipIf(!existsSync(stockton!))('Stockton’s document of two reviews', () => {
  let scope: CouncilScope
  let view: NonNullable<Awaited<ReturnType<typeof readImportSection>>>
  beforeAll(async () => {
    scope = await newCouncil()
    const id = await take(scope, fileFrom(stockton!))
    view = (await readImportSection(scope, id, 'old-points'))!
    expect(await confirm(scope, id)).toMatchObject({ ok: true, value: { added: 12, closed: 7 } })
  })

  it('gives both reviews and the one foreseen, and the days that the first foresaw of the second', async () => {
    const reviews =
      await owner`select kind, state, reported_on::text, provisional_from::text, provisional_to::text from reviews
      where council_id = ${scope.councilId} order by reported_on nulls last`
    expect([...reviews]).toMatchObject([
      { kind: 'initial', state: 'held', reported_on: '2019-07-17' },
      {
        kind: 'annual-1',
        state: 'held',
        reported_on: '2020-07-17',
        provisional_from: '2020-07-06',
        provisional_to: '2020-07-08',
      },
      { kind: 'annual-2', state: 'planned', provisional_from: '2021-07-22', provisional_to: '2021-07-23' },
    ])
    expect(await rowsOf(scope, 'ratings')).toHaveLength(114)
  })

  it('proposes to close the seven points with a finding, and keeps the fifth open, asked', async () => {
    expect(view.oldPoints!.map(({ number, chosen }) => [number, chosen])).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((number) => [String(number), number === 5 ? 'keep' : 'close']),
    )
    const closed = await owner`select closed_way, closed_reason from recommendations
      where council_id = ${scope.councilId} and state = 'closed'`
    expect(closed).toHaveLength(7)
    expect(
      closed.every(
        ({ closed_way, closed_reason }) => closed_way === 'answered-at-a-review' && closed_reason.startsWith('At the '),
      ),
    ).toBe(true)
    const points = await openPoints(scope)
    expect(points.map(({ number }) => number).sort()).toEqual(['1', '2', '3', '4', '5'])
    expect(await rowsOf(scope, 'progress_updates')).toHaveLength(0)
    const codes = (await rowsOf(scope, 'queries')).map(({ code }) => code).sort()
    expect(codes).toEqual(['plus-not-carried', 'point-not-mentioned', 'totals-differ'])
  })

  it('adds nothing, and closes nothing, when it is taken in again', async () => {
    const tables = ['reviews', 'ratings', 'recommendations', 'queries', 'sources', 'certifications']
    const before = await Promise.all(tables.map(async (table) => (await rowsOf(scope, table)).length))
    const id = await take(scope, fileFrom(stockton!))
    expect(await confirm(scope, id)).toMatchObject({ ok: true, value: { added: 0, closed: 0 } })
    expect(await Promise.all(tables.map(async (table) => (await rowsOf(scope, table)).length))).toEqual(before)
  })
})

describe.skipIf(!existsSync(melton!))(
  'the review after, and a corrected issue of it (Melton’s report under other dates)',
  () => {
    let scope: CouncilScope
    const facts = {
      kind: 'annual-2' as const,
      assessors: ['A Baker'],
      reportedOn: '2017-10-20',
      documentReviewOn: null,
      visitFrom: '2017-10-18',
      visitTo: '2017-10-18',
      projectNumber: null,
      clientId: null,
      planNext: false,
    }
    const later = { reviews: { 0: facts }, levels: { 0: { '2.1.6': 'full' as const } } }
    beforeAll(async () => {
      scope = await newCouncil()
      await confirm(scope, await take(scope, fileFrom(melton!)))
      const area = (await openPoints(scope)).find(({ number }) => number === '1')!
      const into = ownerDatabase(owner)
      await makeAction(into, { councilId: scope.councilId, recommendationId: area.id as string, text: 'Go on' })
      const id = await take(scope, fileFrom(melton!))
      expect(await confirm(scope, id, later)).toMatchObject({ ok: true, value: { added: 3, closed: 4 } })
    })

    it('is the review that was planned, now held, and the same points are linked to those of the year before', async () => {
      const reviews = await rowsOf(scope, 'reviews')
      expect(reviews.map(({ kind, state }) => [kind, state]).sort()).toEqual([
        ['annual-1', 'held'],
        ['annual-2', 'held'],
      ])
      const points = await openPoints(scope)
      expect(points.map(({ number }) => number).sort()).toEqual(['1', '2', '3'])
      const all = await rowsOf(scope, 'recommendations')
      for (const point of points) {
        const earlier = all.find(({ id }) => id === point.earlier_id)!
        expect([earlier.number, earlier.closed_way, earlier.superseded_by_id]).toEqual([
          point.number,
          'superseded',
          point.id,
        ])
      }
      expect(points.find(({ number }) => number === '1')!.actions).toBe(1)
    })

    it('closes the partial that is full now, with the level as the reason', async () => {
      const [partial] = await owner`select closed_way, closed_reason from recommendations
      where council_id = ${scope.councilId} and number = '2.1.6'`
      expect(partial!.closed_way).toBe('answered-at-a-review')
      expect(partial!.closed_reason).toContain('2.1.6 is full compliance')
    })

    it('changes only the values of a corrected issue that are taken over, and shows old beside new', async () => {
      const id = await take(scope, fileFrom(melton!))
      const issue = {
        reviews: { 0: { ...facts, reportedOn: '2017-10-27', assessors: ['C Dunn'] } },
        levels: { 0: { '2.1.6': 'plus' as const } },
      }
      await changeDraft(scope, { importId: id, section: 'facts', choices: issue }, now)
      const shown = (await readImportSection(scope, id, 'ratings'))!.ratings![0]!.changes
      expect(shown.map(({ name, before, after }) => [name, before, after])).toEqual([
        ['Date of the report', '20 October 2017', '27 October 2017'],
        ['Assessors', 'A Baker', 'C Dunn'],
        ['Level of 2.1.6', 'full compliance', 'compliance plus'],
      ])
      const outcome = await confirm(scope, id, { ...issue, keptValues: { 0: ['assessors'] } })
      expect(outcome).toMatchObject({ ok: true, value: { added: 0, closed: 0 } })
      const [review] = await owner`select r.reported_on::text, r.assessors, g.level from reviews r join ratings g
      on g.council_id = r.council_id and g.review_id = r.id and g.element = '2.1.6'
      where r.council_id = ${scope.councilId} and r.kind = 'annual-2'`
      expect(review).toMatchObject({ reported_on: '2017-10-27', assessors: ['A Baker'], level: 'plus' })
      expect(await rowsOf(scope, 'reviews')).toHaveLength(2)
    })
  },
)
