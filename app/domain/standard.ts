/**
 * The standard is data with versions: criteria, sub-criteria and elements, and how many partials each criterion
 * bears. This file holds the edition of 57 elements to seed from, under short titles written for this product (the
 * official wording is nobody's to ship and is loaded separately), and questions that work on any edition.
 * A council's supplementary criteria carry an S before their numbers, so no later edition can collide with them.
 */
import { compareNaturally } from './natural-order'

export type StandardElement = { number: string; title: string }
export type SubCriterion = { number: string; title: string; elements: StandardElement[] }
export type Criterion = {
  number: string
  title: string
  /** How many partials it bears; null for a supplementary criterion whose council set none. */
  maxPartials: number | null
  /** A council's own: never counts towards the certificate. */
  supplementary: boolean
  subCriteria: SubCriterion[]
}
export type Standard = { version: string; name: string; criteria: Criterion[] }

const numberPattern = /^S?[1-9]\d?\.[1-9]\d?\.[1-9]\d?$/

export const isElementNumber = (text: string): boolean => numberPattern.test(text)

/** '112', '1.1.2.', ' 1. 1. 2 ' and 's1.1.2' become '1.1.2' and 'S1.1.2'; null where no element is meant. Digits that
 * ran together are only taken apart where there are three: '1110' could be two elements. */
export function normaliseElement(text: string): string | null {
  const bare = text
    .replace(/\s+/g, '')
    .replace(/^\(+|[).,;:]+$/g, '')
    .toUpperCase()
  const dotted = /^S?[1-9]{3}$/.test(bare) ? bare.replace(/(\d)(\d)(\d)$/, '$1.$2.$3') : bare
  return isElementNumber(dotted) ? dotted : null
}

/** The criterion's number in an element's: '4' of '4.1.2', 'S1' of 'S1.2.1'. */
export const criterionOf = (element: string): string => element.split('.', 1)[0] ?? element
export const subCriterionOf = (element: string): string => element.split('.', 2).join('.')

/** For elements, sub-criteria and criteria: 1.2.9 before 1.2.10, supplementary ones last. */
export const compareElements = compareNaturally

/** All elements in natural order, or those of one criterion; supplementary ones only when their criterion is named. */
export function elementsOf(standard: Standard, criterion?: string): StandardElement[] {
  const wanted = standard.criteria.filter((each) =>
    criterion === undefined ? !each.supplementary : each.number === criterion,
  )
  return wanted
    .flatMap((each) => each.subCriteria.flatMap((sub) => sub.elements))
    .sort((a, b) => compareElements(a.number, b.number))
}

export const certifiedCriteria = (standard: Standard): Criterion[] =>
  standard.criteria.filter((criterion) => !criterion.supplementary)

export const supplementaryCriteria = (standard: Standard): Criterion[] =>
  standard.criteria.filter((criterion) => criterion.supplementary)

export const findCriterion = (standard: Standard, number: string): Criterion | undefined =>
  standard.criteria.find((criterion) => criterion.number === number)

export const findElement = (standard: Standard, number: string): StandardElement | undefined =>
  elementsOf(standard, criterionOf(number)).find((element) => element.number === number)

/** How many partials the whole standard bears; the test itself is per criterion. */
export const maxPartialsInAll = (standard: Standard): number =>
  certifiedCriteria(standard).reduce((sum, criterion) => sum + (criterion.maxPartials ?? 0), 0)

export type SupplementaryInput = { title: string; maxPartials?: number; statements: string[] }

/** A council's own criteria after the standard's: S1 with S1.1.1, S1.1.2, …, without a tolerance unless one is set. */
export function withSupplementary(standard: Standard, additions: SupplementaryInput[]): Standard {
  const taken = supplementaryCriteria(standard).map((criterion) => Number(criterion.number.slice(1)))
  const first = Math.max(0, ...taken) + 1
  const added = additions.map(({ title, maxPartials, statements }, index): Criterion => {
    const number = `S${first + index}`
    const elements = statements.map((text, i) => ({ number: `${number}.1.${i + 1}`, title: text }))
    const subCriteria = [{ number: `${number}.1`, title, elements }]
    return { number, title, maxPartials: maxPartials ?? null, supplementary: true, subCriteria }
  })
  return { ...standard, criteria: [...standard.criteria, ...added] }
}

type SubTitles = [title: string, elements: string[]]

function criterion(number: number, title: string, maxPartials: number, subs: SubTitles[]): Criterion {
  const subCriteria = subs.map(([subTitle, titles], s) => ({
    number: `${number}.${s + 1}`,
    title: subTitle,
    elements: titles.map((each, e) => ({ number: `${number}.${s + 1}.${e + 1}`, title: each })),
  }))
  return { number: String(number), title, maxPartials, supplementary: false, subCriteria }
}

export const customerServiceExcellence: Standard = {
  version: 'cse-57',
  name: 'Customer Service Excellence',
  criteria: [
    criterion(1, 'Knowing our customers', 2, [
      ['Who they are', ['Who our customers are', 'What people need and like', 'Reaching those often missed']],
      [
        'Listening to them',
        ['A plan for involving people', 'Asking, then reporting back', 'Checking that our asking works'],
      ],
      [
        'How satisfied they are',
        [
          'Sound ways to measure satisfaction',
          'Results studied, shared, acted on',
          'Questions on what matters most',
          'Ambitious aims, rising scores',
          'Smoother journeys from experience',
        ],
      ],
    ]),
    criterion(2, 'A culture of service', 2, [
      [
        'Leaders and values',
        [
          'Leaders who speak up for customers',
          'Insight that shapes decisions',
          'Policies behind good service',
          'Fair treatment for everyone',
          'Privacy kept',
          'Every colleague takes part',
        ],
      ],
      [
        'Our people',
        [
          'Hiring and training for service',
          'Courtesy and understanding',
          'Service judged in appraisals',
          'Front-line ideas put to use',
          'Staff valued, example set',
        ],
      ],
    ]),
    criterion(3, 'Informing and reaching', 2, [
      ['What we tell people', ['What we offer, who runs it', 'Charges made clear']],
      [
        'How well we tell it',
        [
          'The right channel for each need',
          'Checking it was understood',
          'Better content over time',
          'Correct, or told when',
        ],
      ],
      ['Ways in', ['Several ways to reach us', 'Learning from channel use', 'Pleasant places to visit']],
      ['Working with others', ['Joined-up help with partners', 'Who answers for what', 'Part of the community']],
    ]),
    criterion(4, 'Doing what we promise', 3, [
      ['Our standards', ['Stretching standards', 'Standards met, results told', 'Standards set together']],
      [
        'Our results',
        [
          'Expectations settled at the start',
          'Promises kept, good results',
          'Comparing with others',
          'Good practice shared',
        ],
      ],
      [
        'Putting things right',
        [
          'Dips owned up to and mended',
          'Complaining made simple',
          'Staff able to resolve complaints',
          'Lessons from complaints',
          'Complaints route kept fresh',
          'Upheld complaints end well',
        ],
      ],
    ]),
    criterion(5, 'Quick and good', 2, [
      ['What we promise', ['Response times for each channel', 'Quality standards throughout']],
      [
        'Handling each contact',
        [
          'Promises made known',
          'The right person at first contact',
          'Sharing so nobody asks twice',
          'What follows, and roughly when',
          'Prompt replies, delays explained',
        ],
      ],
      ['How we perform', ['Watching times and quality', 'Targets met and published', 'Our pace beside that of others']],
    ]),
  ],
}
