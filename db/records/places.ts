/**
 * Where people write freely, one entry a table: what a search for an information request looks through, and where the
 * name of somebody who has left may still stand. `thing` is the record that it belongs to: the one a hold keeps.
 * A test holds it against the catalogue: a text column that is on neither list fails it.
 */
export type Place = {
  kind: RecordKind
  table: string
  /** Columns of text or of a structure, the most telling first. */
  words: readonly string[]
  /** SQL over the table as `t`. */
  on: string
  people: readonly string[]
  thing: { kind: ThingKind; id: string }
  /** SQL that is true where it is the person’s without their id in it: given to them. */
  theirs?: string
  /** Nobody may write over it: mails and the record of changes say what was said. */
  fixed?: boolean
}
export type RecordKind =
  | 'recommendation'
  | 'action'
  | 'date'
  | 'progress'
  | 'self-assessment'
  | 'evidence'
  | 'file'
  | 'request'
  | 'query'
  | 'review'
  | 'rating'
  | 'certification'
  | 'service'
  | 'pack'
  | 'source'
  | 'owner'
  | 'mail'
  | 'document'
  | 'audit'
  | 'person'
export type ThingKind =
  | 'recommendation'
  | 'evidence'
  | 'review'
  | 'certification'
  | 'service'
  | 'pack'
  | 'source'
  | 'owner'
  | 'notice'
  | 'import'
  | 'audit-entry'
  | 'person'

const onDay = (column: string) => `(t.${column} at time zone 'Europe/London')::date`

export const places: readonly Place[] = [
  {
    kind: 'recommendation',
    table: 'recommendations',
    words: ['text', 'quote', 'notes', 'portfolio_holder', 'committee', 'closed_reason', 'closed_minute'],
    on: onDay('created_at'),
    people: [],
    theirs: `exists (select 1 from recommendation_owners ro join owners o on o.council_id = ro.council_id and o.id = ro.owner_id
      where ro.council_id = t.council_id and ro.recommendation_id = t.id and o.person_id = asked_person)`,
    thing: { kind: 'recommendation', id: 't.id' },
  },
  {
    kind: 'action',
    table: 'actions',
    words: ['text', 'state_reason', 'completion_text'],
    on: onDay('created_at'),
    people: [],
    theirs: `exists (select 1 from action_owners ao join owners o on o.council_id = ao.council_id and o.id = ao.owner_id
      where ao.council_id = t.council_id and ao.action_id = t.id and o.person_id = asked_person)`,
    thing: { kind: 'recommendation', id: 't.recommendation_id' },
  },
  {
    kind: 'date',
    table: 'action_dates',
    words: ['reason', 'minute', 'completion_text'],
    on: onDay('recorded_at'),
    people: ['recorded_by'],
    thing: {
      kind: 'recommendation',
      id: '(select a.recommendation_id from actions a where a.council_id = t.council_id and a.id = t.action_id)',
    },
  },
  {
    kind: 'date',
    table: 'date_requests',
    words: ['reason', 'decided_why'],
    on: onDay('asked_at'),
    people: ['asked_by', 'decided_by'],
    thing: { kind: 'recommendation', id: 't.recommendation_id' },
  },
  {
    kind: 'progress',
    table: 'progress_updates',
    words: ['evidence', 'contradicts', 'initials'],
    on: 't.as_at',
    people: ['person_id'],
    thing: { kind: 'recommendation', id: 't.recommendation_id' },
  },
  {
    kind: 'self-assessment',
    table: 'self_assessments',
    words: ['words'],
    on: 't.as_at',
    people: ['person_id'],
    thing: { kind: 'certification', id: 't.certification_id' },
  },
  {
    kind: 'evidence',
    table: 'evidence_items',
    words: ['title', 'released_reason'],
    on: 't.document_on',
    people: ['created_by', 'released_by'],
    theirs: `exists (select 1 from owners o where o.council_id = t.council_id and o.id = t.owner_id and o.person_id = asked_person)`,
    thing: { kind: 'evidence', id: 't.id' },
  },
  {
    kind: 'file',
    table: 'evidence_versions',
    words: ['file_name', 'url'],
    on: onDay('uploaded_at'),
    people: ['uploaded_by'],
    thing: { kind: 'evidence', id: 't.item_id' },
  },
  {
    kind: 'request',
    table: 'document_requests',
    words: ['title', 'words', 'state_reason'],
    on: onDay('created_at'),
    people: [],
    theirs: `exists (select 1 from owners o where o.council_id = t.council_id and o.id = t.owner_id and o.person_id = asked_person)`,
    thing: { kind: 'review', id: 't.review_id' },
  },
  {
    kind: 'query',
    table: 'queries',
    words: ['message', 'settled_how'],
    on: onDay('created_at'),
    people: ['settled_by'],
    thing: { kind: 'review', id: 't.review_id' },
  },
  {
    kind: 'review',
    table: 'reviews',
    words: ['outcome', 'marks', 'assessors'],
    on: onDay('created_at'),
    people: [],
    thing: { kind: 'review', id: 't.id' },
  },
  {
    kind: 'review',
    table: 'review_dates',
    words: ['reason'],
    on: onDay('recorded_at'),
    people: ['recorded_by'],
    thing: { kind: 'review', id: 't.review_id' },
  },
  {
    kind: 'rating',
    table: 'ratings',
    words: ['justification', 'quote'],
    on: `(select ${onDay('created_at').replace('t.', 'r.')} from reviews r where r.council_id = t.council_id and r.id = t.review_id)`,
    people: [],
    thing: { kind: 'review', id: 't.review_id' },
  },
  {
    kind: 'certification',
    table: 'certifications',
    words: ['name'],
    on: onDay('created_at'),
    people: [],
    thing: { kind: 'certification', id: 't.id' },
  },
  {
    kind: 'service',
    table: 'services',
    words: ['name'],
    on: onDay('created_at'),
    people: ['head_id'],
    thing: { kind: 'service', id: 't.id' },
    fixed: true,
  },
  {
    kind: 'pack',
    table: 'packs',
    words: ['manifest'],
    on: onDay('requested_at'),
    people: ['requested_by'],
    thing: { kind: 'pack', id: 't.id' },
    fixed: true,
  },
  {
    kind: 'pack',
    table: 'pack_links',
    words: ['sent_to'],
    on: onDay('created_at'),
    people: ['created_by'],
    thing: { kind: 'pack', id: 't.pack_id' },
    fixed: true,
  },
  {
    kind: 'source',
    table: 'sources',
    words: ['title', 'committee'],
    on: onDay('created_at'),
    people: [],
    thing: { kind: 'source', id: 't.id' },
  },
  {
    kind: 'owner',
    table: 'owners',
    words: ['name', 'mailbox'],
    on: onDay('created_at'),
    people: ['person_id'],
    thing: { kind: 'owner', id: 't.id' },
  },
  {
    kind: 'person',
    table: 'people',
    words: ['name', 'email', 'post'],
    on: onDay('created_at'),
    people: ['id'],
    thing: { kind: 'person', id: 't.id' },
    fixed: true,
  },
  {
    kind: 'mail',
    table: 'notices',
    words: ['subject', 'text', 'address', 'delivery'],
    on: onDay('created_at'),
    people: ['person_id'],
    thing: { kind: 'notice', id: 't.id' },
    fixed: true,
  },
  {
    kind: 'document',
    table: 'imports',
    words: ['file_name', 'draft', 'choices'],
    on: onDay('created_at'),
    people: ['created_by'],
    thing: { kind: 'import', id: 't.id' },
    fixed: true,
  },
  {
    kind: 'audit',
    table: 'audit_entries',
    words: ['action', 'before', 'after'],
    on: onDay('at'),
    people: ['person_id'],
    thing: { kind: 'audit-entry', id: 't.id' },
    fixed: true,
  },
]

