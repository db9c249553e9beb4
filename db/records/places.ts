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
    thing: { kind: 'recommendation', id: 't.id' },
  },
  {
    kind: 'action',
    table: 'actions',
    words: ['text', 'state_reason', 'completion_text'],
    on: onDay('created_at'),
    people: [],
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
    words: ['subject', 'text', 'address'],
    on: onDay('created_at'),
    people: ['person_id'],
    thing: { kind: 'notice', id: 't.id' },
    fixed: true,
  },
  {
    kind: 'document',
    table: 'imports',
    words: ['file_name', 'draft'],
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
  `concat_ws(E'\\n', ${words.map((column) => `t.${column}::text`).join(', ')})`
