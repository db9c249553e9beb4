/** What the benchmarks run against: the embedded database with one council of many actions among a thousand, and the
 * built web process in front of it. Made once, and kept in node_modules/.cache. */
import { fork, type ChildProcess } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { connect, type Client } from '#db/client'
import { startEmbedded, type EmbeddedDatabase } from '#db/embedded'
import { migrateDatabase } from '#db/migrate'

export const benchCouncil = '00000000-0000-4000-8000-00000000be01'
const person = '00000000-0000-4000-8000-00000000be02'
const userId = 'bench'

export type Stage = {
  owner: Client
  app: ReturnType<EmbeddedDatabase['connect']>
  size: number
  url: string
  cookie: string
  web: ChildProcess
  dataDir: string
  close: () => Promise<void>
}

/** One council with `size` recommendations of one action each, a thousand councils with ten each beside it. */
async function fill(owner: Client, size: number): Promise<void> {
  await owner.unsafe(`
    insert into councils (id, name, demo) values ('${benchCouncil}', 'Bench', true);
    insert into councils (id, name, demo) select gen_random_uuid(), 'Council ' || n, true from generate_series(1, 999) n;
    insert into identity.users (id, name, email, email_verified) values ('${userId}', 'Bench', 'bench@example.invalid', true);
    insert into people (council_id, id, user_id, name, email, role)
      values ('${benchCouncil}', '${person}', '${userId}', 'Bench', 'bench@example.invalid', 'lead');
    insert into services (council_id, name) select c.id, 'Service ' || n from councils c, generate_series(1, 12) n;
    insert into owners (council_id, kind, name) select c.id, 'name', 'Owner ' || n from councils c, generate_series(1, 20) n;
    insert into certifications (council_id, name, standard_id, body)
      select c.id, 'Corporate', (select min(id) from standards), 'centre-for-assessment' from councils c;
    insert into reviews (council_id, certification_id, kind, state, held_from, held_to, agreed_from, agreed_to)
      select council_id, id, 'initial', 'held', current_date - 300, current_date - 298, current_date - 300, current_date - 298
      from certifications;
    insert into reviews (council_id, certification_id, kind, state, agreed_from, agreed_to)
      select council_id, id, 'annual-1', 'agreed', current_date + 70, current_date + 71 from certifications;
    insert into ratings (council_id, review_id, element, level)
      select r.council_id, r.id, e.number, case when e.position % 11 = 0 then 'partial' when e.position % 5 = 0 then 'plus' else 'full' end
      from reviews r, elements e where r.kind = 'initial';
    insert into sources (council_id, kind, title, closes_by)
      select c.id, 'scrutiny-review', 'Source ' || n, 'committee' from councils c, generate_series(1, 5) n;
  `)
  const some = (council: string, many: number) => `
    insert into recommendations (council_id, source_id, kind, number, position, text, service_id, due_on, category, category_as_at, last_answer_on)
      select '${council}', (array(select id from sources where council_id = '${council}' order by title))[1 + n % 5],
        'recommendation', n::text, n, 'Recommendation ' || n || ' asks the council to do something well and to say by when it will be done',
        (array(select id from services where council_id = '${council}' order by name))[1 + n % 12],
        current_date + (n % 400) - 100, 1 + n % 4, current_date - 30, current_date - (n % 90)
      from generate_series(1, ${many}) n;
    insert into actions (council_id, recommendation_id, number, position, text, state, completion_text, completion_kind, completion_from, completion_to, due_on)
      select council_id, id, '1', 0, 'Do what is asked', 'under-way', 'a day', 'day', due_on, due_on, due_on
      from recommendations where council_id = '${council}';
    insert into action_dates (council_id, action_id, sequence, kind, completion_text, completion_kind, completion_from, completion_to, due_on)
      select council_id, id, 0, 'original', completion_text, completion_kind, completion_from, completion_to, due_on
      from actions where council_id = '${council}';
    insert into recommendation_owners (council_id, recommendation_id, owner_id, position, answering)
      select council_id, id, (array(select id from owners where council_id = '${council}' order by name))[1 + position % 20], 0, true
      from recommendations where council_id = '${council}';
    insert into recommendation_elements (council_id, recommendation_id, element)
      select council_id, r.id, e.number from recommendations r join elements e on e.position = r.position % 57
      where council_id = '${council}';
    insert into progress_updates (council_id, recommendation_id, as_at, category, evidence, answer, way, person_id)
      select r.council_id, r.id, current_date - 30 * n, 1 + (r.position + n) % 4, 'What was done in round ' || n, 'progress', 'screen',
        ${council === benchCouncil ? `'${person}'` : 'null'}
      from recommendations r, generate_series(1, 3) n where council_id = '${council}';`
  await owner.unsafe(some(benchCouncil, size))
  const others = await owner<{ id: string }[]>`select id from councils where id <> ${benchCouncil}`
  for (const { id } of others) await owner.unsafe(some(id, 10))
  await owner.unsafe('analyze')
}

async function signIn(owner: Client): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest('base64url')
  await owner`insert into identity.sessions (id, token, user_id, person_id, expires_at, created_at, updated_at)
    values (${hash}, ${hash}, ${userId}, ${person}, now() + interval '1 day', now(), now())`
  return `holdfast-session=${token}`
}

export const environment = (dataDir: string, port: number): NodeJS.ProcessEnv => ({
  ...process.env,
  MODE: '',
  BASE_URL: '',
  NODE_ENV: 'production',
  DATA_DIR: dataDir,
  PORT: String(port),
  LOG_LEVEL: 'error',
})

export async function stage(size: number, port: number): Promise<Stage> {
  const dataDir = resolve('node_modules/.cache', `holdfast-bench-data-${size}`)
  const made = join(dataDir, `made-${(process.env.HOLDFAST_SOURCES ?? '').slice(0, 12)}`)
  if (!existsSync(made)) rmSync(dataDir, { recursive: true, force: true })
  const database = await startEmbedded(dataDir)
  const owner = connect(database.connect('owner'), 'owner', 1)
  if (!existsSync(made)) {
    await migrateDatabase(database.connect('owner'))
    await fill(owner, size)
    writeFileSync(made, '')
  }
  const cookie = await signIn(owner)
  const web = fork(resolve('build/server/web.js'), [], { env: environment(dataDir, port), execArgv: [] })
  await new Promise<void>((ready, failed) => {
    web.once('message', () => ready())
    web.once('exit', (code) => failed(new Error(`The web process ended with ${code}.`)))
  })
  return {
    owner,
    app: database.connect('app'),
    size,
    url: `http://127.0.0.1:${port}`,
    cookie,
    web,
    dataDir,
    close: async () => {
      const ended = new Promise((done) => web.once('exit', done))
      web.kill('SIGTERM')
      await ended
      await owner.end()
      await database.stop()
    },
  }
}
