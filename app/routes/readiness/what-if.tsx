import { Form } from '@remix-run/react'
import { Button } from '~/components/fields'
import { levelLabels, levels } from '~/domain/compliance'
import { paths } from '~/paths'
import type { ReadinessView } from '~/use-cases/read-readiness'

type Props = ReadinessView['whatIf'] & { certificationId: string }

export const WhatIfBanner = ({ before, beforeSentence, changes, certificationId }: Props) => (
  <section className="govuk-inset-text" aria-labelledby="what-if-now">
    <h2 className="govuk-heading-m" id="what-if-now">
      What if: nothing here is stored
    </h2>
    <p className="govuk-body">
      As it stands: <strong>{before}</strong>. {beforeSentence}
    </p>
    <p className="govuk-body">
      The page below shows it with {changes.map(({ element, label }) => `${element} at ${label}`).join(', ')}.
    </p>
    <p className="govuk-body">
      <a className="govuk-link" href={paths.readiness(certificationId)}>
        Back to how it stands
      </a>
    </p>
  </section>
)

/** All elements by criterion: a choice left alone changes nothing, so that the URL stays short. */
export function WhatIf({ elements, isChanged, certificationId }: Props) {
  const criteria = [...new Set(elements.map(({ criterion }) => criterion))]
  return (
    <details className="govuk-details" open={isChanged}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">What if? Try other levels</span>
      </summary>
      <div className="govuk-details__text">
        <Form method="get" action={paths.readiness()}>
          <input type="hidden" name="certification" value={certificationId} />
          {criteria.map((criterion) => (
            <fieldset className="govuk-fieldset govuk-form-group" key={criterion}>
              <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">Criterion {criterion}</legend>
              {elements
                .filter((element) => element.criterion === criterion)
                .map(({ element, title, now, chosen }) => (
                  <div className="level-row" key={element}>
                    <label htmlFor={`level-${element}`}>
                      {element} {title}
                    </label>
                    <select
                      className="govuk-select"
                      id={`level-${element}`}
                      name={`level-${element}`}
                      defaultValue={chosen}
                    >
                      <option value="">as it is: {now}</option>
                      {levels.map((level) => (
                        <option key={level} value={level}>
                          {levelLabels[level]}
                        </option>
                      ))}
                    </select>
                  </div>
                ))}
            </fieldset>
          ))}
          <Button>Show the verdict</Button>
        </Form>
      </div>
    </details>
  )
}
