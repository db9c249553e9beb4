/** Retention, legal holds and the whole council out and in, in words. */
import { counted } from '../sentence'
import { because, day, text, type Sentence } from './facts'

const months = (value: unknown) => counted(Number(value) || 0, 'month')

export const recordsSentences = {
  'retention changed': (before, after) =>
    `changed how long ${text(after.kind)} is kept to ${months(after.months)}, before ${months(before.months)}${because(after.reason)}`,
  'records disposed of': (_, after) =>
    `disposed of ${counted(Number(after.count) || 0, 'record')} (${text(after.kind)}) from before ${day(after.before)}`,
  'name became post': (_, after) => `replaced the name by the post, “${text(after.name)}”, because its time was over`,
  'names replaced by posts': () => 'replaced names by posts where somebody had decided so',
  'name to be replaced by the post': () => 'decided that a name in it is replaced by the post',
  'name left as it is': () => 'decided that a name in it stays',
  'hold placed': (_, after) => `placed a legal hold${because(after.reason ?? after.why)}`,
  'hold lifted': (_, after) => `lifted the legal hold${because(after.why)}`,
  'archive of everything asked for': () => 'asked for everything of the council as one archive',
  'archive of everything written': () => 'wrote everything of the council into one archive',
  'archive of everything not written': (_, after) => `could not write the archive of everything${because(after.why)}`,
  'archive of everything downloaded': () => 'downloaded the archive of everything',
  'archive of everything removed': (_, after) => `removed the archive of everything${because(after.why)}`,
  'information request opened': (_, after) =>
    `opened the information request received on ${day(after.receivedOn)}; ${counted(Number(after.found) || 0, 'record')} found and held`,
  'information request searched again': (_, after) =>
    `searched again for the information request; ${counted(Number(after.added) || 0, 'record')} more found`,
  'marked for disclosure': (_, after) => `marked ${counted(Number(after.count) || 0, 'record')} for disclosure`,
  redacted: (_, after) => `redacted ${counted(Number(after.count) || 0, 'record')}${because(after.reason)}`,
  'information request taken out as recorded': () => 'took out what was found, as it was recorded',
  'information request taken out as disclosed': () => 'took out what was found, as it is disclosed',
  'information request closed': (_, after) =>
    `closed the information request: ${text(after.outcome).replaceAll('-', ' ')}${because(after.outcomeWords)}`,
  'council read in': (_, after) => `read the council in from an archive of ${text(after.from)}`,
} as const satisfies Record<string, Sentence>
