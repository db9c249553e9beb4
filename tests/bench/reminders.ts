/** A day's reminders: planned for many councils, and a thousand mails sent to a local SMTP server, each recorded. */
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { closeDatabase, connect, openDatabase, type Client } from '#db/client'
import { startEmbedded } from '#db/embedded'
import { forCouncil } from '#db/in-council'
import { migrateDatabase } from '#db/migrate'
import { closeTransport, deliver, newMessageId, openTransport } from '#emails/transport'
import { openMailbox } from '#tests/support/mailbox'
import { planDay } from '~/use-cases/plan-reminders'
import { sendNotices } from '~/use-cases/send-notices'
import type { Measured } from './bench'

const day = '2026-03-02'
const morning = new Date(`${day}T07:00:00Z`)
const domain = 'plans.example'

/** `people` owners in each council with `points` recommendations between them, each with one action, due over a year;
 * with one for each, all of them are asked about today. */
async function fill(owner: Client, { councils, people, points }: { councils: number; people: number; points: number }) {
  const due = people === points ? `date '2026-03-16'` : `date '2025-12-01' + (n % 400)`
  await owner.unsafe(`
    insert into councils (id, name) select gen_random_uuid(), 'Council ' || n from generate_series(1, ${councils}) n;
    insert into people (council_id, name, email, role, created_at)
      select c.id, 'Person ' || n, 'person' || n || '@example.org', case when n = 1 then 'lead' else 'owner' end, '2025-01-01'
      from councils c, generate_series(1, ${people}) n;
    insert into owners (council_id, kind, name, person_id) select council_id, 'person', name, id from people;
    insert into sources (council_id, kind, title, closes_by) select id, 'scrutiny-review', 'Source', 'lead' from councils;
    insert into recommendations (council_id, source_id, kind, number, position, text, due_on, category, last_answer_on, created_at)
      select s.council_id, s.id, 'recommendation', n::text, n,
        'Recommendation ' || n || ' asks the council to do something well and to say by when it will be done',
        ${due}, 2, date '2026-01-10' - (n % 60), '2025-01-01'
      from sources s, generate_series(1, ${points}) n;
    insert into actions (council_id, recommendation_id, number, position, text, state, completion_text, completion_kind, completion_from, completion_to, due_on, created_at)
      select council_id, id, '1', 0, 'Do what is asked', 'under-way', 'a day', 'day', due_on, due_on, due_on, '2025-01-01'
      from recommendations;
    insert into recommendation_owners (council_id, recommendation_id, owner_id, position, answering)
      select r.council_id, r.id, o.id, 0, true from recommendations r
      join owners o on o.council_id = r.council_id and o.name = 'Person ' || (1 + r.position % ${people});
    insert into progress_updates (council_id, recommendation_id, as_at, category, evidence, answer, way)
      select r.council_id, r.id, r.last_answer_on - 30 * n, 2, 'What was done in round ' || n, 'progress', 'screen'
      from recommendations r, generate_series(0, 2) n;
    analyze`)
}

async function withCouncils<T>(size: Parameters<typeof fill>[1], work: (ids: string[]) => Promise<T>): Promise<T> {
  const folder = resolve('node_modules/.cache', 'holdfast-bench-reminders')
  rmSync(folder, { recursive: true, force: true })
  const database = await startEmbedded(folder)
  try {
    await migrateDatabase(database.connect('owner'))
    const owner = connect(database.connect('owner'), 'owner', 1)
    await fill(owner, size)
    const rows = await owner<{ id: string }[]>`select id from councils`
    await owner.end()
    openDatabase(database.connect('app'), 10)
    return await work(rows.map(({ id }) => id))
  } finally {
    await closeDatabase()
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const mails = 1_000

async function sendReminders(): Promise<Measured[]> {
  const mailbox = await openMailbox({ keep: false })
  openTransport({ smtpUrl: mailbox.url, from: 'Holdfast <holdfast@plans.example>' })
  try {
    const plain = { to: 'person@example.org', subject: '1 item to answer', text: 'A mail\n', html: '<p>A mail</p>' }
    const one = () => deliver({ ...plain, messageId: newMessageId(domain) })
    for (let warm = 0; warm < 100; warm++) await one()
    const began = performance.now()
    await Promise.all(Array.from({ length: mails }, one))
    const floor = mails / ((performance.now() - began) / 1000)
    const rate = await withCouncils({ councils: 1, people: mails, points: mails }, async ([id]) => {
      const scope = forCouncil(id!, 'bench')
      await planDay(scope, { day, domain }, morning)
      const started = performance.now()
      let sent = 0
      for (;;) {
        const batch = await sendNotices(scope, { baseUrl: new URL('https://plans.example') }, morning)
        sent += batch.sent
        if (batch.claimed === 0) break
      }
      if (sent !== mails) throw new Error(`${sent} of ${mails} mails were sent.`)
      return sent / ((performance.now() - started) / 1000)
    })
    return [
      {
        name: `send ${mails} reminders, each recorded`,
        value: rate,
        unit: '/s',
        floor,
        target: 'at least 400',
        met: rate >= 400,
      },
    ]
  } finally {
    closeTransport()
    await mailbox.close()
  }
}

const planned = 100
const scaled = 1_000 / planned

/** A tenth of the councils, so that filling the tables does not take longer than everything else; the time is scaled. */
async function planMany(): Promise<Measured[]> {
  const size = { councils: planned, people: 20, points: 1_000 }
  return withCouncils(size, async (ids) => {
    const started = performance.now()
    let most = 0
    for (const id of ids) {
      await planDay(forCouncil(id, 'bench'), { day, domain }, morning)
      most = Math.max(most, process.memoryUsage().rss)
    }
    const seconds = ((performance.now() - started) / 1000) * scaled
    const megabytes = most / 1024 / 1024
    return [
      {
        name: `plan a day, 1,000 councils (${planned} tried)`,
        value: seconds,
        unit: 's',
        target: 'at most 60',
        met: seconds <= 60,
      },
      { name: 'plan a day, memory', value: megabytes, unit: 'MB', target: 'at most 300', met: megabytes <= 300 },
    ]
  })
}

export const reminders = { 'send-reminders': sendReminders, 'plan-reminders': planMany }
