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

/** All elements by criterion: a choice left alone changes nothing, and leaves the URL. */
export function WhatIf({ elements, certificationId }: Props) {
  if (elements.length === 0)
    return (
      <p className="govuk-body">
        <a className="govuk-link" href={paths.whatIf(certificationId)}>
          What if? Try other levels
        </a>
      </p>
    )
  const criteria = [...new Set(elements.map(({ criterion }) => criterion))]
  return (
    <section id="what-if" aria-labelledby="what-if-form">
      <h2 className="govuk-heading-m" id="what-if-form">
        What if? Try other levels
      </h2>
      <p className="govuk-body">Nothing is stored: the levels stand in the address of the page, to come back to.</p>
      <Form method="get" action={paths.readiness()}>
        <input type="hidden" name="certification" value={certificationId} />
        {criteria.map((criterion) => (
          <fieldset className="govuk-fieldset govuk-form-group" key={criterion}>
            <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">Criterion {criterion}</legend>
            {elements
              .filter((element) => element.criterion === criterion)
              .map((element) => (
                <Choice key={element.element} {...element} />
              ))}
          </fieldset>
        ))}
        <Button>Show the verdict</Button>
      </Form>
    </section>
  )
}

const Choice = ({ element, title, now, chosen }: Props['elements'][number]) => (
  <div className="level-row">
    <label htmlFor={`level-${element}`}>
      {element} {title}
    </label>
    <select className="govuk-select" id={`level-${element}`} name={`level-${element}`} defaultValue={chosen}>
      <option value="">as it is: {now}</option>
      {levels.map((level) => (
        <option key={level} value={level}>
          {levelLabels[level]}
        </option>
      ))}
    </select>
  </div>
)
