/** Changes to certificates, reviews, ratings, queries and self-assessments in words. */
import { compareElements } from '../standard'
import { counted, listed } from '../sentence'
import { because, changedOf, day, facts, list, someone, text, type Facts, type Sentence } from './facts'

const certificateFacts = {
  name: 'name',
  body: 'assessment body',
  certificateOn: 'date of the certificate',
  decidedOn: 'date of the decision',
  expiresOn: 'date on which it expires',
}

const levelsInWords = (before: Facts, after: Facts): string => {
  const [was, is] = [facts(before.levels), facts(after.levels)]
  const elements = Object.keys(is).sort(compareElements)
  const shown = elements
    .slice(0, 5)
    .map((element) => `${element} ${text(is[element])}${was[element] == null ? '' : ` (before ${text(was[element])})`}`)
  const more = elements.length - shown.length
  return listed(more > 0 ? [...shown, `${more} more`] : shown)
}

const visit = (before: Facts, after: Facts) =>
  `${text(after.visit)}${text(before.visit) === '' || before.visit === after.visit ? '' : `, before ${text(before.visit)}`}`
const requests = (after: Facts) => {
  const asked = list(after.requestsAsked).length
  const moved = Array.isArray(after.requestsMoved) ? after.requestsMoved.length : 0
  return [
    ...(asked > 0 ? [`; ${counted(asked, 'document')} asked for`] : []),
    ...(moved > 0 ? [`; ${counted(moved, 'due day')} moved`] : []),
  ].join('')
}

export const reviewSentences = {
  'certificate entered': (_, after) => `entered the certificate ${text(after.name)}`,
  'certificate changed': (before, after) => `changed ${changedOf(before, after, certificateFacts)}`,
  'review planned': () => 'planned the review',
  'past review entered': () => 'entered this past review',
  'visit foreseen': (before, after) => `foresaw the visit for ${visit(before, after)}${because(after.reason)}`,
  'visit agreed': (before, after) =>
    `agreed the visit for ${visit(before, after)}${requests(after)}${because(after.reason)}`,
  'visit moved': (before, after) =>
    `moved the visit to ${visit(before, after)}${requests(after)}${because(after.reason)}`,
  'visit marked as held': (_, after) => `marked the visit as held, ${text(after.visit)}`,
  'visit date corrected': (before, after) => `corrected the days of the visit to ${visit(before, after)}`,
  'levels entered': (_, after) =>
    `entered the levels of ${counted(Object.keys(facts(after.levels)).length, 'element')}`,
  'levels corrected': (before, after) => `corrected ${levelsInWords(before, after)}${because(after.reason)}`,
  'query settled': (before, after) => {
    const levels = Object.keys(facts(after.levels)).length === 0 ? '' : `; now ${levelsInWords(before, after)}`
    return `settled “${text(before.query)}”${because(after.how)}${levels}`
  },
  'self-assessment recorded': (_, after) =>
    `said that it is ${text(after.level)} in the council’s own view as at ${day(after.asAt)}${because(after.words)}`,
  'element given to an owner': (before, after, names) =>
    `gave it to ${someone(after.ownerId, names)}, before ${someone(before.ownerId, names)}`,
  'wording loaded': (_, after) =>
    `loaded the official wording of ${counted(Number(after.elements) || 0, 'element')} from ${text(after.origin)}`,
} as const satisfies Record<string, Sentence>
