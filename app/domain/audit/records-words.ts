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
  'council read in': (_, after) => `read the council in from an archive of ${text(after.from)}`,
} as const satisfies Record<string, Sentence>
