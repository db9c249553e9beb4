import { Checkboxes, typedText, type FormState } from '~/components/fields'
import { Scrolls } from '~/components/scrolls'
import { listed } from '~/domain/sentence'
import type { SectionView } from '~/use-cases/read-import-section'

type ReviewRatings = NonNullable<SectionView['ratings']>[number]

export function Ratings({ reviews, form }: { reviews: ReviewRatings[]; form: FormState }) {
  return (
    <>
      {reviews.map((review) => (
        <section key={review.index} aria-labelledby={`ratings-${review.index}`}>
          <h2 className="govuk-heading-m" id={`ratings-${review.index}`}>
            {review.title}
          </h2>
          <p className="govuk-body">
            Listed, element by element: {review.counted}.
            {review.printed && (
              <>
                <br />
                The report prints: {review.printed}.
                {review.printed !== review.counted && <strong> The two differ; both are kept.</strong>}
              </>
            )}
          </p>
          {review.below.length > 0 && <p className="govuk-inset-text">Less than full: {listed(review.below)}.</p>}
          {review.changes.length > 0 && <Changes review={review} form={form} />}
          {review.criteria.map((criterion) => (
            <Criterion key={criterion.number} review={review} criterion={criterion} form={form} />
          ))}
        </section>
      ))}
    </>
  )
}

/** A corrected issue: old beside new, each accepted or not. */
const Changes = ({ review, form }: { review: ReviewRatings; form: FormState }) => (
  <>
    {review.changes.map(({ key }) => (
      <input key={key} type="hidden" name={`changed-${review.index}[]`} value={key} />
    ))}
    <Checkboxes
      name={`take-${review.index}`}
      label="What this issue of the report changes"
      hint="Take the tick away where the old value is to stay"
      choices={review.changes.map(({ key, name, before, after }) => ({
        value: key,
        label: `${name}: ${before} becomes ${after}`,
      }))}
      values={review.changes.filter(({ taken }) => taken).map(({ key }) => key)}
      form={form}
    />
  </>
)

type CriterionProps = { review: ReviewRatings; criterion: ReviewRatings['criteria'][number]; form: FormState }

const Criterion = ({ review, criterion, form }: CriterionProps) => (
  <details className="govuk-details" open={criterion.toLookAt}>
    <summary className="govuk-details__summary">
      <span className="govuk-details__summary-text">
        Criterion {criterion.number}: {criterion.counts}
      </span>
    </summary>
    <Scrolls label={`Levels of criterion ${criterion.number}`}>
      <table className="govuk-table stacks">
        <caption className="govuk-table__caption govuk-visually-hidden">
          {review.title}, criterion {criterion.number}, {criterion.title}
        </caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {['Element', 'Level', 'What the report says'].map((name) => (
              <th scope="col" className="govuk-table__header" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {criterion.elements.map((rating) => (
            <Rating key={rating.element} review={review} rating={rating} form={form} />
          ))}
        </tbody>
      </table>
    </Scrolls>
  </details>
)

function Rating({
  review,
  rating,
  form,
}: Pick<CriterionProps, 'review' | 'form'> & { rating: ReviewRatings['criteria'][number]['elements'][number] }) {
  const name = `level-${review.index}-${rating.element}`
  return (
    <tr className="govuk-table__row">
      <th scope="row" className="govuk-table__header">
        {rating.element} {rating.title}
      </th>
      <td className="govuk-table__cell">
        <label className="govuk-visually-hidden" htmlFor={name}>
          Level of {rating.element} at the {review.title}
        </label>
        <select className="govuk-select" id={name} name={name} defaultValue={typedText(form, name, rating.level)}>
          <option value="">not rated</option>
          {review.levels.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        {rating.how && <div className="govuk-hint">{rating.how}</div>}
      </td>
      <td className="govuk-table__cell long-text">
        {rating.words}
        {rating.where && <div className="govuk-hint">{rating.where}</div>}
      </td>
    </tr>
  )
}
