import { levelLabels, levels } from '~/domain/compliance'
import { typedText, type FormState } from './fields'

export type LevelCriterion = { number: string; title: string; elements: { number: string; title: string }[] }

/** The elements of one criterion with a choice of level each; the field is level-1.1.1, empty for not looked at. */
export const LevelFields = (props: {
  criterion: LevelCriterion
  values?: Record<string, string>
  otherwise: string
  form: FormState
}) => (
  <fieldset className="govuk-fieldset govuk-form-group">
    <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
      {props.criterion.number} {props.criterion.title}
    </legend>
    {props.criterion.elements.map(({ number, title }) => (
      <div className="level-row" key={number}>
        <label htmlFor={`level-${number}`}>
          {number} {title}
        </label>
        <select
          className="govuk-select"
          id={`level-${number}`}
          name={`level-${number}`}
          defaultValue={typedText(props.form, `level-${number}`, props.values?.[number] ?? props.otherwise)}
        >
          {[...levels].reverse().map((level) => (
            <option key={level} value={level}>
              {levelLabels[level]}
            </option>
          ))}
          <option value="">not looked at</option>
        </select>
      </div>
    ))}
  </fieldset>
)
