/**
 * What was done to an evidence item, one sentence an audit entry: who did what, with what was said for it. Entries hold
 * people by id; the name is given when the sentence is shown.
 */
import { formatDate, isIsoDate } from './dates'
import { personalDataLabels, scanStateLabels, type PersonalData, type ScanState } from './evidence'
import { counted, listed } from './sentence'

type Facts = Record<string, unknown>
export type EvidenceChange = { action: string; before: Facts | null; after: Facts | null }

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []

const factNames: Record<string, string> = {
  title: 'title',
  kind: 'kind',
  documentOn: 'date of the document',
  periodFrom: 'period covered',
  periodTo: 'period covered',
  ownerId: 'owner',
  expiresOn: 'expiry',
  personalData: 'personal data',
}

function targetsInWords(facts: Facts): string {
  const parts = [
    ...strings(facts.elements),
    ...countedOf(strings(facts.requests), 'document request'),
    ...countedOf(strings(facts.recommendations), 'recommendation'),
    ...countedOf(strings(facts.actions), 'action'),
  ]
  return listed(parts)
}
const countedOf = (ids: string[], one: string) => (ids.length === 0 ? [] : [counted(ids.length, one)])

const whatOf = (facts: Facts): string =>
  text(facts.fileName) !== '' ? `the file ${text(facts.fileName)}` : `the link ${text(facts.url)}`

function changedInWords(before: Facts, after: Facts): string {
  const names = [...new Set(Object.keys(after).map((name) => factNames[name] ?? name))]
  const personal = after.personalData as PersonalData | undefined
  const said = personal === undefined ? '' : ` (now: ${personalDataLabels[personal]})`
  const moved =
    isIsoDate(before.documentOn) && isIsoDate(after.documentOn)
      ? ` (from ${formatDate(before.documentOn)} to ${formatDate(after.documentOn)})`
      : ''
  return `changed the ${listed(names)}${moved}${said}`
}

const sentences: Record<string, (before: Facts, after: Facts) => string> = {
  'evidence added': (_, after) => `added it with ${whatOf(after)}`,
  'evidence version added': (_, after) => `added version ${text(after.version)}, ${whatOf(after)}`,
  'evidence changed': changedInWords,
  'evidence linked': (before, after) => {
    const added = targetsInWords(after)
    const removed = targetsInWords(before)
    return listed([
      ...(added === '' ? [] : [`linked it to ${added}`]),
      ...(removed === '' ? [] : [`took it away from ${removed}`]),
    ])
  },
  'personal data released into packs': (_, after) => `released it into packs: ${text(after.why)}`,
  'release of personal data taken back': () => 'took its release into packs back',
  'file scanned': (_, after) =>
    `scanned version ${text(after.version)}: ${scanStateLabels[text(after.scan) as ScanState] ?? text(after.scan)}`,
}

export const evidenceChangeInWords = (who: string, { action, before, after }: EvidenceChange): string =>
  `${who} ${sentences[action]?.(before ?? {}, after ?? {}) ?? `recorded: ${action}`}`