/** The words of one row, as one text. */
export const wordsOf = ({ words }: Place): string =>
  `concat_ws(E'\\n', ${words.map((column) => `nullif(t.${column}::text, '[]')`).join(', ')})`

const contains = ({ words }: Place, pattern: string) =>
  `(${words.map((column) => `t.${column}::text ilike ${pattern}`).join(' or ')})`

/** One search over all of them, for a function that runs as the owner: under row-level security no such condition is
 * ever asked of an index, nor before the policy. The council is the one that the transaction is in. */
export const searchStatement = places
  .map((place) => {
    const person = [
      ...place.people.map((column) => `t.${column} = asked_person`),
      ...(place.theirs === undefined ? [] : [place.theirs]),
      contains(place, 'asked_name'),
      contains(place, 'asked_email'),
    ]
    return `(select '${place.kind}'::text, '${place.table}'::text, t.id::text, '${place.thing.kind}'::text,
        (${place.thing.id})::text, ${place.on}
      from ${place.table} t, asking
      where t.council_id = asking.council
        and (asked_words is null or ${contains(place, 'asked_words')})
        and (asked_person is null or ${person.join(' or ')})
        and (asked_from is null or ${place.on} >= asked_from)
        and (asked_to is null or ${place.on} <= asked_to)
      order by ${place.on} desc, t.id limit asked_most)`
  })
  .join(' union all ')

/** Tables in which nobody writes about anything: settings, the standard’s own wording, and what stands here about
 * records themselves. */
export const tablesElsewhere: readonly string[] = [
  'councils',
  'element_wordings',
  'retention_rules',
  'holds',
  'disposals',
  'name_mentions',
  'information_requests',
  'information_request_hits',
  'council_exports',
]
/** Columns of text, in whichever table, that hold a mark, a reference or what Holdfast works out itself. */
export const columnsElsewhere: readonly string[] = [
  ...['agreed_by', 'body', 'category_printed', 'client_id', 'code', 'completion_kind', 'completions', 'content_type'],
  ...['element', 'elements', 'alternatives', 'failure', 'html', 'items', 'kind', 'layout', 'message_id', 'number'],
  ...['origin', 'actor', 'printed', 'printed_totals', 'printed_totals_by_criterion', 'project_number', 'revoked_why'],
  ...['scope', 'sha256', 'standard_id', 'state', 'thing_id', 'thing_kind', 'token_hash', 'user_id'],
]
