import { Radios, type FormState } from '~/components/fields'
import type { SectionView } from '~/use-cases/read-import-section'

/** What was not understood: each part is made a point of, or set aside. */
export const Found = ({ parts, form }: { parts: NonNullable<SectionView['found']>; form: FormState }) => (
  <>
    {parts.map((part, index) => (
      <article className="card" key={part.index} aria-labelledby={`part-${part.index}`}>
        <h2 className="govuk-heading-s" id={`part-${part.index}`}>
          Part {index + 1} of {parts.length}
          {part.where && <span className="govuk-caption-m">{part.where}</span>}
        </h2>
        <blockquote className="quote">
          <p className="govuk-body long-text">{part.text}</p>
        </blockquote>
        <Radios
          name={`found-${part.index}`}
          label={
            <>
              What is it?<span className="govuk-visually-hidden"> Part {index + 1}</span>
            </>
          }
          choices={[
            { value: 'aside', label: 'Nothing to answer: set it aside' },
            { value: 'point', label: 'A point: it comes with the others, and you give it its number there' },
          ]}
          value={part.chosen || 'aside'}
          small
          form={form}
        />
      </article>
    ))}
  </>
)
