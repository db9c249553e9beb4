/** The long tables of a written report: a row for each element, in the forms in which assessors print them. */
import { allElements } from '~/domain/reading/report-elements'
import type { Level } from '~/domain/reading/draft'
import { levelOf, seen, subsOf, worded, type Given } from './script'

export type Words = Record<Level, string>
export const WORDS: Record<'plain' | 'codes' | 'met' | 'ed', Words> = {
  plain: {
    plus: 'Compliance Plus',
    full: 'Full Compliance',
    partial: 'Partial Compliance',
    non: 'Non-Compliance',
  },
  codes: { plus: 'C+', full: 'C', partial: 'PC', non: 'NC' },
  met: { plus: 'Compliance Plus', full: 'Fully Met', partial: 'Partially Met', non: 'Not Met' },
  ed: { plus: 'Compliant Plus', full: 'Fully compliant', partial: 'Partially Compliant', non: 'Non-compliant' },
}
const SUBS: Record<string, string> = {
  '1': 'Who they are',
  '2': 'What they say',
  '3': 'How they feel',
  '4': 'And then',
}
export const subTitle = (sub: string): string => `${sub} ${SUBS[sub.slice(2)]}`

type Form = {
  scope?: readonly string[]
  given?: Given
  words?: Words
  header?: string
  criterion?: (number: string) => string
  sub?: (sub: string) => string
  row?: (element: string, level: string) => string
}

/** A table for each sub-criterion, under its heading and that of its criterion. */
export function findings({
  scope = allElements,
  given = {},
  words = WORDS.plain,
  header = '| Element | Assessor Report |',
  criterion = (number) => `## Criterion ${number} A title`,
  sub = (each) => `## ${subTitle(each)}`,
  row = (element) => `| ${element} ${worded(element)} | ${seen(element)} |`,
}: Form): string {
  let last = ''
  return subsOf(scope)
    .map((each) => {
      const opens = each[0] === last ? '' : `${criterion((last = each[0]!))}\n`
      const rows = scope.filter((element) => element.startsWith(`${each}.`))
      return `${opens}${sub(each)}\n${header}\n${rows.map((element) => row(element, words[levelOf(element, given)])).join('\n')}\n`
    })
    .join('\n')
}

/** The closing table, one for each criterion. */
export function closing({
  scope = allElements,
  given = {},
  words = WORDS.plain,
  header = '| Element | Accreditation |',
  criterion = (number) => `## Criteria ${number}`,
  row = (element, level) => `| ${element} | ${level} |`,
}: Form): string {
  return [...new Set(scope.map((element) => element[0]!))]
    .map((number) => {
      const rows = scope.filter((element) => element.startsWith(`${number}.`))
      return `${criterion(number)}\n${header}\n${rows.map((element) => row(element, words[levelOf(element, given)])).join('\n')}\n`
    })
    .join('\n')
}

export const counts = (given: Given, of = allElements.length) => {
  const [plus, partial, non] = [given.plus?.length ?? 0, given.partial?.length ?? 0, given.non?.length ?? 0]
  return { plus, full: of - plus - partial - non, partial, non }
}

/** The grid of counts in front of a Centre for Assessment document; blank without levels. */
export function grid(given: Given | null, titles = ['Insight', 'Culture', 'Access', 'Delivery', 'Timeliness']): string {
  const cell = (criterion: string, level: Level): string => {
    if (given === null) return ''
    const own = allElements.filter((element) => element.startsWith(`${criterion}.`))
    return String(own.filter((element) => levelOf(element, given) === level).length)
  }
  const row = (label: string, level: Level) =>
    `| ${label} | ${['1', '2', '3', '4', '5'].map((criterion) => cell(criterion, level)).join(' | ')} |`
  return [
    `| | ${titles.map((title, index) => `${index + 1} – ${title}`).join(' | ')} |`,
    row('Non-Compliance', 'non'),
    row('Partial Compliance', 'partial'),
    row('Full Compliance', 'full'),
    row('Compliance Plus', 'plus'),
  ].join('\n')
}
