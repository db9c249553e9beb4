/** Recording an update: row, what follows from it, audit, in one transaction; beside it the same SQL alone. */
import { connect, closeDatabase, openDatabase } from '#db/client'
import { makeScope } from '#db/in-council'
import { recordProgress } from '~/use-cases/record-progress'
import type { Measured } from './bench'
import { benchCouncil, stage, type Stage } from './stage'

const seconds = 6

async function perSecond(connections: number, once: (n: number) => Promise<unknown>): Promise<number> {
  let count = 0
  const run = async (until: number) => {
    while (performance.now() < until) await once(count++)
  }
  await Promise.all(Array.from({ length: connections }, () => run(performance.now() + 2_000)))
  count = 0
  const started = performance.now()
  await Promise.all(Array.from({ length: connections }, () => run(started + seconds * 1000)))
  return count / ((performance.now() - started) / 1000)
}

const plainSql = (at: Stage, connections: number) => {
  const client = connect(at.app, 'app', connections)
  const work = async (ids: string[]) => {
    const rate = await perSecond(connections, (n) =>
      client.begin(async (tx) => {
        const id = ids[n % ids.length]!
        await Promise.all([
          tx`select set_config('app.council_id', ${benchCouncil}, true)`,
          tx`insert into progress_updates (council_id, recommendation_id, as_at, category, evidence, answer, way)
             values (${benchCouncil}, ${id}, current_date, 3, 'What was done', 'progress', 'screen')`,
          tx`update recommendations set category = 3, category_as_at = current_date, last_answer_on = current_date
             where council_id = ${benchCouncil} and id = ${id}`,
          tx`insert into audit_entries (council_id, actor, origin, action, thing_kind, thing_id, after)
             values (${benchCouncil}, 'system', 'bench', 'progress recorded', 'recommendation', ${id}, '{}')`,
        ])
      }),
    )
    await client.end()
    return rate
  }
  return { work }
}

async function recordUpdate(): Promise<Measured[]> {
  const at = await stage(10_000, 4111)
  try {
    const rows = await at.owner<{ id: string }[]>`
      select id from recommendations where council_id = ${benchCouncil} and due_on > current_date + 30 limit 1000`
    const ids = rows.map(({ id }) => id)
    const floors = { 1: await plainSql(at, 1).work(ids), 8: await plainSql(at, 8).work(ids) }
    const [{ id: personId }] = await at.owner<
      [{ id: string }]
    >`select id from people where council_id = ${benchCouncil}`
    openDatabase(at.app, 8)
    const scope = makeScope(benchCouncil, { kind: 'person', personId }, 'bench')
    const once = async (n: number) => {
      const outcome = await recordProgress(
        scope,
        {
          recommendationId: ids[n % ids.length]!,
          asAt: new Date().toISOString().slice(0, 10),
          category: 2,
          words: 'What was done since the last round, in a sentence or two.',
          newDue: null,
          reason: '',
          explanation: '',
          why: '',
        },
        new Date(),
      )
      if (!outcome?.ok) throw new Error(JSON.stringify(outcome))
    }
    const one = await perSecond(1, once)
    const eight = await perSecond(8, once)
    await closeDatabase()
    return [
      { name: 'record an update, at 1', value: one, unit: '/s', floor: floors[1], target: '', met: true },
      {
        name: 'record an update, at 8',
        value: eight,
        unit: '/s',
        floor: floors[8],
        target: 'at least 400',
        met: eight >= 400,
      },
    ]
  } finally {
    await at.close()
  }
}

export const updates = { 'record-update': recordUpdate }
