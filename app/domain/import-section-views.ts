/**
 * The sections of a draft as their screens show them: each value with the document's own words, where they stand, and
 * what was inferred or contradicts. The lines have a file of their own.
 */
import { assessmentBodies, assessmentBody, reviewTitle } from './assessment-body'
import { countLevels, countsSentence, levelLabels, levels } from './compliance'
import { statusesOf, type ImportChoices } from './import-choices'
import { placeOf } from './import-lines'
import type { ImportFacts, ImportPlan } from './import-plan'
import type { Draft } from './reading/draft'
import { isSpanOfDays } from './report-confirmation'
import { capitalised, counted } from './sentence'
import { criterionOf, customerServiceExcellence, elementsOf } from './standard'
import { formatSpan } from './visit-date'

export type DraftParts = { draft: Draft; choices: ImportChoices; plan: ImportPlan; facts: ImportFacts }

export function factsView({ draft, plan, facts }: DraftParts) {
  const certification = plan.certification!
  return {
    certification: {
      chosen: certification.id ?? 'new',
      name: certification.id === null ? certification.name : '',
      body: certification.body,
      choices: facts.certifications.map(({ id, name }) => ({ value: id, label: name })),
      bodies: assessmentBodies.map(({ id, name }) => ({ value: id, label: name })),
    },
    reviews: plan.reviews.map(({ index, facts: its, title, match }) => {
      const read = draft.reviews[index]!
      const next = read.nextReview
      const from = next?.from ?? null
      return {
        index,
        title: capitalised(title),
        ...its,
        assessors: its.assessors.join('\n'),
        kinds: assessmentBody(certification.body).reviews.map((rule) => ({
          value: rule.kind,
          label: capitalised(rule.title),
        })),
        match: match && {
          sentence:
            match.how === 'same-report'
              ? 'We have the report of this review already: this is taken as a corrected issue of it.'
              : 'This is the review that was to come: it is marked as held.',
        },
        next: next && {
          title: reviewTitle(assessmentBody(certification.body), next.kind),
          when: from === null ? 'no date' : formatSpan({ from, to: next.to ?? from }),
          isSpanOfDays: isSpanOfDays(from, next.to),
        },
        schedule: read.schedule.map(({ text }) => text),
        outcome: read.outcome,
        marks: read.marks,
      }
    }),
  }
}

export function ratingsView({ draft, plan }: DraftParts) {
  const titles = elementsOf(customerServiceExcellence)
  return plan.reviews.map(({ index, title, ratings, changes, kept }) => {
    const rated = new Map(ratings.map((rating) => [rating.element, rating]))
    const printed = draft.reviews[index]!.totals
    return {
      index,
      title: capitalised(title),
      counted: countsSentence(countLevels(ratings.map(({ level }) => level))),
      printed: printed && countsSentence(printed),
      below: ratings
        .filter(({ level }) => level === 'partial' || level === 'non')
        .map(({ element, level }) => `${element} is ${levelLabels[level]}`),
      changes: changes.map((change) => ({ ...change, taken: !kept.includes(change.key) })),
      criteria: customerServiceExcellence.criteria
        .filter(({ supplementary }) => !supplementary)
        .map((criterion) => {
          const its = titles.filter(({ number }) => criterionOf(number) === criterion.number)
          const found = its.flatMap(({ number }) => rated.get(number) ?? [])
          return {
            number: criterion.number,
            title: criterion.title,
            counts: countsSentence(countLevels(found.map(({ level }) => level))),
            toLookAt: found.some(({ inferred }) => inferred) || found.length < its.length,
            elements: its.map(({ number, title: name }) => {
              const rating = rated.get(number)
              return {
                element: number,
                title: name,
                level: rating?.level ?? '',
                how:
                  rating === undefined
                    ? 'not rated'
                    : rating.inferred
                      ? 'number worked out'
                      : rating.stated
                        ? ''
                        : 'not listed, so full',
                words: rating?.justification ?? null,
                where: rating === undefined ? '' : placeOf(rating.source),
              }
            }),
          }
        }),
      levels: levels.map((level) => ({ value: level, label: capitalised(levelLabels[level]) })),
    }
  })
}

export const oldPointView = (point: ImportPlan['oldPoints'][number]) => ({
  key: point.key,
  number: point.number,
  text: point.text,
  elements: point.elements.join(', '),
  finding: point.finding,
  why: point.why,
  chosen: point.choice,
  kept:
    point.unfinishedActions > 0
      ? `${counted(point.unfinishedActions, 'action')} under it ${point.unfinishedActions === 1 ? 'is' : 'are'} not finished, and kept.`
      : null,
  closesAs:
    point.how === 'raised-again' ? 'Close it: the new point takes its place' : 'Close it as answered at this review',
})

/** What was not understood, each to be made a point or set aside. */
export const foundView = ({ draft, choices }: DraftParts) =>
  draft.notUnderstood.map(({ text, source }, index) => ({
    index,
    text,
    where: placeOf(source),
    chosen: choices.notUnderstood?.[index] ?? '',
  }))

const audienceWords = { assessor: 'For the assessor', owner: 'For the owner', reader: 'For you' } as const

export const questionView = (query: ImportPlan['queries'][number]) => ({
  index: query.index,
  message: query.message,
  audience: audienceWords[query.audience],
  isForAssessor: query.audience === 'assessor',
  decides: query.decides,
  leftOut: query.leftOut,
  readings: (query.alternatives ?? []).map(({ element, level }) => `${element} may be ${levelLabels[level]}`),
})

export const sourcesView = (plan: ImportPlan) =>
  Object.entries(plan.sources).map(([key, source]) => ({
    key,
    of: key === 'plan' ? null : capitalised(plan.reviews[Number(key)]!.title),
    ...source,
    committee: source.committee ?? '',
    datedOn: source.datedOn ?? '',
  }))

export const columnsView = ({ draft, choices }: DraftParts) => ({
  layout: choices.reading?.layout ?? draft.layout,
  isRecognised: draft.layout !== 'unrecognised',
  sheets: choices.sheets ?? [],
  statuses: statusesOf(draft).map((word, index) => ({
    word,
    index,
    category: String(choices.statuses?.[word] ?? ''),
  })),
  sheet: choices.reading?.sheet ?? '',
  tables: (choices.tables ?? []).map(({ sheet, columns, sample }) => ({
    sheet,
    firstRows: sample.map((row) => columns.map(({ index }) => row[index] ?? '')),
    columns: columns.map(({ index, heading, field, by }) => ({
      index,
      heading,
      field,
      by,
      sample: sample.map((row) => row[index] ?? '').filter((text) => text !== ''),
    })),
  })),
})
