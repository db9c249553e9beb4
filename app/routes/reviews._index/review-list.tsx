import { Notice } from '~/components/notice'
import { Tag } from '~/components/tag'
import { TimeLine } from '~/components/time-line'
import { capitalised } from '~/domain/sentence'
import { paths } from '~/paths'
import type { readReviews } from '~/use-cases/read-reviews'

type Certificate = Awaited<ReturnType<typeof readReviews>>['certificates'][number]
type Props = { certificates: Certificate[]; mayChange: boolean; notice: string | null }

export const ReviewList = ({ certificates, mayChange, notice }: Props) => (
  <>
    <Notice notice={notice} />
    <h1 className="govuk-heading-l">Reviews</h1>
    {certificates.length === 0 && (
      <p className="govuk-body">
        Enter your certificate first; its reviews, past and coming, then stand here. Or import the assessor’s report,
        which brings its review with it.
      </p>
    )}
    {mayChange && (
      <p className="govuk-button-group">
        {certificates.length > 0 && (
          <a className="govuk-button" href={paths.newReview()}>
            Add a review
          </a>
        )}
        <a
          className={`govuk-button${certificates.length > 0 ? ' govuk-button--secondary' : ''}`}
          href={certificates.length > 0 ? paths.certifications() : paths.newCertification()}
        >
          {certificates.length > 0 ? 'Certificates' : 'Enter a certificate'}
        </a>
      </p>
    )}
    {certificates.map((certificate) => (
      <CertificateReviews certificate={certificate} key={certificate.id} />
    ))}
  </>
)

const stateLabels = { planned: 'Planned', agreed: 'Agreed', held: 'Held' } as const

const CertificateReviews = ({ certificate }: { certificate: Certificate }) => (
  <section aria-labelledby={`certificate-${certificate.id}`}>
    <h2 className="govuk-heading-m" id={`certificate-${certificate.id}`}>
      {certificate.name}
    </h2>
    <p className="govuk-body">
      {certificate.body}. Certificate of {certificate.certificateOn ?? 'a date not known'}, expires{' '}
      {certificate.expiresOn ?? 'on a date not known: ask'}.
    </p>
    {certificate.timeLine ? (
      <TimeLine {...certificate.timeLine} />
    ) : (
      <p className="govuk-body">No review is planned.</p>
    )}
    {certificate.reviews.length > 0 && (
      <table className="govuk-table stacks">
        <caption className="govuk-table__caption govuk-visually-hidden">Reviews of {certificate.name}</caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {['Review', 'Visit', 'State', 'Assessors'].map((name) => (
              <th scope="col" className="govuk-table__header" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {certificate.reviews.map((review) => (
            <tr className="govuk-table__row" key={review.id}>
              <th scope="row" className="govuk-table__header">
                <a className="govuk-link" href={review.href}>
                  {capitalised(review.title)}
                  <span className="govuk-visually-hidden">, {review.visit}</span>
                </a>
              </th>
              <td className="govuk-table__cell" data-label="Visit">
                {review.visit}
              </td>
              <td className="govuk-table__cell">
                <Tag colour={review.state === 'held' ? 'grey' : review.state === 'agreed' ? 'blue' : 'yellow'}>
                  {stateLabels[review.state]}
                </Tag>
              </td>
              <td className="govuk-table__cell" data-label="Assessors">
                {review.assessors || '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </section>
)
