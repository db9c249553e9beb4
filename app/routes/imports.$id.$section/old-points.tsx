import { Radios, type FormState } from '~/components/fields'
import type { SectionView } from '~/use-cases/read-import-section'

export function OldPoints({ points, form }: { points: NonNullable<SectionView['oldPoints']>; form: FormState }) {
  return (
    <>
      {points.map((point, index) => (
        <article className="card" key={point.key} aria-labelledby={`about-${point.key}`}>
          <p className="govuk-caption-m">
            Old point {index + 1} of {points.length}
          </p>
          <h2 className="govuk-heading-m" id={`about-${point.key}`}>
            Point {point.number}
          </h2>
          <p className="govuk-body long-text">{point.text}</p>
          {point.elements && <p className="govuk-body">Elements: {point.elements}</p>}
          {point.finding && (
            <blockquote className="quote">
              <p className="govuk-body">
                <strong>What the report says under it</strong>
              </p>
              <p className="govuk-body long-text">{point.finding}</p>
            </blockquote>
          )}
          <Radios
            name={`old-${point.key}`}
            label={
              <>
                What becomes of it?<span className="govuk-visually-hidden"> {point.number}</span>
              </>
            }
            hint={[point.why, point.kept].filter(Boolean).join(' ')}
            choices={[
              { value: 'close', label: point.closesAs },
              { value: 'keep', label: 'Keep it open' },
            ]}
            value={point.chosen}
            small
            form={form}
          />
        </article>
      ))}
    </>
  )
}
