/**
 * Where an assessor's report contradicts itself: every count, list and sentence is held against every other, and each
 * contradiction becomes one question, ready to send. Nothing is decided here: both readings stand in the draft.
 */
import type { DraftQuery, QueryCode } from './draft'
import type { Found, ReviewEvidence } from './report-evidence'
import { datesOutOfOrder, headingDiffers } from './report-query-headings'
import { elementUnknown, narrativeDiffers, overTolerance, plusNotCarried } from './report-query-levels'
import { totalsDiffer } from './report-query-totals'

export function reportQueries(evidence: readonly ReviewEvidence[]): DraftQuery[] {
  return evidence.flatMap((each, index) => {
    const ask = (code: QueryCode, found: Found | null, audience: DraftQuery['audience'] = 'assessor'): DraftQuery[] =>
      found === null ? [] : [{ code, review: index, audience, ...found }]
    return [
      ...ask('totals-differ', totalsDiffer(each)),
      ...ask('plus-not-carried', plusNotCarried(each)),
      ...ask('narrative-differs', narrativeDiffers(each)),
      ...ask('heading-differs', headingDiffers(each)),
      ...ask('over-tolerance', overTolerance(each)),
      ...ask('dates-out-of-order', datesOutOfOrder(each, evidence[index - 1])),
      ...ask('element-unknown', elementUnknown(each)),
    ]
  })
}
