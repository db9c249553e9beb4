import type { FormState } from '~/components/fields'
import { Tag } from '~/components/tag'
import type { SectionView } from '~/use-cases/read-import-section'

type Props = { questions: NonNullable<SectionView['questions']>; form: FormState }

/** As it was typed, where the form came back. */
const isKept = (form: FormState, { index, leftOut }: Props['questions'][number]) =>
  form === undefined ? !leftOut : [form.typed.keep ?? []].flat().includes(String(index))

export const Questions = ({ questions, form }: Props) => (
  <>
    {questions.map((question) => (
      <div className="card" key={question.index}>
        <p className="tag-row">
          <Tag colour={question.isForAssessor ? 'blue' : 'grey'}>{question.audience}</Tag>
          {question.decides && <Tag colour="yellow">can change the verdict</Tag>}
        </p>
        <p className="govuk-body long-text" id={`question-${question.index}`}>
          {question.message}
        </p>
        {question.readings.length > 0 && (
          <p className="govuk-hint">Until it is settled, both are counted: {question.readings.join(', ')}.</p>
        )}
        <input type="hidden" name="asked[]" value={question.index} />
        <div className="govuk-checkboxes govuk-checkboxes--small">
          <div className="govuk-checkboxes__item">
            <input
              className="govuk-checkboxes__input"
              id={`keep-${question.index}`}
              name="keep[]"
              type="checkbox"
              value={question.index}
              defaultChecked={isKept(form, question)}
              aria-describedby={`question-${question.index}`}
            />
            <label className="govuk-label govuk-checkboxes__label" htmlFor={`keep-${question.index}`}>
              Keep this question
            </label>
          </div>
        </div>
      </div>
    ))}
  </>
)
