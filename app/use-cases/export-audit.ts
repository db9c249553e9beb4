/** The record as it is filtered, as CSV or JSON. That it was taken out is an entry of its own, written first; then it flows
 * out as it is read, so that a record of any length needs no more memory than one batch. */
import { inCouncil, readInCouncil, type CouncilScope, type Tx } from '#db/in-council'
import { recordAudit, type AuditEntry } from '#db/queries/audit'
import { walkAudit } from '#db/queries/audit-log'
import { nameThings, namesOf, readNames, thingKey } from '#db/queries/audit-names'
import { csvLine, csvStart } from '~/documents/write-csv'
import { auditFilters, type AuditSearch } from '~/domain/audit-search'
import { isThingKind, sentenceOf } from '~/domain/audit-words'

export type AuditForm = 'csv' | 'json'

const headings = [
  'Entry', 'At', 'Who', 'Person id', 'By', 'From', 'Refused', 'What', 'Sentence', 'About', 'Id', 'Called', 'Before', 'After',
] // prettier-ignore

type Line = {
  entry: number
  at: string
  who: string
  personId: string | null
  by: AuditEntry['actor']
  from: string
  refused: boolean
  what: string
  sentence: string
  about: string
  id: string
  called: string | null
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

async function linesOf(scope: CouncilScope, tx: Tx, entries: AuditEntry[]): Promise<Line[]> {
  const things = entries.flatMap(({ thingKind, thingId }) =>
    isThingKind(thingKind) ? [{ kind: thingKind, id: thingId }] : [],
  )
  const [{ nameOf, who }, called] = await Promise.all([readNames(scope, tx, entries), nameThings(scope, tx, things)])
  return entries.map((entry) => ({
    entry: entry.id,
    at: entry.at.toISOString(),
    who: who(entry).replace(/,$/, ''),
    personId: entry.personId,
    by: entry.actor,
    from: entry.origin,
    refused: entry.refused,
    what: entry.action,
    sentence: sentenceOf(who(entry), entry, nameOf),
    about: entry.thingKind,
    id: entry.thingId,
    called: isThingKind(entry.thingKind)
      ? (called.get(thingKey({ kind: entry.thingKind, id: entry.thingId }))?.label ?? null)
      : null,
    before: entry.before,
    after: entry.after,
  }))
}

const forms = {
  csv: {
    start: csvStart + csvLine(headings),
    between: '',
    end: '',
    line: (line: Line) =>
      csvLine([
        line.entry, line.at, line.who, line.personId, line.by, line.from, line.refused ? 'yes' : 'no', line.what,
        line.sentence, line.about, line.id, line.called, jsonOf(line.before), jsonOf(line.after),
      ]), // prettier-ignore
  },
  json: { start: '[\n', between: ',\n', end: '\n]\n', line: (line: Line) => JSON.stringify(line) },
}
const jsonOf = (facts: Record<string, unknown> | null) => (facts === null ? null : JSON.stringify(facts))

export async function exportAudit(
  scope: CouncilScope,
  { search, form }: { search: AuditSearch; form: AuditForm },
): Promise<ReadableStream<Uint8Array>> {
  await inCouncil(scope, async (tx) => {
    const { personId } = search
    const names = await namesOf(scope, tx, personId === null || personId === 'nobody' ? [] : [personId])
    const known = personId === null || personId === 'nobody' || names.has(personId)
    // The person of a filter stands in the entry by id, like everybody.
    const filter = auditFilters({ ...search, personId: null }, '').map(({ label }) => label)
    await recordAudit(scope, tx, {
      action: 'record exported',
      thing: { kind: 'council', id: scope.councilId },
      after: { form, filter: [...filter, ...(personId === null ? [] : ['who'])], of: known ? personId : null },
    })
  })
  return streamed(scope, search, form)
}

function streamed(scope: CouncilScope, search: AuditSearch, form: AuditForm): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  const { start, between, end, line } = forms[form]
  const written = readInCouncil(scope, async (tx) => {
    await writer.write(encoder.encode(start))
    let first = true
    for await (const entries of walkAudit(scope, tx, search)) {
      const lines = await linesOf(scope, tx, entries)
      await writer.write(encoder.encode((first ? '' : between) + lines.map(line).join(between)))
      first = false
    }
    await writer.write(encoder.encode(end))
  })
  written.then(
    () => writer.close(),
    // Whoever reads learns it from the broken stream; a reader who has gone has nobody to tell.
    (error: unknown) => writer.abort(error).catch(() => undefined),
  )
  return readable
}
