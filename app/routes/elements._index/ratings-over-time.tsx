import { HeatKey } from '~/components/heat-map'
import { Scrolls } from '~/components/scrolls'
import { paths } from '~/paths'
import type { readRatingsOverTime } from '~/use-cases/read-ratings-over-time'

type View = NonNullable<Awaited<ReturnType<typeof readRatingsOverTime>>>
type Known = Extract<View, { none: false }>

/** A row for each element, a column for each review: the level in words in each cell, and what changed. */
export const RatingsOverTime = (view: View) => (
  <>
    <a className="govuk-back-link" href={paths.readiness(view.none ? undefined : view.certification.id)}>
      Readiness
    </a>
    <h1 className="govuk-heading-l">
      {!view.none && <span className="govuk-caption-l">{view.certification.name}</span>}
      Elements over all reviews
    </h1>
    {view.none ? <p className="govuk-body">There is no certificate yet.</p> : <Known {...view} />}
  </>
)

const Known = (view: Known) => (
  <>
    <p className="govuk-body-l">{view.sentence}</p>
    {view.others.length > 0 && (
      <p className="govuk-body">
        Other certificates:{' '}
        {view.others.map(({ id, name }, index) => (
          <span key={id}>
            {index > 0 && ', '}
            <a className="govuk-link" href={paths.elements(id)}>
              {name}
            </a>
          </span>
        ))}
      </p>
    )}
    {view.reviews.length === 0 ? (
      <p className="govuk-body">
        No review has ratings yet.{' '}
        <a className="govuk-link" href={paths.imports()}>
          Take in the assessor’s report
        </a>{' '}
        to see them here.
      </p>
    ) : (
      <>
        <HeatKey />
        {view.criteria.map((criterion) => (
          <Criterion
            key={criterion.number}
            criterion={criterion}
            reviews={view.reviews}
            certification={view.certification.id}
          />
        ))}
        <p className="govuk-body">
          What an award of plus needs before the next visit is in the{' '}
          <a className="govuk-link" href={paths.plusRegister()}>
            plus register
          </a>
          .
        </p>
      </>
    )}
  </>
)

type CriterionProps = { criterion: Known['criteria'][number]; reviews: Known['reviews']; certification: string }

const Criterion = ({ criterion, reviews, certification }: CriterionProps) => (
  <Scrolls label={`Levels of criterion ${criterion.number} over all reviews`}>
    <table className="govuk-table over-time">
      <caption className="govuk-table__caption govuk-table__caption--m">
        {criterion.number} {criterion.title}
      </caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          <th scope="col" className="govuk-table__header over-time__element">
            Element
          </th>
          {reviews.map(({ id, title, on }) => (
            <th scope="col" className="govuk-table__header" key={id}>
              <a className="govuk-link" href={paths.review(id)}>
                {title}
              </a>
              <br />
              <span className="over-time__on">{on}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {criterion.rows.map(({ element, title, cells }) => (
          <tr className="govuk-table__row" key={element}>
            <th scope="row" className="govuk-table__header over-time__element">
              <a className="govuk-link" href={`${paths.element(element)}?certification=${certification}`}>
                {element} {title}
              </a>
            </th>
            {cells.map((cell, index) => (
              <td className={`govuk-table__cell heat heat--${cell.level}`} key={reviews[index]!.id}>
                {cell.label}
                {cell.change && (
                  <span className="over-time__change">
                    <span aria-hidden="true">{cell.isBetter ? '▲ ' : '▼ '}</span>
                    {cell.change}
                  </span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </Scrolls>
)
