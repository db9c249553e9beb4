/** The certificate of the demo council: two reviews behind it, one to come, and an element that can be read two ways. */
import type { Level } from '~/domain/compliance'
import type { RequestCode } from '~/domain/assessment-body'
import type { RequestState } from '~/domain/document-request'
import type { OwnerKey, PersonKey } from './people'

/** Days from today. The first visit lasted two days. */
export const firstVisit = -665
export const firstReport = -645
export const certificate = -630
export const secondVisit = -290
export const secondReport = -270
export const scrutinyReport = -400
export const auditReport = -200

export const scrutinyCommittee = 'Customer and Community Scrutiny Committee'
export const assessors = ['Marian Holt']

export const firstLevels: Partial<Record<Level, string[]>> = {
  partial: ['1.2.3', '1.3.3', '2.1.2', '2.2.3', '3.2.4', '3.3.2', '4.2.3', '4.3.5', '5.2.3'],
  plus: ['2.1.1', '2.2.5', '3.4.3', '5.1.2', '5.3.1'],
}
export const secondLevels: Partial<Record<Level, string[]>> = {
  partial: ['1.3.3', '2.1.2', '2.2.3', '3.3.2', '4.2.3', '4.3.5', '5.2.3'],
  plus: ['1.1.3', '1.3.1', '2.1.1', '2.2.5', '3.2.1', '3.4.3', '4.3.2', '5.1.2', '5.3.1'],
}
/** Full by the report's list, partial by its text: with it, criterion 2 has one partial too many. */
export const disputed = { element: '2.2.4', listed: 'full', told: 'partial' } as const

export const justifications: Record<string, string> = {
  '1.1.3': 'Fourteen groups met in a quarter, each with a note of what was changed.',
  '1.3.1': 'Three ways of measuring, checked against each other by somebody outside the council.',
  '1.3.3': 'The survey leaves out what customers call most important.',
  '2.1.1': 'The chief executive takes calls in the contact centre once a month and writes about them.',
  '2.1.2': 'Much is known of customers; no decision could be shown that it changed.',
  '2.2.3': 'Raised a year ago. The question on service is drafted and not in use.',
  '2.2.5': 'Staff who were praised by customers are named in the yearly report, with what they did.',
  '3.2.1': 'Each group chose how it wants to hear from the council, and does.',
  '3.3.2': 'Nobody studies why people give up part of the way.',
  '3.4.3': 'A hundred and twenty staff gave a day each to local charities.',
  '4.2.3': 'Promised a year ago, and not yet made.',
  '4.3.2': 'Customers tried the form before it was put to use.',
  '4.3.5': 'The route has not been looked at with those who use it.',
  '5.1.2': 'What quality means is written down for each service, with examples.',
  '5.2.3': 'A matter that passes to Housing Options has to be told again.',
  '5.3.1': 'Times and quality stand on one page and are looked at each week.',
}

export const selfAssessments: { element: string; level: Level; by: PersonKey; on: number; words: string }[] = [
  {
    element: '1.3.3',
    level: 'full',
    by: 'tom',
    on: -8,
    words:
      'The survey now asks whether the matter was settled, in customers’ own words. One quarter of answers shows it.',
  },
  {
    element: '4.3.5',
    level: 'full',
    by: 'daniel',
    on: -28,
    words: 'Thirty-three people who had complained told us where they stumbled; the form and the leaflet were changed.',
  },
  {
    element: '4.1.2',
    level: 'partial',
    by: 'helen',
    on: -14,
    words: 'We met two of our five promises on time last quarter, and have not said so on the website yet.',
  },
]

/** Who answers for the elements of each sub-criterion. */
export const elementOwners: Record<string, PersonKey> = {
  '1.1': 'ruth',
  '1.2': 'priya',
  '1.3': 'tom',
  '2.1': 'helen',
  '2.2': 'peter',
  '3.1': 'joanna',
  '3.2': 'fatima',
  '3.3': 'daniel',
  '3.4': 'ruth',
  '4.1': 'helen',
  '4.2': 'tom',
  '4.3': 'daniel',
  '5.1': 'joanna',
  '5.2': 'daniel',
  '5.3': 'tom',
}

/** How far each document for the coming visit is. */
export const requestStates: Record<string, { state: RequestState; owner: OwnerKey }> = {
  performance: { state: 'supplied', owner: 'tom' },
  'service-review': { state: 'checked', owner: 'helen' },
  'satisfaction-complaints': { state: 'asked', owner: 'daniel' },
  'annual-report': { state: 'supplied', owner: 'priya' },
  answers: { state: 'asked', owner: 'priya' },
  'use-of-mark': { state: 'asked', owner: 'joanna' },
} satisfies Partial<Record<RequestCode, { state: RequestState; owner: OwnerKey }>>
