/** Changes to evidence, requests and packs in words. */
import { requestStateLabels } from '../document-request'
import { personalDataLabels, scanStateLabels, type PersonalData, type ScanState } from '../evidence'
import { counted, listed } from '../sentence'
import { because, changedOf, day, list, someone, text, type Facts, type Sentence } from './facts'
import { isIsoDate } from '../dates'

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

const many = (ids: string[], one: string) => (ids.length === 0 ? [] : [counted(ids.length, one)])
const targetsInWords = (of: Facts): string =>
  listed([
    ...list(of.elements),
    ...many(list(of.requests), 'document request'),
    ...many(list(of.recommendations), 'recommendation'),
    ...many(list(of.actions), 'action'),
  ])
const whatOf = (of: Facts): string =>
  text(of.fileName) !== '' ? `the file ${text(of.fileName)}` : `the link ${text(of.url)}`

function changedInWords(before: Facts, after: Facts): string {
  const personal = after.personalData as PersonalData | undefined
  const said = personal === undefined ? '' : ` (now: ${personalDataLabels[personal]})`
  const moved =
    isIsoDate(before.documentOn) && isIsoDate(after.documentOn)
      ? ` (from ${day(before.documentOn)} to ${day(after.documentOn)})`
      : ''
  return `changed ${changedOf(before, after, factNames)}${moved}${said}`
}

const requestState =
  (words: string): Sentence =>
  (_, after) =>
    `marked it ${words}${because(after.why)}`

export const evidenceSentences = {
  'evidence added': (_, after) => `added it with ${whatOf(after)}`,
  'evidence version added': (_, after) => `added version ${text(after.version)}, ${whatOf(after)}`,
  'evidence changed': changedInWords,
  'evidence linked': (before, after) => {
    const added = targetsInWords(after)
    const removed = targetsInWords(before)
    return (
      listed([
        ...(added === '' ? [] : [`linked it to ${added}`]),
        ...(removed === '' ? [] : [`took it away from ${removed}`]),
      ]) || 'linked it to nothing new'
    )
  },
  'personal data released into packs': (_, after) => `released it into packs${because(after.why)}`,
  'release of personal data taken back': () => 'took its release into packs back',
  'file scanned': (_, after) =>
    `scanned version ${text(after.version)}: ${scanStateLabels[text(after.scan) as ScanState] ?? text(after.scan)}${because(after.found)}`,
  'request asked': requestState(requestStateLabels.asked),
  'request supplied': requestState(requestStateLabels.supplied),
  'request checked by us': requestState(requestStateLabels.checked),
  'request accepted by the assessor': requestState(requestStateLabels.accepted),
  'request sent back': requestState(requestStateLabels['sent-back']),
  'request nothing to supply': requestState(requestStateLabels['nothing-to-supply']),
  'request changed': (before, after, names) =>
    listed([
      ...(before.ownerId !== after.ownerId
        ? [`gave it to ${someone(after.ownerId, names)}, before ${someone(before.ownerId, names)}`]
        : []),
      ...(before.dueOn !== after.dueOn ? [`moved its due day to ${day(after.dueOn) || 'none'}`] : []),
      ...(before.periodFrom !== after.periodFrom || before.periodTo !== after.periodTo
        ? ['changed the period wanted']
        : []),
    ]) || 'saved it as it was',
  'pack asked for': (_, after) => `asked for pack ${text(after.number)}`,
  'pack issued': (_, after) =>
    `issued pack ${text(after.number)} with ${counted(Number(after.files) || 0, 'file')}, ${Number(after.missing) || 0} missing`,
  'pack not built': (_, after) => `could not build the pack${because(after.why)}`,
  'pack link made': (_, after) => `made a link to the pack, open until ${day(after.expiresOn)}`,
  'pack link revoked': () => 'ended a link to the pack before its day',
  'pack opened': () => 'opened the pack',
  'pack downloaded': () => 'downloaded the pack',
} as const satisfies Record<string, Sentence>
