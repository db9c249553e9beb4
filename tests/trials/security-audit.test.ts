/**
 * The record when it is long: a page of each filter from a million entries of one council among others, paging to the very
 * end of a filter, what the application's role may do to it, and a flood of refused attempts. `npm run trials --
 * security-audit` tries the full counts.
 */
import { sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import * as make from '#db/factories'
import { forCouncil, inCouncil, readInCouncil } from '#db/in-council'
import type { AuditEntry } from '#db/queries/audit'
import { listAudit } from '#db/queries/audit-log'
import { wholeAudit, type AuditFilter } from '~/domain/audit-search'
import { afterAnswers } from '~/http/after-answer'
import { noteRefusal } from '~/http/attempts'
import { exportAudit } from '~/use-cases/export-audit'
import { readAudit } from '~/use-cases/read-audit'
import { useCouncilApp } from '#tests/support/council-app'
import { sayFigure } from '#tests/support/figure'
import { trialCount } from '#tests/support/trial-count'

const app = useCouncilApp()
const entries = trialCount(1_000_000, 20_000)
const attempts = trialCount(5_000, 300)

let councilId: string
let personId: string
let pointId: string

beforeAll(async () => {
  const { into } = app()
  councilId = (await make.makeCouncil(into)).id
  const others = (await make.makeCouncil(into)).id
  const people = await Promise.all(Array.from({ length: 20 }, () => make.makePerson(into, { councilId })))
  personId = people[7]!.id
  pointId = (await make.makeRecommendation(into, { councilId })).id
  const ids = sql.raw(`array[${people.map(({ id }) => `'${id}'`).join(',')}]::uuid[]`)
  // As it comes in: progress for the most part, some sign-ins, few settings, and a reason that stands once in a thousand.
  await into.execute(sql`
    insert into audit_entries (council_id, at, actor, person_id, origin, action, thing_kind, thing_id, before, after, refused)
    select case when n % 11 = 0 then ${others}::uuid else ${councilId}::uuid end,
           timestamptz '2020-01-01' + n * interval '3 minutes', 'person', (${ids})[1 + n % 20], '10.0.0.' || n % 250,
           case when n % 5000 = 1 then 'settings changed' when n % 97 = 0 then 'permission refused' when n % 7 = 0 then 'signed in' else 'progress recorded' end,
           case when n % 5000 = 1 then 'council' when n % 97 = 0 or n % 7 = 0 then 'person' else 'recommendation' end,
           case when n % 4001 = 2 then ${pointId} else gen_random_uuid()::text end,
           jsonb_build_object('category', n % 4), jsonb_build_object('asAt', '2026-05-01', 'words', 'the rota ' || n,
             'reason', case when n % 1000 = 3 then 'a flooded library' else 'as planned' end), n % 97 = 0
    from generate_series(1, ${entries}::int) n`)
  await into.execute(sql`analyze audit_entries`)
}, 600_000)

const filters: [string, Partial<AuditFilter>][] = [
  ['all of it', {}],
  ['who', { get personId() { return personId } }],
  ['what was done', { action: 'progress recorded' }],
  ['what is rarely done', { action: 'settings changed' }],
  ['what it is about', { kind: 'person' }],
  ['what is rarely touched', { kind: 'council' }],
  ['one thing', { kind: 'recommendation', get thingId() { return pointId } }],
  ['a month', { from: '2020-02-01', to: '2020-02-28' }],
  ['words that are rare', { words: 'flooded library' }],
  ['words that are in every entry', { words: 'rota' }],
  ['only what was refused', { refused: true }],
  ['who and what', { get personId() { return personId }, action: 'signed in' }],
] // prettier-ignore

it('finds a page of any filter, and its neighbour too', async () => {
  const scope = forCouncil(councilId, 'trial')
  const times: string[] = []
  for (const [name, filter] of filters) {
    const search = { ...wholeAudit, ...filter }
    const taken: number[] = []
    let found = 0
    for (let time = 0; time < 7; time++) {
      const start = performance.now()
      const page = await readAudit(scope, search)
      if (time > 0) taken.push(performance.now() - start)
      found = page.entries.length
      const older = performance.now()
      if (page.older) await readAudit(scope, page.older)
      if (time > 0 && page.older) taken.push(performance.now() - older)
    }
    const middle = taken.sort((a, b) => a - b)[Math.floor(taken.length / 2)]!
    expect(found, name).toBeGreaterThan(0)
    times.push(`${name} ${middle.toFixed(1)}`)
  }
  sayFigure('audit', `${entries} entries; ms a page (median of 12): ${times.join(', ')}`)
}, 600_000)

it('turns to the end of a filter without showing one twice, and streams all of it out', async () => {
  const scope = forCouncil(councilId, 'trial')
  const seen = new Set<number>()
  let before: number | null = null
  for (;;) {
    const at: number | null = before
    const rows: AuditEntry[] = await readInCouncil(scope, (tx) =>
      listAudit(scope, tx, { ...wholeAudit, refused: true }, { before: at, after: null, most: 500 }),
    )
    const page = rows.slice(0, 500)
    for (const { id } of page) expect(seen.has(id)).toBe(false)
    for (const { id } of page) seen.add(id)
    if (rows.length <= 500) break
    before = page.at(-1)!.id
  }
  const [counted] = await app().into.execute<{ count: number }>(
    sql`select count(*)::int as count from audit_entries where council_id = ${councilId} and refused`,
  )
  expect(seen.size).toBe(counted!.count)

  const start = performance.now()
  let bytes = 0
  let lines = 0
  let largest = process.memoryUsage().rss
  const beganWith = largest
  const reader = (await exportAudit(scope, { search: wholeAudit, form: 'csv' })).getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const chunk = part.value
    bytes += chunk.length
    for (const byte of chunk) if (byte === 10) lines++
    largest = Math.max(largest, process.memoryUsage().rss)
  }
  const seconds = (performance.now() - start) / 1000
  sayFigure(
    'audit',
    `${lines - 1} entries out as CSV in ${seconds.toFixed(1)} s, ${(bytes / 1e6).toFixed(0)} MB, ` +
      `memory grew by ${((largest - beganWith) / 1e6).toFixed(0)} MB`,
  )
  const [all] = await app().into.execute<{ count: number }>(
    sql`select count(*)::int as count from audit_entries where council_id = ${councilId}`,
  )
  expect(lines - 1).toBe(all!.count)
}, 1_800_000)

