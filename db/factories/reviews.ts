/** Certificates, reviews and what came of them. */
import { customerServiceExcellence } from '~/domain/standard'
import { certifications, documentRequests, queries, ratings, reviewDates, reviews, selfAssessments } from '../schema'
import { factoryToday, nextNumber, only, type Into } from './into'

type Given<T extends { $inferInsert: object }, Needed extends keyof T['$inferInsert']> = Partial<T['$inferInsert']> &
  Pick<T['$inferInsert'], Needed>

export const makeCertification = async (into: Into, values: Given<typeof certifications, 'councilId'>) =>
  only(
    await into
      .insert(certifications)
      .values({
        name: `Certificate ${nextNumber()}`,
        standardId: customerServiceExcellence.version,
        body: 'centre-for-assessment',
        ...values,
      })
      .returning(),
  )

/** Held where it has held dates, agreed where it has agreed ones, else planned; its dates go into its history too. */
export async function makeReview(into: Into, values: Given<typeof reviews, 'councilId'>) {
  const { councilId } = values
  const certificationId = values.certificationId ?? (await makeCertification(into, { councilId })).id
  const state = values.heldFrom ? 'held' : values.agreedFrom ? 'agreed' : 'planned'
  const review = only(
    await into
      .insert(reviews)
      .values({ kind: 'initial', state, ...values, certificationId })
      .returning(),
  )
  const dates = [
    { kind: 'provisional' as const, from: review.provisionalFrom, to: review.provisionalTo },
    { kind: 'agreed' as const, from: review.agreedFrom, to: review.agreedTo },
    { kind: 'actual' as const, from: review.heldFrom, to: review.heldTo },
  ].flatMap(({ kind, from, to }) => (from ? [{ councilId, reviewId: review.id, kind, from, to: to ?? from }] : []))
  if (dates.length > 0) await into.insert(reviewDates).values(dates)
  return review
}

export const makeRating = async (into: Into, values: Given<typeof ratings, 'councilId' | 'reviewId' | 'element'>) =>
  only(
    await into
      .insert(ratings)
      .values({ level: 'full', ...values })
      .returning(),
  )

/** An open question whose answer can change a verdict, unless it says otherwise. */
export const makeQuery = async (into: Into, values: Given<typeof queries, 'councilId'>) =>
  only(
    await into
      .insert(queries)
      .values({
        code: 'totals-differ',
        audience: 'assessor',
        decides: true,
        message: 'The totals and the list of elements do not agree: which is right?',
        ...values,
      })
      .returning(),
  )

export const makeRequest = async (into: Into, values: Given<typeof documentRequests, 'councilId' | 'reviewId'>) => {
  const number = nextNumber()
  return only(
    await into
      .insert(documentRequests)
      .values({ position: number, kind: `other-${number}`, title: `Document ${number}`, ...values })
      .returning(),
  )
}

export const makeSelfAssessment = async (
  into: Into,
  values: Given<typeof selfAssessments, 'councilId' | 'certificationId' | 'element' | 'personId'>,
) =>
  only(
    await into
      .insert(selfAssessments)
      .values({ level: 'full', words: 'What we do, and what shows it.', asAt: factoryToday, ...values })
      .returning(),
  )
