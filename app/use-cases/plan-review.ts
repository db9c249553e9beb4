/** The lead adds a review by hand: one to come, or one gone by whose report cannot be read, with its levels. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { getCertification, listReviewsOf } from '#db/queries/readiness'
import { insertRatings, insertReview, insertReviewDates } from '#db/queries/reviews'
import { getStandard } from '#db/queries/standards'
import type { ReviewKind } from '~/domain/assessment-body'
import type { Levels } from '~/domain/compliance'
import type { IsoDate } from '~/domain/dates'
import { todayInLondon } from '~/domain/london-time'
import { done, refused, type Outcome } from '~/domain/outcome'
import { elementsOf } from '~/domain/standard'
import { checkVisit } from '~/domain/visit-date'

export type PlanReviewInput = {
  certificationId: string
  kind: ReviewKind
  assessors: string[]
} & (
  | { when: 'coming'; from: IsoDate | null; to: IsoDate | null }
  /** An element without a level was not looked at, and leaves the review's scope. */
  | { when: 'past'; from: IsoDate; to: IsoDate | null; reportedOn: IsoDate | null; levels: Levels }
)

/** Null where the certificate is not in this council. */
export async function planReview(
  scope: CouncilScope,
  input: PlanReviewInput,
  now: Date,
): Promise<Outcome<string> | null> {
  const today = todayInLondon(now)
  const state = input.when === 'past' ? 'actual' : 'provisional'
  return inCouncil(scope, async (tx) => {
    const certification = await getCertification(scope, tx, input.certificationId)
    if (certification === null) return null
    const checked =
      input.from === null ? null : checkVisit({ ...input, from: input.from, state, reason: '', standing: null, today })
    if (checked?.ok === false) return checked
    const span = checked?.value.span ?? null
    const [standard, all] = await Promise.all([
      getStandard(scope, tx, certification.standardId),
      listReviewsOf(scope, tx, certification.id),
    ])
    if (input.when === 'past' && all.some(({ kind, heldFrom }) => kind === input.kind && heldFrom === input.from))
      return refused('This review is there already: the same kind on the same day', 'from')
    const levels: Levels = input.when === 'past' ? input.levels : new Map()
    const numbers = elementsOf(standard).map(({ number }) => number)
    const rated = numbers.filter((number) => levels.has(number))
    if (input.when === 'past' && rated.length === 0)
      return refused('Enter the level of at least one element', `level-${numbers[0]}`)
    const id = await insertReview(scope, tx, {
      certificationId: certification.id,
      kind: input.kind,
      assessors: input.assessors,
      createdAt: now,
      ...(input.when === 'past'
        ? {
            state: 'held',
            heldFrom: span!.from,
            heldTo: span!.to,
            reportedOn: input.reportedOn,
            scope: rated.length === numbers.length ? null : rated,
          }
        : { state: 'planned', provisionalFrom: span?.from, provisionalTo: span?.to }),
    })
    const recordedBy = scope.actor.kind === 'system' ? null : scope.actor.personId
    if (span) await insertReviewDates(scope, tx, [{ reviewId: id, kind: state, ...span, recordedBy, recordedAt: now }])
    await insertRatings(
      scope,
      tx,
      id,
      rated.map((element) => ({ element, level: levels.get(element)! })),
    )
    await recordAudit(scope, tx, {
      action: input.when === 'past' ? 'past review entered' : 'review planned',
      thing: { kind: 'review', id },
      after: { kind: input.kind, certificationId: certification.id, ...span, levels: Object.fromEntries(levels) },
    })
    return done(id)
  })
}
