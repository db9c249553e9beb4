/** What a legal hold may be about, and how it is called. A hold stops deleting, whatever rule would have it. */
const words: Readonly<Record<string, string>> = {
  recommendation: 'one recommendation, with its actions and progress',
  evidence: 'one piece of evidence',
  review: 'one review',
  certification: 'one certificate',
  source: 'one source',
  owner: 'one owner',
  notice: 'one mail',
  import: 'one document',
  pack: 'one evidence pack',
  'audit-entry': 'one entry of the record of changes',
  person: 'one person',
}
export const heldThingWords = (kind: string): string => words[kind] ?? 'one thing'
