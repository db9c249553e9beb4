/** A page of the record: each entry as a sentence, what it is about, and what was before and after. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import type { AuditEntry } from '#db/queries/audit'
import { listAudit } from '#db/queries/audit-log'
import { gone, nameThings, readNames, thingKey, type Named } from '#db/queries/audit-names'
import { listPeople } from '#db/queries/people'
import { factRows } from '~/domain/audit/fact-rows'
import { auditFilters, auditPageSize, type AuditSearch } from '~/domain/audit-search'
import { isThingKind, sentenceOf, thingWords, type ThingKind } from '~/domain/audit-words'
import { formatInstant } from '~/domain/london-time'
import { thingPage } from '~/paths'

export const readAudit = (scope: CouncilScope, search: AuditSearch) =>
  readInCouncil(scope, async (tx) => {
    const { before, after } = search
    const [rows, everybody] = await Promise.all([
      listAudit(scope, tx, search, { before, after, most: auditPageSize }),
      listPeople(scope, tx),
    ])
    const more = rows.length > auditPageSize
    const shown = after === null ? rows.slice(0, auditPageSize) : rows.slice(-auditPageSize)
    const [{ nameOf, known, who }, things] = await Promise.all([
      readNames(scope, tx, shown),
      nameThings(scope, tx, shown.flatMap(thingOf)),
    ])
    const people = everybody.map(({ person }) => ({
      value: person.id,
      label: person.disabledAt === null ? person.name : `${person.name}, who has left`,
    }))
    const [newest, oldest] = [shown[0]?.id ?? null, shown.at(-1)?.id ?? null]
    return {
      entries: shown.map((entry) => ({
        id: entry.id,
        at: formatInstant(entry.at),
        sentence: sentenceOf(who(entry), entry, nameOf),
        about: aboutOf(entry, things),
        from: entry.origin,
        refused: entry.refused,
        facts: factRows(entry, known),
      })),
      people,
      filters: auditFilters(search, filteredPerson(search, people)),
      older: oldest !== null && (after === null ? more : true) ? { ...search, before: oldest, after: null } : null,
      newer:
        newest !== null && (before !== null || (after !== null && more))
          ? { ...search, before: null, after: newest }
          : null,
    }
  })

export type AuditView = Awaited<ReturnType<typeof readAudit>>

const filteredPerson = ({ personId }: AuditSearch, people: { value: string; label: string }[]): string =>
  personId === 'nobody' ? 'nobody who signed in' : (people.find(({ value }) => value === personId)?.label ?? gone)

const thingOf = ({ thingKind, thingId }: AuditEntry): { kind: ThingKind; id: string }[] =>
  isThingKind(thingKind) ? [{ kind: thingKind, id: thingId }] : []

/** A thing that is gone has no page, and is called by what it was. */
function aboutOf(entry: AuditEntry, things: Map<string, Named>): { label: string; href: string | null } {
  const [thing] = thingOf(entry)
  if (thing === undefined) return { label: `${entry.thingKind} ${entry.thingId}`, href: null }
  const named = things.get(thingKey(thing))
  const word = thingWords[thing.kind]
  if (named === undefined && hasId.test(thing.id))
    return thing.kind === 'council'
      ? { label: word, href: thingPage('council', thing.id) }
      : { label: `${word}, which is gone`, href: null }
  return {
    label: named === undefined ? `${word} ${thing.id}` : `${word}: ${named.label}`,
    href: thingPage(thing.kind, named?.pageId ?? thing.id),
  }
}
const hasId = /^[0-9a-f-]{36}$/
