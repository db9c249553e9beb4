/**
 * The certificate, the reviews and the sources to which the lines of a draft belong.
 */
import { assessmentBody, reviewTitle } from './assessment-body'
import { formatDate, type IsoDate } from './dates'
import { asAtOf, sourceTitleOf, type ImportChoices, type SourceChoice } from './import-choices'
import type { ImportFacts, ImportPlan, PlannedReview } from './import-facts'
import { ratingsOf } from './import-lines'
import type { Draft, Layout } from './reading/draft'
import { changedValues, factsOf, matchReview } from './report-confirmation'
import { capitalised } from './sentence'

const bodyOfLayout: Partial<Record<Layout, string>> = {
  'assessment-services': 'assessment-services',
  'centre-for-assessment': 'centre-for-assessment',
}

export function certificationOf(draft: Draft, choices: ImportChoices, facts: ImportFacts): ImportPlan['certification'] {
  if (draft.reviews.length === 0) return null
  const chosen = choices.certification
  if (chosen !== undefined && (chosen.id === null || facts.certifications.some(({ id }) => id === chosen.id)))
    return chosen.id === null ? chosen : facts.certifications.find(({ id }) => id === chosen.id)!
  const body = bodyOfLayout[draft.layout] ?? 'other'
  const ofBody = facts.certifications.filter((each) => each.body === body)
  return ofBody[0] ?? { id: null, name: nameFrom(draft, facts), body }
}

/** "STOCKTON-ON-TEES BOROUGH COUNCIL" is written for a cover; a name that is taken is told apart. */
function nameFrom({ organisation }: Draft, { certifications }: ImportFacts): string {
  const given = organisation?.trim() || 'Whole council'
  const small = new Set(['on', 'of', 'the', 'and', 'upon', 'in'])
  const name =
    given === given.toUpperCase()
      ? given
          .toLowerCase()
          .replace(/\p{L}+/gu, (word, at: number) => (at > 0 && small.has(word) ? word : capitalised(word)))
      : given
  const taken = new Set(certifications.map((each) => each.name))
  return taken.has(name) ? `${name} (from a report)` : name
}

export function plannedReviews(
  draft: Draft,
  choices: ImportChoices,
  facts: ImportFacts,
  certification: ImportPlan['certification'],
): PlannedReview[] {
  const body = assessmentBody(certification?.body ?? 'other')
  const known = facts.reviews.filter(({ certificationId }) => certificationId === certification?.id)
  const taken = new Set<string>()
  return draft.reviews.map((read, index) => {
    const its = choices.reviews?.[index] ?? factsOf(read)
    const match = matchReview(
      its,
      known.filter(({ id }) => !taken.has(id)),
    )
    if (match) taken.add(match.review.id)
    const ratings = ratingsOf(draft, choices, index)
    return {
      index,
      facts: its,
      title: reviewTitle(body, its.kind),
      match,
      ratings,
      changes: match?.how === 'same-report' ? changedValues(match.review, its, ratings, read.totals) : [],
      kept: choices.keptValues?.[index] ?? [],
    }
  })
}

/** A committee is only proposed where the document names it. */
function closerOf(title: string): Pick<SourceChoice, 'closesBy' | 'committee'> {
  const committee = /(?:\p{Lu}[\p{L}'’-]*,? (?:and |& )?)*(?:Select |Scrutiny )?Committee/u.exec(title)?.[0] ?? null
  return committee === null ? { closesBy: 'lead', committee } : { closesBy: 'committee', committee }
}

export function sourcesOf(draft: Draft, choices: ImportChoices, reviews: PlannedReview[], fileName: string) {
  const said = choices.sources ?? {}
  if (reviews.length === 0) {
    const plan: SourceChoice = {
      title: sourceTitleOf(draft, fileName),
      kind: 'scrutiny-review',
      ...closerOf(draft.title ?? ''),
      datedOn: asAtOf(draft) as IsoDate | null,
    }
    return { plan: said.plan ?? plan }
  }
  return Object.fromEntries(
    reviews.map(({ index, title, facts }): [string, SourceChoice] => {
      const day = facts.reportedOn ?? facts.visitFrom
      const named = `Report of the ${title}${day === null ? '' : `, ${formatDate(day)}`}`
      const proposed: SourceChoice = {
        title: named,
        kind: 'assessment-report',
        closesBy: 'next-review',
        committee: null,
        datedOn: day,
      }
      return [String(index), said[index] ?? proposed]
    }),
  )
}
