/** Changes to the council itself, and what Holdfast did by its clock, in words. */
import { counted, listed } from '../sentence'
import { day, list, text, type Facts, type Sentence } from './facts'

/** What a setting is called in a sentence. */
const settingNames: Record<string, string> = {
  name: 'name of the council',
  nation: 'nation whose bank holidays count',
  workingWeekdays: 'working days',
  categoryLabels: 'words for the categories',
  answerLinks: 'links that answer from a mail',
  mailFloor: 'least that people may choose for mail',
  financialYearStartsIn: 'month in which the financial year begins',
  reminderRules: 'days of reminders',
  marking: 'marking of documents',
}

const settingsChanged = (_: Facts, after: Facts) =>
  `changed ${listed(Object.keys(after).map((key) => `the ${settingNames[key] ?? key}`))}`

export const councilSentences = {
  'council created': () => 'began the council',
  'settings changed': settingsChanged,
  'reminders planned': (_, after) =>
    `planned the reminders of ${day(after.day)}: ${counted(Number(after.mails) || 0, 'mail')}`,
  'record exported': (_, after) =>
    `took the record out as ${text(after.form).toUpperCase()}` +
    (list(after.filter).length === 0 ? ', all of it' : `, filtered by ${listed(list(after.filter))}`),
} as const satisfies Record<string, Sentence>

/** What was tried and refused. Each is kept at most once a minute for one person at one place. */
export const attemptSentences = {
  'sign-in refused': (_, after) => `tried to sign in and was refused${after.why ? `: ${text(after.why)}` : ''}`,
  'second factor refused': (_, after) => `gave a wrong second factor${after.by ? ` (${text(after.by)})` : ''}`,
  'permission refused': (_, after) => `was refused what their role does not allow: ${text(after.what)}`,
  'upload refused': (_, after) => `sent a file that was refused: ${text(after.why)}`,
  'link refused': (_, after) => `used a link that no longer works: ${text(after.why)}`,
  'token refused': (_, after) => `used an access token that was refused: ${text(after.why)}`,
  'too many tries': (_, after) => `tried too often and has to wait: ${text(after.what)}`,
} as const satisfies Record<string, Sentence>
