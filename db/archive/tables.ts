/**
 * What each table of a council is for, in a sentence, for whoever reads its archive; and what never goes into one, with
 * why. A test holds both against the catalogue: a table or a secret that is in neither list fails it.
 */
export const tableWords: Readonly<Record<string, string>> = {
  councils: 'The council and its settings: one row.',
  services: 'The services of the council, as a tree.',
  people:
    'Everybody who has or had a place in the council, with role, post and choices. user_id holds the mail address that they sign in with.',
  owners: 'Whoever something was given to: a person, a team, or a name from a document that is nobody yet.',
  element_wordings: 'The official wording of the elements, as the council loaded it.',
  certifications: 'The certificates, with their assessment body and dates.',
  element_owners: 'Who answers for an element of a certificate.',
  reviews: 'Visits of the assessor: planned, agreed and held.',
  review_dates: 'Every date that a visit ever had.',
  ratings: 'What the assessor decided on each element at each review.',
  queries: 'Contradictions found in documents, and how each was settled.',
  self_assessments: 'What the council itself thought of an element, by whom and when.',
  imports: 'Documents that were read in: what was read, and what was chosen of it.',
  sources: 'Where recommendations come from: reports, reviews, audits, feedback.',
  recommendations: 'The points to answer.',
  recommendation_elements: 'Which elements of the standard a recommendation concerns.',
  recommendation_owners: 'Who a recommendation was given to, and which of them answers.',
  actions: 'What is to be done under a recommendation.',
  action_dates: 'Every date that an action ever had; number 0 is the original.',
  action_owners: 'Who an action was given to.',
  date_requests: 'New dates that were asked for, and what was decided.',
  progress_updates: 'What was said of progress, by whom, in which way.',
  evidence_items: 'Documents and links that show what the council does.',
  evidence_versions: 'The versions of each: a file (files/ in this archive, by its SHA-256) or a link.',
  evidence_elements: 'Which elements a piece of evidence shows.',
  evidence_actions: 'Which actions a piece of evidence shows.',
  evidence_recommendations: 'Which recommendations a piece of evidence shows.',
  evidence_requests: 'Which document requests a piece of evidence answers.',
  document_requests: 'What the assessment body wants before a visit.',
  packs: 'Evidence packs for the assessor; an issued one is a file of this archive.',
  pack_links: 'Links that were given to the assessor, and when they were opened. They work no more.',
  notices: 'Mails, as they were written, with what became of each.',
  answer_links: 'Links in mails that answered without signing in. They work no more.',
  retention_rules: 'How long kinds of records are kept, where the council decided otherwise than usual.',
  holds: 'Legal holds: what is not deleted, by whom and why.',
  disposals: 'What was disposed of, by which rule.',
  name_mentions: 'Where the names of people whose time is over still stood, and what was decided.',
  information_requests: 'Requests for information, and how they were answered.',
  information_request_hits: 'What was found for each, and whether it was disclosed.',
  audit_entries: 'Every change: who, what, before and after, when, from where.',
}

export const tablesNotInArchive: Readonly<Record<string, string>> = {
  council_exports: 'Archives such as this one.',
}

/** A link is known by the hash of its token alone. An archive carries none, so that no link works in two places. */
export const secretColumns: readonly string[] = ['answer_links.token_hash', 'pack_links.token_hash']

/** The hash of a file that is kept, which the archive then holds. */
export const fileColumns: readonly string[] = ['evidence_versions.sha256', 'packs.sha256', 'imports.sha256']

/** A column that refers to who signs in, which belongs to no council: the archive has the mail address instead. */
export const userColumns: readonly string[] = ['people.user_id']

export const isIn = (list: readonly string[], table: string, column: string): boolean =>
  list.includes(`${table}.${column}`)
