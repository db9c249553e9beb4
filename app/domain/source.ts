/**
 * Where recommendations come from, and who closes its points: a committee by sign-off, the lead, or the next review.
 * Only an assessor's report has a next review to answer at; a committee that closes points is named.
 */
import { done, refusedFor, type Outcome, type Refusal } from './outcome'
import type { ClosedBy } from './recommendation'

export const SOURCE_KINDS = ['assessment-report', 'scrutiny-review', 'audit', 'customer-feedback'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]
export const SOURCE_KIND_LABELS: Record<SourceKind, string> = {
  'assessment-report': 'Assessment report',
  'scrutiny-review': 'Scrutiny review',
  audit: 'Audit',
  'customer-feedback': 'Customer feedback',
}
export const CLOSED_BY = ['committee', 'lead', 'next-review'] as const
export const CLOSED_BY_LABELS: Record<ClosedBy, string> = {
  committee: 'A committee, by sign-off',
  lead: 'The lead',
  'next-review': 'The next review',
}

export function checkSource(source: { kind: SourceKind; closesBy: ClosedBy; committee: string }): Outcome {
  const refusals: Refusal[] = []
  if (source.closesBy === 'committee' && source.committee.trim() === '') {
    refusals.push({ field: 'committee', message: 'Enter the committee that signs its points off' })
  }
  if (source.closesBy === 'next-review' && source.kind !== 'assessment-report') {
    const message = 'Only the points of an assessment report are closed by the next review'
    refusals.push({ field: 'closesBy', message })
  }
  return refusals.length > 0 ? refusedFor(refusals) : done(undefined)
}