it('is changed, emptied and taken away by nobody who serves the pages', async () => {
  const scope = forCouncil(councilId, 'trial')
  const tries = [
    sql`update audit_entries set action = 'signed out'`,
    sql`update audit_entries set person_id = null where id = 1`,
    sql`delete from audit_entries`,
    sql`truncate audit_entries`,
    sql`insert into audit_entries (council_id, actor, origin, action, thing_kind, thing_id)
        values (gen_random_uuid(), 'system', 'x', 'signed in', 'person', 'x')`,
    sql`alter table audit_entries disable row level security`,
    sql`drop policy own_council on audit_entries`,
  ]
  for (const each of tries) await expect(inCouncil(scope, (tx) => tx.execute(each))).rejects.toThrow()
  sayFigure('audit', `${tries.length} ways to change it tried as the application, 0 done`)
})

it('is not flooded by refused attempts', async () => {
  const count = async () =>
    (
      await app().into.execute<{ count: number }>(
        sql`select count(*)::int as count from audit_entries where council_id = ${councilId} and origin = 'flood'`,
      )
    )[0]!.count
  const scope = forCouncil(councilId, 'trial', 'flood')
  for (let time = 0; time < attempts; time++) noteRefusal(scope, 'permission refused', { what: `page ${time}` })
  await afterAnswers()
  expect(await count()).toBe(1)
  sayFigure('audit', `${attempts} attempts of one place in a minute, 1 entry`)
}, 600_000)
